"""What a site's robots.txt asks of us, kept (RFC 9309): asked for once, and silence after a fault is taken for no."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from sayso.fetch.base import NAME, Refusal

LONGEST = 512_000
"""Bytes of a robots.txt that are read; RFC 9309 asks for at least 500 KiB."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site asks: which addresses are not ours to fetch, and how long to wait between two."""

    parsed: Protego | None
    silent: str = ""

    def obey(self, url: str) -> None:
        """Raises `Refusal` for an address that the site does not want fetched by programs."""
        if self.silent:
            raise Refusal(f"is not fetched: its site's robots.txt {self.silent}. Try later, or save it by hand.", policy=True)
        if self.parsed and not self.parsed.can_fetch(url, NAME):
            raise Refusal("is closed to programs by its site's robots.txt. Save it by hand and offer the file.", policy=True)

    def pause(self) -> float:
        """Seconds to wait between two requests, as the site asks; 0 when it does not."""
        return float(self.parsed.crawl_delay(NAME) or 0) if self.parsed else 0.0


NO_RULES = Rules(None)


def rules(status: int, body: bytes) -> Rules:
    """The rules that an answer to a request for robots.txt states (RFC 9309, 2.3.1)."""
    if status < 300:
        return Rules(Protego.parse(body[:LONGEST].decode("utf8", "replace").removeprefix("\ufeff")))
    return NO_RULES if 400 <= status < 500 else Rules(None, f"cannot be had (the server answers {status})")


def unreachable(why: Refusal) -> Rules:
    """The rules of a site that does not give them: nothing is fetched."""
    return Rules(None, f"cannot be had (it {str(why).partition('. ')[0].rstrip('.')})")

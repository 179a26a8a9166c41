"""The pages that a WACZ lists as its own (WACZ 1.1.1, pages.jsonl), among all that a browser fetched for them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar
from urllib.parse import urldefrag, urljoin, urlsplit

from sayso.read.base import whole

APART = ("application/pdf", "application/rss+xml", "application/atom+xml", "message/rfc822")
"""What no page shows within itself: who saved it meant to."""
APART_ENDING = "wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the list: the address it stands there under, and its title."""

    address: str
    title: str | None


@dataclass(slots=True)
class Pages:
    """The listed pages by their address, and the addresses to which they redirected."""

    UNLISTED: ClassVar[tuple[str, str]] = (
        "page that its list of pages does not name (a frame, an advertisement)",
        "pages that its list of pages does not name (frames, advertisements)",
    )
    by_address: dict[str, Listed]
    unlisted: set[str] = field(default_factory=set)
    reached: set[str] = field(default_factory=set)

    def wanted(self, address: str, media: str) -> bool:
        """True for a listed page, and for what stands for itself; notes the other addresses."""
        kind = media.partition(";")[0].strip().lower()
        here = place(address) in self.by_address or kind in APART or kind.endswith(APART_ENDING)
        if not here:
            self.unlisted.add(address)
        return here

    def met(self, address: str, location: str | None) -> None:
        """Notes that there was an answer at an address, and where it led if it was a redirect."""
        listed = self.by_address.get(place(address))
        if listed is None:
            return
        if location is None:
            self.reached.add(listed.address)
        else:
            self.by_address.setdefault(place(joined(address, location)), listed)

    def title(self, address: str) -> str | None:
        listed = self.by_address.get(place(address))
        return listed.title if listed else None

    def late(self) -> set[str]:
        """Addresses that were passed over before a redirect of a listed page led there."""
        return {address for address in self.unlisted if place(address) in self.by_address}

    def absent(self) -> list[str]:
        """The listed pages to which there is no answer in the archive."""
        return sorted({listed.address for listed in self.by_address.values()} - self.reached)


def listed_in(lines: bytes) -> Iterator[Listed]:
    """The pages of a list, whatever of it can be understood."""
    for line in lines.decode("utf8", "replace").split("\n"):
        try:
            entry = json.loads(line) if line.strip() else None
        except (ValueError, RecursionError):
            continue
        if isinstance(entry, dict) and isinstance(address := entry.get("url"), str) and address.strip() and whole(address):
            title = entry.get("title")
            # Programs that find no title list the address as one.
            good = isinstance(title, str) and whole(title) and title.strip() and place(title.strip()) != place(address)
            yield Listed(address, " ".join(str(title).split()) if good else None)


def place(address: str) -> str:
    """An address as a browser asks for it: without what stands behind #, with a path."""
    try:
        bare = urldefrag(address).url
        parts = urlsplit(bare)
        return bare if parts.path or not parts.netloc else parts._replace(path="/").geturl()
    except ValueError:
        return address


def joined(address: str, location: str) -> str:
    try:
        return urljoin(address, location)
    except ValueError:
        return location

"""Whose reports a feed brings: those of its own site, or those of other outlets, for which it is only the transport."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.outlets import OutletKind, at_address, host_of, place_of

SHORTEST = 4
"""Letters of a host with which a name may begin: fewer begin many names."""
BAR = re.compile(r"\s+[|–—·•»:>-]+\s+|\s*[|»›]+\s*|:\s+")


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, as far as it matters to what it brings: its title, where it is, the page that it belongs to, its language."""

    title: str | None = None
    address: str | None = None
    home: str | None = None
    language: str | None = None

    def is_of(self, report: str) -> bool:
        """True where a report lies at the feed's own site, and that is no site that shows what others publish."""
        if (known := at_address(report)) and known.kind is OutletKind.TRANSPORT:
            return False
        own = self.home or self.address
        return own is not None and _same_site(own, report)

    @property
    def name(self) -> str | None:
        """What the feed is called where it is a transport: "Morning list (https://example.org/feed)"."""
        at = self.address or self.home
        return f"{self.title} ({at})" if self.title and at else self.title or at

    @property
    def outlet(self) -> str | None:
        """The name of the site that the feed is of: the part of its title that spells the host, or begins so, else the whole."""
        labels = host_of(self.home or self.address).replace("-", "").split(".")
        parts = [part for part in BAR.split(self.title or "") if part]
        begins = (part for part in parts for label in labels if len(label) >= SHORTEST and _letters(part).startswith(label))
        return next((part for part in parts if _letters(part) in labels), None) or next(begins, self.title)


def _letters(name: str) -> str:
    return "".join(c for c in name.casefold().removeprefix("the ") if c.isalnum())


def _same_site(one: str, other: str) -> bool:
    """True for addresses of one outlet, or of one domain that somebody registered."""
    known, also = at_address(one), at_address(other)
    return known == also if known or also else place_of(one) is not None and place_of(one) == place_of(other)

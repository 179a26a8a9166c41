"""The wires that a whole report comes from, by its byline, its dateline, its copyright or the credit at its end."""

from __future__ import annotations

import re

from sayso import outlets
from sayso.documents import Profile, Role
from sayso.outlets import OutletKind

PARTLY = re.compile(
    r"contribut|additional|also report|further report|files?\b|assist|help|photo|pictur|image|video|graphic|via getty",
    re.IGNORECASE,
)
"""What a credit says that is for a part of a report, or for what stands beside it."""

OF_ALL = (Role.BYLINE, Role.DATELINE, Role.CREDIT, Role.CHROME)
FIRST = 4
"""Blocks at the top of a report among which a wire's name alone is its byline."""

NEAR = 160
"""Characters of a credit that are looked at for what it is for."""

BY = re.compile(r"^\W*(?:by |from )?(?:the )?", re.IGNORECASE)


def wires_of(text: str, profile: Profile) -> list[str]:
    """The wires, by the names they are known by, in order of the text; one that only contributed to the report is none."""
    found: list[str] = []
    for credit in profile.credits:
        block = next((block for block in profile.blocks if block.span.overlaps(credit.span)), None)
        if block and block.role in OF_ALL and not PARTLY.search(block.span.of(text)[:NEAR]):
            found.append(credit.name)
    found += [BY.sub("", block.span.of(text)).strip() for block in profile.blocks[:FIRST] if len(block.span) < NEAR]
    wires = (outlet for name in found if (outlet := outlets.named(name)) and outlet.kind is OutletKind.WIRE)
    return list(dict.fromkeys(wire.name for wire in wires if wire.name != profile.outlet))

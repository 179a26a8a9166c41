"""Which outlet published a document: as declared, by its address, or by what the text gives away of itself."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from sayso.clean.datelines import dateline
from sayso.clean.draft import Draft
from sayso.clean.names import UPPER, mentions
from sayso.clean.words import table
from sayso.documents import Block, Declared, Role
from sayso.outlets import OutletKind, at_domain, named

WORD = rf"[{UPPER}][\w&-]*(?:\.[\w&-]+)*"
NAME = rf"(?P<name>(?:[Tt]he )?{WORD}(?: (?:{WORD}|of|and|de|la|&)){{0,4}})"
HANGING = re.compile(r"(?: (?:of|and|de|la|&|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))+$")
FULL = re.compile(rf"[Tt]he \w+ \w+|[{UPPER}]\w+ [{UPPER}]\w+")
TOLD = re.compile(r"\b(?:told|telling|tells) $")
TOP = 12
TOLD_LEAST = 3
"""How often a text must say "told X", and of nobody else, before X is taken for its outlet: once may be a relay."""
TRAILS = re.compile(r"\s*\([^)]*\)$|\s+[-–—|:]\s+.*$|,.*$|\.(?:com|org|net|co\.uk|de|fr|it|es)$|\s+Online$")
CLAIM = re.compile(r"^(?:copyright\b|\(c\)|©)(?:\s|\(c\)|©|[\d,–-])*|(?<=[^\W\d])[\s,]*(?:©|\(c\)).*$", re.IGNORECASE)
"""What a page adds to its outlet's name to claim the copyright."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A way in which texts give their own outlet away; `plain` when only an outlet can stand there, so that any name will do."""

    pattern: re.Pattern[str]
    because: str
    plain: bool


@cache
def _evidence() -> tuple[Evidence, ...]:
    return tuple(
        Evidence(re.compile(pattern.replace("{name}", NAME)), row["because"], row.get("plain", False))
        for row in table()["outlet"]["evidence"]
        for pattern in row["patterns"]
    )


def outlet_of(text: str, blocks: tuple[Block, ...], declared: Declared) -> tuple[str | None, str]:
    """The outlet's name, as the table has it where it is known there, and the reason; None when nothing says it."""
    by_address = at_domain(_host(declared.url)) if declared.url else None
    if declared.outlet and (said := CLAIM.sub("", declared.outlet)):
        known = named(said) or named(TRAILS.sub("", said)) or at_domain(said)
        if known:
            return known.name, f"outlet: declared as “{declared.outlet}”"
        if by_address and by_address.kind is not OutletKind.TRANSPORT:
            return by_address.name, f"outlet: by the address; “{declared.outlet}”, as declared, is not known"
        return said, "outlet: declared; the table does not know it"
    if by_address:
        return by_address.name, "outlet: by the address"
    return _given_away(text, blocks) or _by_dateline(text, blocks) or _told(text, blocks) or (None, "outlet: nothing says it")


def _host(url: str) -> str:
    try:
        return urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""


def _given_away(text: str, blocks: tuple[Block, ...]) -> tuple[str, str] | None:
    for evidence in _evidence():
        for block in blocks:
            for match in evidence.pattern.finditer(text, block.span.start, block.span.end):
                if name := _outlet_name(match["name"], evidence.plain):
                    return name, f"outlet: {evidence.because}: “{match[0]}”"
    return None


def _by_dateline(text: str, blocks: tuple[Block, ...]) -> tuple[str, str] | None:
    """The outlet in a dateline, "WASHINGTON (CNN)", when it is no wire: a wire there is a credit."""
    for block in blocks[:TOP]:
        found = dateline(Draft(block.span, block.span.of(text))) if block.role in (Role.BODY, Role.DATELINE) else None
        outlet = named(found.agency.of(text)) if found and found.agency else None
        if found and outlet and outlet.kind is OutletKind.OUTLET:
            return outlet.name, f"outlet: its dateline: “{found.span.of(text)}”"
    return None


def _told(text: str, blocks: tuple[Block, ...]) -> tuple[str, str] | None:
    told: Counter[str] = Counter()
    for block in blocks:
        if block.role is Role.BODY:
            told.update(
                m.outlet.name for m in mentions(text, block.span) if TOLD.search(text[max(0, m.span.start - 10) : m.span.start])
            )
    if len(told) != 1 or told.total() < TOLD_LEAST:
        return None
    name = next(iter(told))
    return name, f"outlet: people told it {told.total()} times, and told no other"


def _outlet_name(words: str, plain: bool) -> str | None:
    """The outlet that the words name; an unknown name, or a wire, only where nothing but the document's own outlet can stand."""
    words = HANGING.sub("", words.rstrip(".-&"))
    known = named(words)
    if known:
        unsure = known.kind is OutletKind.TRANSPORT or (not plain and known.kind is OutletKind.WIRE)
        return None if unsure else known.name
    return words if plain and FULL.match(words) else None

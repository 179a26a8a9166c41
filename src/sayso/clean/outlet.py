"""Which outlet published a document: as declared, by its address, or by what the text gives away of itself."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.clean.datelines import dateline
from sayso.clean.draft import Draft
from sayso.clean.masthead import site_of
from sayso.clean.names import UPPER, mentions
from sayso.clean.words import table
from sayso.documents import Block, Declared, Role
from sayso.outlets import Outlet, OutletKind, at_address, at_domain, carried, named, place_of, platform_of

WORD = rf"[{UPPER}][\w&-]*(?:\.[\w&-]+)*"
NAME = rf"(?P<name>(?:[Tt]he )?{WORD}(?: (?:{WORD}|of|and|de|la|&)){{0,4}})"
HANGING = re.compile(r"(?: (?:of|and|de|la|&|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))+$")
FULL = re.compile(rf"[Tt]he \w+ \w+|[{UPPER}]\w+ [{UPPER}]\w+")
TOLD = re.compile(r"\b(?:told|telling|tells) $")
TOP = 12
TOLD_LEAST = 3
"""How often a text must say "told X", and of nobody else, before X is taken for its outlet: once may be a relay."""
LONGEST_LINE = 160
"""Characters of a line that says no more than whose report it is."""
NAMED = re.compile(r"\.[a-z][\w-]*(?:/|$)")
"""The end of a host that is a name, and no number or machine."""
OPENING = 200
"""Characters at the start of a report among which its outlet may stand in brackets. Of 371 articles with a known one all are."""
BRACKETS = re.compile(rf"\({NAME}\)")
MAIL = re.compile(r"[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})\b")
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
    """The outlet's name, as the table has it where it is known there, and the reason; None when nothing says it.

    What only brings others' reports, or lets anybody publish, is an outlet where nothing says whose report it is, and only then.
    """
    by_address = at_address(declared.url) if declared.url else None
    found = _declared(declared, by_address) or _by_address(declared.url, by_address)
    if found:
        return found
    place = place_of(declared.url) if declared.url and not by_address else None
    transport = by_address or (None if place else named(declared.outlet or ""))
    if transport:
        name, because = _provided(text, blocks, declared) or (transport.name, "nothing says whose this is")
        return name, f"outlet: {transport.name} only brings what others publish; {because}"
    if place and NAMED.search(place):
        return (
            _given_away(text, blocks)
            or _above(text, blocks)
            or (place, "outlet: its place on the web, by no name that is known")
        )
    told = _given_away(text, blocks) or _by_dateline(text, blocks) or _by_mail(text) or _told(text, blocks)
    return told or (None, "outlet: nothing says it")


def _declared(declared: Declared, by_address: Outlet | None) -> tuple[str, str] | None:
    """The outlet that the record or page names, unless that only brings it, or is the platform where somebody publishes."""
    said = CLAIM.sub("", declared.outlet or "")
    if not said:
        return None
    known = named(said) or named(TRAILS.sub("", said)) or at_domain(said)
    if known and known.kind is not OutletKind.TRANSPORT:
        return known.name, f"outlet: declared as “{declared.outlet}”"
    if by_address and by_address.kind is not OutletKind.TRANSPORT:
        return by_address.name, f"outlet: by the address; “{declared.outlet}”, as declared, is not known"
    platform = _platform(declared.url)
    if known or (platform and _letters(said) in (platform.partition(".")[0], platform.replace(".", ""))):
        return None
    return said, "outlet: declared; the table does not know it"


def _by_address(url: str | None, known: Outlet | None) -> tuple[str, str] | None:
    """The outlet at an address, be its page shown by an archive or a cache; a platform's name is never that of an outlet."""
    if known and known.kind is not OutletKind.TRANSPORT:
        shown = carried(url or "")
        return known.name, f"outlet: by the address that {shown.by} shows" if shown else "outlet: by the address"
    if url and _platform(url) and (place := place_of(url)):
        return place, "outlet: who publishes at this place on a platform"
    return None


def _platform(url: str | None) -> str | None:
    return platform_of(url) if url else None


def _letters(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def _provided(text: str, blocks: tuple[Block, ...], declared: Declared) -> tuple[str, str] | None:
    """The outlet or wire whose report a transport brings, and what says so: its authors, a line around it, its dateline."""
    for author in declared.authors:
        if (known := named(author)) and known.kind is not OutletKind.TRANSPORT:
            return known.name, f"“{author}” is named as its author"
    for block in (*blocks[:TOP], *blocks[-TOP:]):
        line = block.span.of(text).strip()
        for pattern in _providers() if len(line) <= LONGEST_LINE else ():
            known = (match := pattern.fullmatch(line)) and named(HANGING.sub("", match["name"].rstrip(".-&")))
            if known and known.kind is not OutletKind.TRANSPORT:
                return known.name, f"a line says “{line}”"
    return _in_dateline(text, blocks, (OutletKind.OUTLET, OutletKind.WIRE))


@cache
def _providers() -> tuple[re.Pattern[str], ...]:
    lines = tomllib.loads(files("sayso.clean").joinpath("providers.toml").read_text("utf8"))["lines"]
    return tuple(re.compile(line.replace("{name}", NAME)) for line in lines)


def _above(text: str, blocks: tuple[Block, ...]) -> tuple[str, str] | None:
    site = site_of(text, blocks)
    return (site, "outlet: its name stands above the report, and again elsewhere") if site else None


def _given_away(text: str, blocks: tuple[Block, ...]) -> tuple[str, str] | None:
    for evidence in _evidence():
        for block in blocks:
            for match in evidence.pattern.finditer(text, block.span.start, block.span.end):
                if name := _outlet_name(match["name"], evidence.plain):
                    return name, f"outlet: {evidence.because}: “{match[0]}”"
    return None


def _by_dateline(text: str, blocks: tuple[Block, ...]) -> tuple[str, str] | None:
    """The outlet in a dateline, "WASHINGTON (CNN)", when it is no wire: a wire there is a credit."""
    if found := _in_dateline(text, blocks, (OutletKind.OUTLET,)):
        return found[0], f"outlet: {found[1]}"
    report = next((block.span for block in blocks if block.role in (Role.BODY, Role.DATELINE)), None)
    for match in BRACKETS.finditer(text, report.start, min(report.start + OPENING, report.end)) if report else ():
        if name := _outlet_name(match["name"], plain=False):
            return name, f"outlet: in brackets where the report begins: “{match[0]}”"
    return None


def _by_mail(text: str) -> tuple[str, str] | None:
    """The outlet whose own address for mail the report gives. Of 61 articles that have one, 60 are that outlet's."""
    for match in MAIL.finditer(text):
        if (known := at_domain(match[1].lower())) and known.kind is OutletKind.OUTLET:
            return known.name, f"outlet: its address for mail: {match[0]}"
    return None


def _in_dateline(text: str, blocks: tuple[Block, ...], kinds: tuple[OutletKind, ...]) -> tuple[str, str] | None:
    for block in blocks[:TOP]:
        found = dateline(Draft(block.span, block.span.of(text))) if block.role in (Role.BODY, Role.DATELINE) else None
        outlet = named(found.agency.of(text)) if found and found.agency else None
        if found and outlet and outlet.kind in kinds:
            return outlet.name, f"its dateline: “{found.span.of(text)}”"
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

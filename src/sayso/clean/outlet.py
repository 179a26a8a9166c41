"""Which outlet published a document: as declared, by its address, or by what the text gives away of itself."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from sayso.clean.names import UPPER, canonical
from sayso.documents import Block, Declared, Role
from sayso.outlets import OutletKind, at_domain, named

NAME = rf"(?P<name>(?:[Tt]he )?[{UPPER}][\w.&-]*(?: (?:[{UPPER}][\w.&-]*|of|and|de|la|&)){{0,4}})"
HANGING = re.compile(r"(?: (?:of|and|de|la|&|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday))+$")
SURE = tuple(
    (re.compile(pattern), because)
    for pattern, because in (
        (
            rf"(?:respond|responded|reply|replied|return) to (?:an? |multiple |repeated )?(?:requests? (?:for comment )?(?:from|by) )?{NAME}(?:[’']s?)? (?:immediate )?(?:requests?|inquir|enquir|questions?|emails?|calls?)",
            "asked for comment",
        ),
        (rf"respond(?:ed)? to (?:an? |multiple )?requests? for comments? (?:from|by) {NAME}", "asked for comment"),
        (
            rf"{NAME} (?:has |have )?(?:reached out to|contacted|approached|sought comment from|asked) [\w .,’'-]{{2,80}} for (?:further |additional )?comment",
            "asked for comment",
        ),
        (rf"(?:from|by) {NAME}\. Read our privacy", "its newsletter form"),
        (rf"[Ss]ign up (?:to|for) {NAME}[’']s? (?:[\w ]{{2,40}})?(?:newsletter|email|briefing)", "its newsletter form"),
        (rf"(?:©|\([Cc]\)|[Cc]opyright|COPYRIGHT)\s*(?:©\s*)?(?:\d{{4}}\s*)?{NAME}", "its copyright notice"),
        (rf"(?:[Ss]upport|[Dd]onate to|[Ss]ubscribe to) {NAME}[’']?s? (?:today|now|journalism|from)", "its appeal to readers"),
    )
)
TOLD = re.compile(rf"\b(?:told|telling|tells) {NAME}")
TOLD_LEAST = 2
"""How often a text must say "told X", and of nobody else, before X is taken for its outlet: once may be a relay."""
TRAILS = re.compile(r"\s*\([^)]*\)$|\s+[-–—|:]\s+.*$|\.(?:com|org|net|co\.uk|de|fr|it|es)$|\s+Online$")


def outlet_of(text: str, blocks: tuple[Block, ...], declared: Declared) -> tuple[str | None, str]:
    """The outlet's name, as the table has it where it is known there, and the reason; None when nothing says it."""
    by_address = at_domain(_host(declared.url)) if declared.url else None
    if declared.outlet:
        known = named(declared.outlet) or named(TRAILS.sub("", declared.outlet)) or at_domain(declared.outlet)
        if known:
            return known.name, "outlet: declared"
        if by_address and by_address.kind is not OutletKind.TRANSPORT:
            return by_address.name, "outlet: by the address, which is better known than the name declared"
        return declared.outlet, "outlet: declared, not in the table"
    if by_address:
        return by_address.name, "outlet: by the address"
    return _by_its_words(text, blocks)


def _host(url: str) -> str:
    try:
        return urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""


def _by_its_words(text: str, blocks: tuple[Block, ...]) -> tuple[str | None, str]:
    for pattern, because in SURE:
        for block in blocks:
            for match in pattern.finditer(text, block.span.start, block.span.end):
                if name := _outlet_name(match["name"], because):
                    return name, f"outlet: {because}: “{match[0]}”"
    told: Counter[str] = Counter()
    for block in blocks:
        if block.role is Role.BODY:
            names = (_outlet_name(m["name"], "told") for m in TOLD.finditer(text, block.span.start, block.span.end))
            told.update(name for name in names if name)
    if len(told) == 1 and told.total() >= TOLD_LEAST:
        name = next(iter(told))
        return name, f"outlet: people told it, {told.total()} times, and told nobody else"
    return None, "outlet: nothing says it"


def _outlet_name(words: str, because: str) -> str | None:
    """The outlet that the words name; where only an outlet can stand, an unknown name with an article is taken as it is."""
    words = HANGING.sub("", words)
    known = named(words)
    if known:
        return None if known.kind is OutletKind.TRANSPORT else known.name
    if because == "told" or because == "its copyright notice":
        return None
    return canonical(words) if re.match(r"[Tt]he \w+ \w+|[A-Z]\w+ [A-Z]\w+", words) else None

"""Whose copy or reporting a document says it carries: wires in datelines, contributors in credits, relays in the running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.clean.bylines import authors_of
from sayso.clean.datelines import dateline
from sayso.clean.draft import Draft
from sayso.clean.names import UPPER, Mention, Outlets, mentions
from sayso.clean.words import either, table, words
from sayso.documents import Block, Credit, Role
from sayso.outlets import Outlet, OutletKind, name_key, named
from sayso.spans import Span

REACH = 90
"""Characters before and after an outlet's name within which the words that credit it are looked for."""

KINDS = f"(?:{either(words('credits', 'kinds'))} )?"
BEFORE = re.compile(rf"(?<!\w){either(words('credits', 'before'))}{KINDS}$", re.IGNORECASE)
AFTER = re.compile(
    rf"(?:[’']s? [\w .’'-]{{2,40}}?)?(?: {either(words('credits', 'kinds'))})?,?(?: {either(words('credits', 'between'))})?"
    rf" {either(words('credits', 'after'))}\b"
)
WIRE_SAID = re.compile(rf"(?: {either(words('credits', 'kinds'))})?(?: (?:also|later|earlier|on \w+))? (?:said|says)\b")
ORGANIZATION = re.compile(
    rf"(?:The |the )?(?:[{UPPER}][\w.&’'-]* ){{1,4}}{either(words('credits', 'organizations'))}\b"
    rf"|Agence [{UPPER}][\w-]*(?:[ -][{UPPER}][\w-]*)*"
)
ENDINGS = tuple((name, re.compile(pattern)) for name, pattern in table()["endings"].items())
HAT_TIP = re.compile(r"[(\[]?(?:h/t|hat[ -]tip)(?: to)?\s*:?\s+(?P<names>[^()\[\]]{2,120}?)[)\].]*$", re.IGNORECASE)
BETWEEN_TIPS = re.compile(r",? and |, | & | / |; ")
NOT_CREDITED = re.compile(r"^copyright|^©", re.IGNORECASE)


def credits_of(text: str, blocks: tuple[Block, ...], outlet: str | None, others: Outlets = ()) -> tuple[Credit, ...]:
    """The credits of a document in order, none of them to its own outlet. `others` are outlets beside those of the table."""
    own = name_key(outlet) if outlet else None
    found = {credit for block in blocks for credit in _in_block(text, block, others) if name_key(credit.name) != own}
    return tuple(sorted(_full_names(found, text, blocks, own), key=lambda c: (c.span, c.name)))


def _in_block(text: str, block: Block, others: Outlets) -> Iterator[Credit]:
    if block.role is Role.CREDIT:
        yield from _in_credit(text, block, others)
    elif block.role is Role.BYLINE:
        named_here = (named(author) for author in authors_of(block.span.of(text)))
        yield from (Credit(outlet.name, block.span) for outlet in named_here if outlet and _carried(outlet))
    elif block.role is Role.CHROME and NOT_CREDITED.match(block.span.of(text)):
        wires = (m.outlet for m in mentions(text, block.span) if m.outlet.kind is OutletKind.WIRE)
        yield from (Credit(wire.name, block.span) for wire in wires)
    elif block.role in (Role.BODY, Role.DATELINE):
        yield from _in_dateline(text, block.span, others)
        for mention in mentions(text, block.span, others):
            if _carried(mention.outlet) and (span := _relay(text, block.span, mention)):
                yield Credit(mention.outlet.name, span)


def _carried(outlet: Outlet) -> bool:
    return outlet.kind is not OutletKind.TRANSPORT


def _in_credit(text: str, block: Block, others: Outlets) -> Iterator[Credit]:
    """Every outlet that a credit line names, and what is called like an organisation that reports."""
    if tip := HAT_TIP.match(block.span.of(text)):
        yield from (Credit(_as_known(name), block.span) for name in BETWEEN_TIPS.split(tip["names"]) if name.strip())
        return
    known = [m for m in mentions(text, block.span, others) if _carried(m.outlet)]
    if not known:
        yield from (Credit(name, block.span) for name, ending in ENDINGS if ending.match(block.span.of(text)))
    yield from (Credit(mention.outlet.name, block.span) for mention in known)
    for match in ORGANIZATION.finditer(text, block.span.start, block.span.end):
        if not any(mention.span.overlaps(Span(*match.span())) for mention in known):
            yield Credit(match[0], block.span)


def _as_known(name: str) -> str:
    outlet = named(name.strip())
    return outlet.name if outlet else name.strip()


def _in_dateline(text: str, span: Span, others: Outlets) -> Iterator[Credit]:
    found = dateline(Draft(span, span.of(text)))
    if found is None or found.agency is None:
        return
    agency = name_key(found.agency.of(text))
    if outlet := named(agency) or next((o for o in others if name_key(o.name) == agency), None):
        yield Credit(outlet.name, found.span)


def _relay(text: str, body: Span, mention: Mention) -> Span | None:
    """The words that credit the outlet together with its name, or None when the text only mentions it."""
    left = text[max(body.start, mention.span.start - REACH) : mention.span.start]
    # Every wording in the table ends in a word or a colon and a space; most names stand behind something else.
    before = BEFORE.search(left) if left[-1:].isspace() and (left[-2:-1].isalnum() or left[-2:-1] == ":") else None
    if before and not _misread(text, mention, before[0]):
        return Span(mention.span.start - len(before[0]), mention.span.end).trimmed(text)
    rest = text[mention.span.end : min(body.end, mention.span.end + REACH)]
    after = AFTER.match(rest)
    if after is None and mention.outlet.kind is OutletKind.WIRE:
        after = WIRE_SAID.match(rest)
    return Span(mention.span.start, mention.span.end + after.end()) if after else None


def _misread(text: str, mention: Mention, before: str) -> bool:
    """ "From The Telegraph" credits it only with a colon behind, "said The Times" only at the end of a clause."""
    behind = text[mention.span.end : mention.span.end + 1]
    if before.lower().startswith("from "):
        return behind != ":"
    if before.split()[-1] in ("said", "revealed", "disclosed", "published", "obtained", "seen", "reviewed"):
        return behind not in (".", ",", ";", "")
    return False


def _full_names(found: set[Credit], text: str, blocks: tuple[Block, ...], own: str | None) -> Iterator[Credit]:
    """The credits, in which "The Times" is The New York Times where that was named before, and nobody in The Washington Times."""
    short = sorted((c for c in found if len(c.name.split()) == 2 and c.name.startswith("The ")), key=lambda c: c.span)
    yield from found.difference(short)
    if not short:
        return
    told = (mention for block in blocks for mention in mentions(text, block.span))
    mention = next(told, None)
    longer: dict[str, set[str]] = {}
    for credit in short:
        while mention and mention.span.start < credit.span.start:
            if len(mention.outlet.name.split()) > 2:
                longer.setdefault(mention.outlet.name.split()[-1], set()).add(mention.outlet.name)
            mention = next(told, None)
        last = credit.name.split()[-1]
        if not (own or "").endswith(f" {last.lower()}"):
            full = longer.get(last, set())
            yield Credit(next(iter(full)), credit.span) if len(full) == 1 else credit

"""Whose copy or reporting a document says it carries: wires in datelines, contributors in credits, relays in the running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.clean.bylines import authors_of
from sayso.clean.datelines import dateline
from sayso.clean.draft import drafts_of
from sayso.clean.names import UPPER, Mention, canonical, mentions
from sayso.documents import Block, Credit, Role
from sayso.outlets import OutletKind, name_key, named
from sayso.spans import Span

REACH = 90
"""Characters before and after an outlet's name within which the words that credit it are looked for."""

BEFORE = re.compile(
    r"(?:\b(?:reported|reports|wrote|revealed|disclosed|said|published|obtained|seen|reviewed|quoted|cited)(?: (?:on \w+|earlier|first|last \w+|exclusively))? (?:by |in )?"
    r"|\baccording to (?:(?:an? |the )?(?:\w+ ){0,3}(?:report|article|story|investigation|analysis|interview|account|scoop)s? (?:in|by|from|with|published (?:by|in)) )?"
    r"|\b(?:reports?|article|story|investigation|interview|account|scoop|op-ed|column) (?:(?:published |broadcast |aired )?(?:in|by|from|with|on|for)) |\b(?:told|telling|tells|spoke to|speaking to|speaking on|speaking with|interviewed by|confirmed to|confirming to) "
    r"|\b(?:citing|quoting|via|credit(?:ed)? to|courtesy of|as (?:first )?reported (?:by|in)|first (?:published|reported|appeared) (?:by|in|on)|originally published (?:by|in|on)|via the|[Hh]/[Tt]|[Hh]at tip(?: to)?)[: ] ?"
    r"|\bFrom )(?:(?:news )?(?:agency|network|channel|newspaper|broadcaster|magazine|website|site) )?$"
)
AFTER = re.compile(
    r"(?:[’']s? [\w .’'-]{2,40}?)?(?: (?:news )?(?:agency|newspaper|network|channel|magazine|website|broadcaster|news service))?,?(?: (?:first|also|has|had|has also|later|on \w+|earlier|previously|separately|exclusively|has previously))?"
    r" (?:reported|reports|reporting|wrote|writes|revealed|quoted|quotes|cited|cites|broke the (?:story|news)|published|obtained|noted)\b"
)
WIRE_AFTER = re.compile(r"(?: news agency| agency)?(?: (?:also|later|earlier|on \w+))? (?:said|says)\b")
FROM = re.compile(r"\bFrom $")
SAID_BY = re.compile(r"\b(?:said|revealed|disclosed|published|obtained|seen|reviewed) $")
ORGANIZATION = re.compile(
    rf"(?:The |the )?(?:[{UPPER}][\w.&’'-]* ){{0,4}}(?:News|Press|Agency|Times|Post|Tribune|Herald|Journal|Gazette|Chronicle|Observer|Telegraph|Radio|TV|Television"
    r"|Network|Media|Wire|Service|Agence|Daily|Weekly|Broadcasting|Reporters|Bureau|Project|Magazine|Independent|Standard|Mail|Today)\b"
)


def credits_of(text: str, blocks: tuple[Block, ...], outlet: str | None) -> tuple[Credit, ...]:
    """The credits of a document in order, none to its own outlet, each name once in the same words."""
    found: dict[tuple[str, Span], Credit] = {}
    own = name_key(outlet) if outlet else None
    for block in blocks:
        for credit in _in_block(text, block):
            if name_key(credit.name) != own:
                found.setdefault((credit.name, credit.span), credit)
    return tuple(sorted(found.values(), key=lambda c: (c.span, c.name)))


def _in_block(text: str, block: Block) -> Iterator[Credit]:
    if block.role is Role.CREDIT:
        yield from _in_credit(text, block)
    elif block.role is Role.BYLINE:
        yield from (
            Credit(o.name, block.span)
            for a in authors_of(block.span.of(text))
            if (o := named(a)) and o.kind is not OutletKind.TRANSPORT
        )
    elif block.role in (Role.BODY, Role.DATELINE):
        yield from _in_dateline(text, block)
        yield from _in_body(text, block.span)
    elif block.role is Role.CHROME and "copyright" in block.span.of(text)[:20].lower():
        yield from (
            Credit(m.outlet.name, block.span)
            for m in mentions(text, block.span.start, block.span.end)
            if m.outlet.kind is OutletKind.WIRE
        )


def _in_credit(text: str, block: Block) -> Iterator[Credit]:
    known = [m for m in mentions(text, block.span.start, block.span.end) if m.outlet.kind is not OutletKind.TRANSPORT]
    yield from (Credit(mention.outlet.name, block.span) for mention in known)
    for match in ORGANIZATION.finditer(text, block.span.start, block.span.end):
        span = Span(*match.span())
        if not any(mention.span.overlaps(span) for mention in known) and " " in match[0].removeprefix("The "):
            yield Credit(canonical(match[0]), block.span)


def _in_dateline(text: str, block: Block) -> Iterator[Credit]:
    found = dateline(drafts_of(text, (block.span,))[0])
    if found and found.agency:
        outlet = named(found.agency.of(text))
        if outlet:
            yield Credit(outlet.name, found.span)


def _in_body(text: str, body: Span) -> Iterator[Credit]:
    for mention in mentions(text, body.start, body.end):
        if mention.outlet.kind is OutletKind.TRANSPORT:
            continue
        span = _relay(text, body, mention)
        if span:
            yield Credit(mention.outlet.name, span)


def _relay(text: str, body: Span, mention: Mention) -> Span | None:
    """The words that credit the outlet and its name, or None when the text only mentions it."""
    before = BEFORE.search(text[max(body.start, mention.span.start - REACH) : mention.span.start])
    if before and not _misread(text, mention, before[0]):
        return Span(mention.span.start - len(before[0]), mention.span.end).trimmed(text)
    after = AFTER.match(text[mention.span.end : min(body.end, mention.span.end + REACH)])
    if after is None and mention.outlet.kind is OutletKind.WIRE:
        after = WIRE_AFTER.match(text[mention.span.end : min(body.end, mention.span.end + REACH)])
    return Span(mention.span.start, mention.span.end + after.end()) if after else None


def _misread(text: str, mention: Mention, before: str) -> bool:
    """ "From The Telegraph" credits it only with a colon; "said The Times" only at the end of a clause."""
    behind = text[mention.span.end : mention.span.end + 2]
    if FROM.search(before):
        return not behind.startswith(":")
    if SAID_BY.search(before):
        return not (behind[:1] in ".,;:" or not behind)
    return False

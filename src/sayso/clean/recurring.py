"""What an outlet says in report after report that are not about one event: its furniture, learned from the case itself.

A paragraph of background that an outlet repeats in every report of one affair is no furniture, nor is a wire's that many carry:
the reports that have a line must be unlike in all else, and a sentence must be one outlet's own, at the edge of its reports.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.clean.dates import MONTHS
from sayso.clean.draft import STOP
from sayso.clean.words import either, words
from sayso.documents import Block, Document, Marking, Profile, Role
from sayso.outlets import name_key
from sayso.spans import Span

LONGEST = 600
"""Characters above which a line is no furniture."""
SHORTEST = 20
"""Characters of a sentence within a paragraph; what seems shorter mostly ends with an abbreviation."""
LEAST = 3
"""Reports, each on another event, in which a line must stand."""
ASKED = 12
"""Reports that are looked at to find these; a line that stands in hundreds costs no more."""
ALIKE = 0.2
"""The share of the names of one report that another has, from which both may be about one event. Of 539 pairs of reports on one
event (BASIL, AllSides) one in twenty shares less; of 1,380 of one outlet at random two in three. Three pairs must be unlike."""
FEWEST_NAMES = 5
"""Names that a report needs to be told from another."""
FIRST, LAST = 2, 4
"""Blocks from either end of a report between which a full sentence is the report's own, however often it recurs."""
MOST_AT_EDGES = 0.8
MOST_OF_A_BODY = 0.3
"""The share of a report's body that may be furniture of this kind; where it seems more, the reports are copies of one another."""

TOKEN = re.compile(r"[^\W\d_]+|\d+")
NAME = re.compile(r"(?<=[\w,;] )[^\W\d_a-zß-öø-ÿ][\w’'-]{2,}")
SENTENCE = re.compile(r"(?<=[a-z0-9)”\"][.!?]) (?=[“\"A-Z])")
DAYS = frozenset({*MONTHS, *words("recurring", "days")})
INVITES = re.compile(either(words("recurring", "invites")), re.IGNORECASE)
CREDITS = re.compile(either(words("recurring", "credits")), re.IGNORECASE)
SPOKEN = re.compile(either(words("recurring", "spoken")))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a report, or the first or last sentence of it, that may recur."""

    document: int
    span: Span
    sentence: bool
    edge: bool


@dataclass(slots=True)
class Pile:
    """The documents with their lines, by what the lines say."""

    documents: Sequence[Document]
    profiles: Sequence[Profile]
    lines: dict[tuple[str, str], list[Line]] = field(default_factory=lambda: defaultdict(list))
    outlets: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    named: dict[int, frozenset[str]] = field(default_factory=dict)

    def names(self, at: int) -> frozenset[str]:
        """The names in a report's body, without those in lines that recur."""
        if at not in self.named:
            profile, text = self.profiles[at], self.documents[at].text
            own = name_key(profile.outlet or "")
            told = (b.span.of(text) for b in profile.blocks_of(Role.BODY))
            kept = (words for words in told if not self._recurs(own, words))
            self.named[at] = frozenset(name for words in kept for name in _names(words))
        return self.named[at]

    def _recurs(self, outlet: str, words: str) -> bool:
        return len({line.document for line in self.lines.get((outlet, _key(words)), ())}) >= LEAST


def furnished(documents: Sequence[Document], profiles: Sequence[Profile]) -> dict[int, tuple[Block, ...]]:
    """The blocks of the documents in which furniture was found, by their places among the documents."""
    pile = _piled(documents, profiles)
    found: dict[int, list[tuple[Span, str]]] = defaultdict(list)
    for (outlet, key), lines in pile.lines.items():
        reports = sorted({line.document for line in lines})
        if len(reports) < LEAST or not _could_be(lines, pile.outlets[key]) or not _on_many_events(pile, reports, lines[0], outlet):
            continue
        for line in lines:
            because = f"stands in {len(reports) - 1} other reports of this outlet on other events"
            found[line.document].append((line.span, because))
    return {at: blocks for at in sorted(found) if (blocks := _parted(documents[at].text, profiles[at], found[at]))}


def _piled(documents: Sequence[Document], profiles: Sequence[Profile]) -> Pile:
    pile = Pile(documents, profiles)
    for at, (document, profile) in enumerate(zip(documents, profiles, strict=True)):
        if profile.outlet:
            outlet = name_key(profile.outlet)
            for key, line in _lines(at, document, profile):
                pile.lines[outlet, key].append(line)
                pile.outlets[key].add(outlet)
    return pile


def _lines(at: int, document: Document, profile: Profile) -> Iterator[tuple[str, Line]]:
    """The body's lines with their keys, and the sentences at its two ends."""
    headings = {mark.span.start for mark in document.marks if mark.marking in (Marking.HEADING, Marking.ROW)}
    blocks = profile.blocks
    body = [n for n, block in enumerate(blocks) if block.role is Role.BODY and not block.because]  # none known for the report's own
    ends = {*body[:1], *body[-2:]}
    for n in body:
        span = blocks[n].span
        words = span.of(document.text)
        edge = n < FIRST or n >= len(blocks) - LAST or blocks[n - 1].role in (Role.PROMO, Role.CHROME)
        if len(words) <= LONGEST and span.start not in headings and (key := _key(words)):
            yield key, Line(at, span, STOP.search(words[-8:]) is not None or words[-1] == ":", edge)
        if n in ends:
            for part in _end_sentences(span, words):
                if key := _key(part.of(document.text)):
                    yield key, Line(at, part, True, True)


def _end_sentences(span: Span, words: str) -> Iterator[Span]:
    """The first and the last sentence of a paragraph of several."""
    stops = [match.start() for match in SENTENCE.finditer(words)]
    if stops and stops[0] >= SHORTEST:
        yield Span(span.start, span.start + stops[0])
    if stops and len(words) - stops[-1] > SHORTEST:
        yield Span(span.start + stops[-1] + 1, span.end)


def _key(words: str) -> str:
    """What a line says, whatever its numbers and the names of its day; empty where that is hardly anything."""
    if words[0] in "“\"„«‘'" or SPOKEN.match(words):
        return ""
    said = [("0" if token[0].isdigit() else "day" if token in DAYS else token) for token in TOKEN.findall(words.casefold())]
    return " ".join(said) if any(len(token) > 2 for token in said) else ""


def _names(words: str) -> Iterator[str]:
    for match in NAME.finditer(words):
        yield match[0].removesuffix("'s").removesuffix("’s").casefold()


def _could_be(lines: Sequence[Line], outlets: Iterable[str]) -> bool:
    """A label may stand anywhere and with everybody, a sentence only at the edges of one outlet's reports."""
    if not any(line.sentence for line in lines):
        return True
    at_edges = sum(line.edge for line in lines) >= MOST_AT_EDGES * len(lines)
    return at_edges and len(set(outlets)) == 1


def _on_many_events(pile: Pile, reports: Sequence[int], line: Line, outlet: str) -> bool:
    """True when enough of the reports share few names with one another, and the line's own names are not what they are about."""
    said = frozenset(_names(line.span.of(pile.documents[line.document].text))) - frozenset(outlet.split())
    unlike: list[frozenset[str]] = []
    about = asked = 0
    for at in reports[:: max(1, len(reports) // ASKED)][:ASKED]:
        names = pile.names(at)
        if len(names) < FEWEST_NAMES:
            continue
        asked += 1
        about += bool(names & said)
        if all(len(names & other) < ALIKE * min(len(names), len(other)) for other in unlike):
            unlike.append(names)
    return len(unlike) >= LEAST and 2 * about < asked


def _parted(text: str, profile: Profile, found: Sequence[tuple[Span, str]]) -> tuple[Block, ...]:
    """The profile's blocks with the furniture cut out as blocks of their own; nothing where it would be too much of the body."""
    body = sum(len(block.span) for block in profile.blocks_of(Role.BODY))
    whole = {block.span for block in profile.blocks}
    chosen: list[tuple[Span, str]] = []
    for span, because in sorted(found, key=lambda f: (f[0] not in whole, f[0])):
        if not any(span.overlaps(other) for other, _ in chosen):
            chosen.append((span, because))
    if sum(len(span) for span, _ in chosen) > MOST_OF_A_BODY * body:
        return ()
    return tuple(piece for block in profile.blocks for piece in _cut(text, block, [c for c in chosen if block.span.contains(c[0])]))


def _cut(text: str, block: Block, furniture: Sequence[tuple[Span, str]]) -> Iterator[Block]:
    if not furniture:
        yield block
        return
    because = dict(furniture)
    edges = sorted({block.span.start, block.span.end, *(edge for span in because for edge in (span.start, span.end))})
    for start, end in pairwise(edges):
        piece = Span(start, end).trimmed(text)
        if Span(start, end) in because:
            yield Block(piece, _role(piece.of(text)), (because[Span(start, end)],))
        elif piece:
            yield Block(piece, block.role, block.because)


def _role(words: str) -> Role:
    if CREDITS.search(words):
        return Role.CREDIT
    return Role.PROMO if INVITES.search(words) else Role.CHROME

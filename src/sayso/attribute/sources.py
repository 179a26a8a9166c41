"""Which party a source names: the one that its head names, not one that only describes the head."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.findings import LocalParty, MentionKind, NameType
from sayso.spans import Span, Spans

SPEAKS_FOR = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|representatives? (?:of|for|from)|statement|press (?:office|secretary)|lawyers?)\b",
    re.IGNORECASE,
)
GOVERNS = re.compile(
    r"(?:government|regime|administration|authorities|state media|military|army|foreign ministry)\W*$", re.IGNORECASE
)
ISSUED_BY = re.compile(
    r"\b(?:statements?|claims?|allegations?|reports?|figures|data|letters?|notices?|posts?|accounts?|findings|declarations?|releases?)\s"
    r"(?:\S+\s+){0,3}?(?:published|made|issued|released|posted)\s+by\s+(?:the\s+)?$",
    re.IGNORECASE,
)
MEMBER = re.compile(r"^(?:[Tt]he|[Aa]n?)\s(?:\S+\s)*(?:Republican|Democrat|Conservative|Liberal|Communist|Socialist|Green)$")
INDEFINITE = re.compile(r"an?\s")
AND = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
LINKED = re.compile(r"\b(?:of|for|in|at|from|on|with|to|by|about|near|inside|against)\s+(?:[Tt]he\s+)?$")
LINKS = re.compile(r"\b(?:of|for|in|at|from|on|with|to|by|about|near|inside|against)\s", re.IGNORECASE)
SEATED = re.compile(r"\s+in\s+[A-Z]")
"""In "the Foreign Ministry in Berlin" the place tells which one is meant, which need not be the one named before."""

POSSESSED = re.compile(r"^['’]s?\b")
UNTITLED = re.compile(rf"(?:{LINKED.pattern})|['’]s\s+$")
SPOKEN_FOR = "is spoken for"
RELATIVE = re.compile(r"^(?:who|which|that)$", re.IGNORECASE)
ASIDE = re.compile(r",\s|\s[-–—]+\s|\(|\s(?:who|which|whose)\s")
ISSUES = re.compile(r"\b(?:issued|released|published|put out|posted|sent)\s+$")
ISSUED_WITHIN = 90
OF = re.compile(r",?\s(?:of|from|in)\s(?:the\s)?")
NEAR = 40
LATEST = 12
"""How many mentions before a relative pronoun are looked at."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """A mention with its party."""

    span: Span
    kind: MentionKind
    party: LocalParty


class Parties:
    """The parties of one document, to be asked for by source."""

    def __init__(self, parties: Sequence[LocalParty]) -> None:
        self.by_id = {party.id: party for party in parties}
        self.mentions = sorted(
            (Pointed(m.span, m.kind, party) for party in parties for m in party.mentions),
            key=lambda p: (p.span.start, -p.span.end, p.party.id),
        )
        self.starts = [p.span.start for p in self.mentions]
        self.longest = max((len(p.span) for p in self.mentions), default=0)

    def over(self, span: Span) -> list[Pointed]:
        """Mentions that share a character with the span, in order, the longer first."""
        first = bisect_left(self.starts, span.start - self.longest)
        return [p for p in self.mentions[first : bisect_left(self.starts, span.end)] if p.span.overlaps(span)]

    def behind(self, text: str, source: Spans) -> tuple[LocalParty | None, str]:
        """The party behind a source and why, or None where the source names none."""
        if not source:
            return None, "no source in the text"
        words = source[0].of(text)
        if RELATIVE.match(words.strip()):
            return self._before(text, source[0])
        if self._joined(text, source[0]):
            return None, f"more than one in “{words}”"
        if MEMBER.match(words):
            return None, f"one of a party in “{words}”"
        head = self._head(text, source[0])
        inside = [p for p in self.over(head) if head.contains(p.span) or p.span.contains(head)]
        named = self._named_after(text, source[0], head)
        if named is not None:
            return named.party, f"“{named.span.of(text)}” after the title"
        whole = next((p for p in inside if p.span.contains(head)), None)
        if whole is not None:
            return whole.party, f"“{whole.span.of(text)}”"
        for pointed in reversed(inside):
            reason = _fits(text, head, pointed)
            if reason:
                return pointed.party, f"“{pointed.span.of(text)}” {reason}"
        return None, f"nobody named in “{words}”"

    def _joined(self, text: str, source: Span) -> bool:
        """Whether a source is more than one party: "Norland, Sudland and the Port Office", "the port and its owners"."""
        parts = self._parts(text, source)
        names = [part for part in parts if any(p.span.end == part.end for p in self.over(part))]
        listed = len(parts) > 2 and sum(not INDEFINITE.match(part.of(text)) for part in names) > 1
        return listed or len(self._parts(text, self._head(text, source))) > 1

    def _parts(self, text: str, head: Span) -> list[Span]:
        """The head parted at "and", unless that stands in a name or after a preposition."""
        cuts = [m for m in AND.finditer(text, head.start, head.end) if not self._is_inside(m.start(), m.end())]
        if not any("and" in m[0] for m in cuts) or LINKS.search(text[head.start : cuts[-1].start()]):
            return [head]
        starts, ends = [head.start, *(m.end() for m in cuts)], [*(m.start() for m in cuts), head.end]
        return [Span(start, end) for start, end in zip(starts, ends, strict=True) if end > start]

    def _is_inside(self, start: int, end: int) -> bool:
        return any(p.span.start < start and p.span.end > end for p in self.over(Span(start, end)))

    def issuing(self, text: str, paper: Span) -> LocalParty | None:
        """Who issues a paper in "SOMEBODY issued a statement": the party named last before that verb."""
        near = max(0, paper.start - ISSUED_WITHIN)
        verb = ISSUES.search(text, near, paper.start)
        before = [p for p in self.over(Span(near, verb.start())) if not LINKED.search(text[near : p.span.start])] if verb else []
        return before[-1].party if before and "\n" not in text[before[-1].span.end : paper.start] else None

    def _named_after(self, text: str, source: Span, head: Span) -> Pointed | None:
        """NAME in "TITLE, NAME": a person who is only named in the aside."""
        inside = [p for p in self.over(head) if p.party.type is NameType.PERSON and p.kind is MentionKind.NAME]
        if any(not POSSESSED.match(text[p.span.end : head.end]) for p in inside):
            return None
        start = head.end + len(text[head.end : source.end]) - len(text[head.end : source.end].lstrip(", \u00a0"))
        people = (p for p in self.over(source) if p.party.type is NameType.PERSON and p.kind is MentionKind.NAME)
        return next((p for p in people if p.span.start == start > head.end), None)

    def _before(self, text: str, pronoun: Span) -> tuple[LocalParty | None, str]:
        place = bisect_left(self.starts, pronoun.start)
        for pointed in reversed(self.mentions[max(0, place - LATEST) : place]):
            if pointed.span.end <= pronoun.start and not text[pointed.span.end : pronoun.start].strip(" ,–—-"):
                pointed = self._of_which(text, pointed) if pronoun.of(text).lower() == "who" else pointed
                return pointed.party, f"“{pointed.span.of(text)}” before “{pronoun.of(text)}”"
        return None, f"nobody named before “{pronoun.of(text)}”"

    def _of_which(self, text: str, place: Pointed) -> Pointed:
        """The person that a place only tells more of: "Dana Holt of Norland, who"."""
        if place.party.type is not NameType.PLACE:
            return place
        before = (p for p in self.over(Span(max(0, place.span.start - NEAR), place.span.start)) if p.party.type is NameType.PERSON)
        return next((p for p in before if OF.fullmatch(text, p.span.end, place.span.start)), place)

    def _head(self, text: str, source: Span) -> Span:
        """The source without the aside that only says more of it; a comma inside a name is none."""
        for aside in ASIDE.finditer(text, source.start, source.end):
            if aside.start() > source.start and not any(
                p.span.start < aside.start() and p.span.end > aside.end() for p in self.over(Span(aside.start(), aside.end()))
            ):
                return Span(source.start, aside.start()).trimmed(text)
        return source


def _fits(text: str, head: Span, pointed: Pointed) -> str | None:
    """Why a mention inside a source names its head; None when it only describes it."""
    before, after = text[head.start : pointed.span.start], text[pointed.span.end : head.end]
    linked = LINKS.search(before) is not None
    governs = GOVERNS.search(after) and not linked and pointed.party.type is not NameType.PERSON
    if ISSUED_BY.search(before):
        return "published it"
    if SPEAKS_FOR.search(before) or SPEAKS_FOR.search(after):
        if pointed.party.type is NameType.PERSON:
            return "ends the source" if not linked and not after.strip(" .,'’\"”") else None
        return SPOKEN_FOR
    if not after.strip(" .,'’\"”"):
        if not linked:
            return "ends the source"
        return "is named after a title" if pointed.party.type is NameType.PERSON and not UNTITLED.search(before) else None
    if POSSESSED.match(after):
        return "governs" if governs else None
    if governs:
        return "governs"
    if SEATED.match(after) and pointed.span.of(text) != pointed.party.name:
        return None
    if LINKS.match(after.lstrip()) or re.match(r"\s+and\s", after):
        return "heads the source" if not linked else None
    return None

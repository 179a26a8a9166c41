"""Where a source and a content begin and end: at whole names and quotations, without the points around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.attribute.marks import with_marks
from sayso.attribute.quotes import Quotes
from sayso.attribute.words import listed
from sayso.findings import Saying
from sayso.spans import Span, Spans, merged

WORD = re.compile(r"\w+")
POINTS = " \t\n\u00a0,;:–—-…"
"""What parts a span from the words around it, and is no part of it."""

SHORT = re.compile(r"\w\.\w{1,2}\.$")
"""A point that ends "U.S." or "p.m." rather than a sentence."""

LOST = 25
"""Characters that a source can have lost in the middle and still be one."""

LONGEST = 60
"""Characters between a quotation and its cue that can be the source alone."""

CLOSING = frozenset("\"”’'»")
RELATIVES = ("who", "which", "that")
DATELINE = re.compile(
    r"(?:[A-Z][A-Z’'. -]{2,40}(?:, [\w.’' ]{2,30}?)?(?: \([^)\n]{2,30}\))?|\([A-Z][A-Za-z/ ]{1,20}\)) (?:[–—]|--?) "
)
"""Where and by whom a report was filed: "EASTPORT, Norland (BNN) — "."""

ASIDE = re.compile(r"(?:as|who|which|while|when|after|before|with|in|on|adding)\b")
"""What goes on like this after "CONTENT, she said," is the reporter's own: so 136 of 141 times in PolNeAR's training part."""

DANGLING = re.compile(r"[\s,]+(?:while|and|but|as|when|where|because|although|though|or|if)$", re.IGNORECASE)
"""What belongs to the clause after a content."""

NAMED_AFTER = re.compile(r"\s+(?P<who>[^\s,.;:“”\"][^,.;:“”\"\n]{0,60}?)(?=[,.;:“”\"\n]|$)")
"""Who stands after "according to"."""

CITED = re.compile(r", (?:citing|quoting) [^,;.:“\"\n]+$")

LONGEST_DATELINE = 150

BRACKETS = {"(": ")", "[": "]"}


@cache
def _unfinished() -> frozenset[str]:
    """Words that no source ends with."""
    return listed("determiner") | listed("preposition") | listed("be")


class Bounds:
    """The names and quotations of one text, by which the spans of its sayings are made whole."""

    def __init__(self, text: str, names: Sequence[Span], quotes: Quotes) -> None:
        self.text = text
        self.names = sorted(names)
        self.quotes = quotes
        self._ends = [name.end for name in self.names]

    def whole(self, saying: Saying) -> Saying:
        """The saying with one source, that next to its cue, and with spans that cut no name, hold the marks of their quotations
        and nothing of one another. Its content is empty when nothing of it is left that says anything.
        """
        source = self._source(saying) or self._after_marks(saying) or self._named_after(saying)
        own = (*source, *saying.cue)
        content = (part for span in saying.content for part in without(self._content(span, own), own))
        said = (part for span in content if says_something(self.text, part := span.trimmed(self.text, POINTS)))
        return replace(saying, source=source, content=self._without_asides(self._joined(merged(said)), own))

    def _named_after(self, saying: Saying) -> Spans:
        """Who stands after "according to" and was not read."""
        cue = saying.cue[-1]
        named = NAMED_AFTER.match(self.text, cue.end) if cue.of(self.text).lower().endswith("according to") else None
        return (Span(*named.span("who")),) if named else ()

    def _without_asides(self, content: Spans, own: Spans) -> Spans:
        """In "CONTENT, she said, as the rain went on" the last clause is not hers."""
        end = max(span.end for span in own)
        if not content or content[0].start >= min(span.start for span in own):
            return content
        return tuple(
            span
            for span in content
            if not (span.start > end and self.text[end : span.start] == ", " and ASIDE.match(self.text, span.start))
        )

    def _joined(self, content: Spans) -> Spans:
        """Parts with nothing but a space between them are one."""
        out: list[Span] = []
        for span in content:
            if out and self.text[out[-1].end : span.start].strip(" \u00a0") == "":
                out[-1] = out[-1].hull(span)
            else:
                out.append(span)
        return tuple(out)

    def _source(self, saying: Saying) -> Spans:
        sources: list[Span] = []
        for span in saying.source:
            head = self._head(span)
            if head and sources and self._goes_on(sources[-1], head, saying.cue[0]):
                sources[-1] = sources[-1].hull(head)
            elif head:
                sources.append(head)
        if not sources:
            return ()
        nearest = min(sources, key=lambda span: (span.gap(saying.cue[0]), span.start))
        return (self.with_whole_names(nearest, saying.cue),)

    def _after_marks(self, saying: Saying) -> Spans:
        """Who stands between a quotation and its cue, where that was read as a part of what is said: "“It broke,” Brandt said"."""
        for span in saying.content:
            over = self.quotes.over(span)
            after = Span(max(span.start, over[-1].outer.end), max(span.end, over[-1].outer.end)) if over else span
            follows = self.text[max(0, after.start - 2) : after.start].rstrip()[-1:] in CLOSING
            if follows and 0 < len(after) <= LONGEST and after.end <= saying.cue[0].start <= after.end + 1:
                return tuple(filter(None, (self._head(after),)))
        return ()

    def _goes_on(self, before: Span, after: Span, cue: Span) -> bool:
        """Whether a source only lost a word or a comma in the middle, as "many | old | divers"; "somebody | who" and "according to
        the mayor, | Brandt" are two.
        """
        between = self.text[before.end : after.start]
        if len(between) > LOST or len(WORD.findall(between)) > 1 or after.of(self.text).lower() in RELATIVES:
            return False
        return not before.hull(after).overlaps(cue) and not (cue.end <= before.start and self.text[before.end - 1] == ",")

    def _head(self, source: Span) -> Span | None:
        """A source without the points around it or the end of a bracket opened before it; None when it names nobody."""
        source = self._after_dateline(source)
        source = self._with_closing_comma(self._not_broken_off(self._trimmed(source)), source)
        words = source.of(self.text)
        for opens, closes in BRACKETS.items():
            at = words.find(closes)
            if at >= 0 and opens not in words[:at]:
                return self._head(Span(source.start + at + 1, source.end))
        return source if says_something(self.text, source) else None

    def _not_broken_off(self, source: Span) -> Span:
        """"The firm, which has run the pier since" as "The firm": the clause was not read to its end."""
        words = source.of(self.text)
        comma = words.find(",")
        last = words.rpartition(" ")[2].lower()
        return Span(source.start, source.start + comma) if comma > 0 and last in _unfinished() else source

    def _with_closing_comma(self, trimmed: Span, source: Span) -> Span:
        """"Brandt, the mayor," holds the comma that closes what is said of Brandt, if it was read as a part of the source."""
        closed = "," in trimmed.of(self.text) and self.text[trimmed.end : source.end][:1] == ","
        return Span(trimmed.start, trimmed.end + 1) if closed else trimmed

    def _content(self, span: Span, own: Spans) -> Span:
        whole = self.with_whole_names(self._before_citing(self._after_dateline(self._trimmed(span))), own)
        over = self.quotes.over(whole)
        return with_marks(self.text, whole, [q for q in over if not any(q.outer.overlaps(part) for part in own)])

    def _after_dateline(self, span: Span) -> Span:
        near = max(0, span.start - LONGEST_DATELINE)
        opens = self.text.rfind("\n", near, span.start) + 1 or near
        match = DATELINE.match(self.text, opens) if opens == 0 or self.text[opens - 1] == "\n" else None
        if not match or span.start >= match.end():
            return span
        return Span(match.end(), max(span.end, match.end()))

    def _before_citing(self, span: Span) -> Span:
        """"It sank, citing two divers" tells after "It sank" on whose word that is."""
        cited = CITED.search(self.text, span.start, span.end)
        span = Span(span.start, cited.start()) if cited and cited.start() > span.start else span
        dangling = DANGLING.search(self.text, span.start, span.end)
        return Span(span.start, dangling.start()) if dangling and dangling.start() > span.start else span

    def with_whole_names(self, span: Span, others: Spans) -> Span:
        """The span reached out over a name that it begins or ends in the middle of."""
        for name in self.names[bisect_right(self._ends, span.start) :]:
            if name.start >= span.end:
                break
            if not any(name.overlaps(other) for other in others):
                span = span.hull(name)
        return span

    def _trimmed(self, span: Span) -> Span:
        span = span.trimmed(self.text, POINTS)
        ends = self.text[max(span.start, span.end - 5) : span.end]
        return Span(span.start, span.end - 1) if ends.endswith(".") and not SHORT.search(ends) and len(span) > 1 else span


def says_something(text: str, span: Span) -> bool:
    """Whether there is more to a stretch than points and one word such as "the", "of" or "said", which only binds others."""
    words = WORD.findall(span.of(text).lower())
    return len(words) > 1 or any(word not in listed("binding") for word in words)


def without(span: Span, others: Spans) -> list[Span]:
    """What is left of a span, in order, without those parts that others cover."""
    left, start = [], span.start
    for other in sorted(others):
        if other.overlaps(span):
            left.append(Span(start, max(start, other.start)))
            start = max(start, other.end)
    left.append(Span(start, max(start, span.end)))
    return [part for part in left if part]

"""Which places of a text stand within quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso.findings import Quotation, Sentence
from sayso.spans import Span


class Quoted:
    """The outermost quotations of a text, numbered in order."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for q in sorted(quotations, key=lambda q: q.outer):
            if not self.ends or q.outer.end > self.ends[-1]:
                self.starts.append(q.outer.start)
                self.ends.append(q.outer.end)

    def at(self, span: Span) -> int | None:
        """The number of the quotation that holds a span, or None."""
        place = bisect_right(self.starts, span.start) - 1
        return place if place >= 0 and span.end <= self.ends[place] else None

    def within(self, span: Span) -> range:
        """The numbers of the quotations that share a character with a span."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def told_apart(self, sentences: Sequence[Sentence]) -> Iterator[int]:
        """A number for each sentence, the same for those that one quotation holds together: whoever said a long quotation was named
        one sentence before, however many it has.
        """
        number, holding = -1, None
        for sentence in sentences:
            opens = self.at(Span(sentence.span.start, min(sentence.span.start + 1, sentence.span.end)))
            if holding is None or opens != holding:
                number += 1
            holding = self.at(sentence.span)
            yield number

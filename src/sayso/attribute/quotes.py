"""The outermost quotations of a document, to be asked for by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.findings import Quotation
from sayso.spans import Span


class Quotes:
    """Quotations in order of the text, without those inside others."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.outermost: list[Quotation] = []
        for quotation in sorted(quotations, key=lambda q: (q.outer.start, -q.outer.end)):
            if not self.outermost or quotation.outer.start >= self.outermost[-1].outer.end:
                self.outermost.append(quotation)
        self._starts = [q.outer.start for q in self.outermost]
        self._ends = [q.outer.end for q in self.outermost]

    def stretches_in(self, span: Span) -> list[Span]:
        """What stands between quotation marks in a span, in order."""
        return [q.inner for q in self._touching(span)]

    def touching(self, span: Span) -> list[Span]:
        """The quotations, with their marks, that share a character with a span."""
        return [q.outer for q in self._touching(span)]

    def _touching(self, span: Span) -> list[Quotation]:
        return self.outermost[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]

    def opening_at(self, text: str, mark: Span) -> Quotation | None:
        """The quotation that a mark opens, or that follows with only space between, as after a colon that ends a paragraph."""
        at = bisect_left(self._starts, mark.start)
        if at == len(self.outermost) or text[mark.end : self._starts[at]].strip():
            return None
        return self.outermost[at]

    def closing_at(self, mark: Span) -> Quotation | None:
        """The quotation that a mark closes."""
        at = bisect_left(self._ends, mark.end)
        return self.outermost[at] if at < len(self.outermost) and self._ends[at] <= mark.end + 1 else None

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
        self.starts = [q.outer.start for q in self.outermost]
        self.ends = [q.outer.end for q in self.outermost]

    def over(self, span: Span) -> list[Quotation]:
        """Those that share a character with a span, marks included."""
        return self.outermost[bisect_right(self.ends, span.start) : bisect_left(self.starts, span.end)]

    def next_to(self, text: str, place: int) -> Quotation | None:
        """The quotation that begins at a place or after only space behind it."""
        at = bisect_left(self.starts, place)
        return self.outermost[at] if at < len(self.starts) and not text[place : self.starts[at]].strip() else None

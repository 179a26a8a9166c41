"""Quotations as the patterns ask for them: by the words between the marks, and by a mark."""

from __future__ import annotations

from bisect import bisect_left

from sayso.attribute.quotes import Quotes
from sayso.findings import Quotation
from sayso.spans import Span


class Marks(Quotes):
    """The outermost quotations, to be asked for by their marks too."""

    def stretches_in(self, span: Span) -> list[Span]:
        """What stands between quotation marks in a span, in order."""
        return [q.inner for q in self.over(span)]

    def opening_at(self, text: str, mark: Span) -> Quotation | None:
        """The quotation that a mark opens, or that follows with only space between, as after a colon that ends a paragraph."""
        at = bisect_left(self.starts, mark.start)
        if at == len(self.starts) or text[mark.end : self.starts[at]].strip():
            return None
        return self.outermost[at]

    def closing_at(self, mark: Span) -> Quotation | None:
        """The quotation that a mark closes."""
        at = bisect_left(self.ends, mark.end)
        return self.outermost[at] if at < len(self.ends) and self.ends[at] <= mark.end + 1 else None

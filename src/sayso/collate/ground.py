"""The sentences of a document, found by place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sayso.findings import Sentence
from sayso.spans import Span


class Ground:
    """The sentences of a document, found by place."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self._starts = [s.span.start for s in sentences]

    def under(self, span: Span) -> Iterator[int]:
        """The places of the sentences that a span overlaps."""
        i = max(0, bisect_right(self._starts, span.start) - 1)
        while i < len(self.sentences) and self.sentences[i].span.start < span.end:
            if self.sentences[i].span.overlaps(span):
                yield i
            i += 1

    def by_sentence(self, spans: Sequence[Span]) -> dict[int, list[Span]]:
        """The parts of the spans in each sentence that they overlap, by its place, in order."""
        parts: dict[int, list[Span]] = {}
        for span in spans:
            for i in self.under(span):
                if (common := span.common(self.sentences[i].span)) is not None:
                    parts.setdefault(i, []).append(common)
        return dict(sorted(parts.items()))

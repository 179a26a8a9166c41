"""Quotation marks belong to what is quoted: a content that is a quotation, or begins or ends with one, holds its marks."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.findings import Quotation
from sayso.spans import Span

NEARLY_ALL = 0.7
"""From this share of its characters on, a quotation is its content's as a whole."""

POINTS = " \t\u00a0,.;:!?…'’\"”—–-"


def with_marks(text: str, content: Span, quotations: Sequence[Quotation]) -> Span:
    """A content with the marks of the quotations that it begins or ends in; `quotations` are those that share a character with it,
    without any in which the content's own cue or source stands: who speaks inside a quotation speaks without its marks.
    """
    for quotation in quotations:
        content = _with_marks_of(quotation, text, content)
    return content


def _with_marks_of(quotation: Quotation, text: str, content: Span) -> Span:
    outer, inner = quotation.outer, quotation.inner
    common = content.common(inner)
    if common is None:
        return content
    whole = len(common) >= NEARLY_ALL * len(inner)
    opens = whole or not text[inner.start : max(inner.start, content.start)].strip()
    closes = whole or not text[min(inner.end, content.end) : inner.end].strip(POINTS)
    start = min(content.start, outer.start) if opens else content.start
    end = max(content.end, outer.end) if closes else content.end
    return Span(start, end)

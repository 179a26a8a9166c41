"""Quotations that the paragraph before announces: "Brandt told reporters:", and what was said as a paragraph of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.attribute import cues
from sayso.attribute.heads import who_stands_before
from sayso.attribute.quotes import Quotes
from sayso.attribute.raw import Raw
from sayso.findings import Sentence
from sayso.spans import Span

WORD = re.compile(r"[^\W\d_]+")
FEW = 90
"""Characters before the colon among which the cue stands."""


def announced(text: str, sentences: Sequence[Sentence], quotes: Quotes, found: Sequence[Raw]) -> Iterator[Raw]:
    """The quotations that follow a paragraph which ends with a cue and a colon, unless somebody is said to say them."""
    said = {span.start for raw in found for span in raw.content}
    for sentence in sentences:
        span = sentence.span
        quotation = quotes.next_to(text, span.end) if text[span.end - 1 : span.end] == ":" else None
        if quotation is None or quotation.outer.start in said or "\n" not in text[span.end : quotation.outer.start]:
            continue
        near = WORD.finditer(text, max(span.start, span.end - FEW), span.end)
        cue = next((Span(*match.span()) for match in near if cues.verb(match[0].lower())), None)
        source = who_stands_before(text, Span(span.start, cue.start)) if cue else None
        if cue and source:
            yield Raw((source,), (cue,), (quotation.outer,), "a quotation after a paragraph that ends with a colon")

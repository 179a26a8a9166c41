"""Hedges: "allegedly" and "reportedly" tell that somebody, whom the report does not name, says what it gives."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso.attribute import cues
from sayso.attribute.heads import who_stands_before
from sayso.attribute.quotes import Quotes
from sayso.attribute.raw import Raw
from sayso.documents import Role
from sayso.findings import Saying, Sentence
from sayso.spans import Span

HEDGE = re.compile(r"\b(?:allegedly|reportedly|purportedly|supposedly)\b")
ENDS = re.compile(r"[,;:.!?]?\s*$|[,;:](?=\s)|\s(?:but|while|although)\s")
NEARBY = 60
"""Characters from a hedge within which a cue that was read already tells of it."""


def is_hedge(text: str, saying: Saying) -> bool:
    """Whether the cue is a hedge before what somebody does, "the pilot allegedly left": whoever does it does not say it."""
    hedge = HEDGE.match(text, saying.cue[0].start)
    return hedge is not None and not any(cues.verb(word.lower()) for word in text[hedge.end() : saying.cue[-1].end].split())


def hedges(text: str, sentences: Sequence[Sentence], quotes: Quotes, found: Sequence[Raw]) -> Iterator[Raw]:
    """The hedges in sentences of the body, outside quotations, that no cue found stands near, each with its clause."""
    known = sorted(span.start for raw in found for span in raw.cue)
    for sentence in sentences:
        span = sentence.span
        for match in HEDGE.finditer(text, span.start, span.end) if sentence.role is Role.BODY else ():
            cue = Span(*match.span())
            if bisect_left(known, cue.start - NEARBY) < bisect_right(known, cue.end + NEARBY) or quotes.over(cue):
                continue
            subject = who_stands_before(text, Span(span.start, cue.start))
            end = ENDS.search(text, cue.end, span.end)
            said = Span(cue.end, end.start() if end else span.end).trimmed(text)
            if subject and said:
                subject = Span(subject.end - len(subject.of(text).rpartition(" that ")[2]), subject.end)
                yield Raw((), (cue,), (subject, said), f"a hedge (“{match[0]}”)")

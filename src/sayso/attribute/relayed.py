"""What one hand reports that another said: "the agency quoted a diver as saying that …" is the diver's word, by the agency."""

from __future__ import annotations

import re

from sayso.attribute.raw import Raw
from sayso.spans import Span

QUOTED = re.compile(r"\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))\b", re.IGNORECASE)
AS_SAYING = re.compile(r"\s(?P<cue>(?:as\s+)?(?:saying|telling))(?=\s|$|[,:.”\"])")


def unfolded(text: str, raw: Raw) -> Raw:
    """The attribution of whoever was quoted, where all that was read is that somebody quoted them; else what was given."""
    if not any(QUOTED.search(span.of(text)) for span in raw.cue):
        return raw
    for place, span in enumerate(raw.content):
        match = AS_SAYING.search(text, span.start, span.end)
        if match and match.start() > span.start:
            rest = Span(match.end(), span.end).trimmed(text, " ,:\n\t")
            content = (*raw.content[:place], *((rest,) if rest else ()), *raw.content[place + 1 :])
            source, cue = Span(span.start, match.start()), Span(*match.span("cue"))
            return Raw((source,), (cue,), content, raw.because) if content else raw
    return raw

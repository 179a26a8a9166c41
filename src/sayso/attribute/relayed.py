"""What one hand reports that another said: "the agency quoted a diver as saying that …" is the diver's word, by the agency."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.attribute.raw import Raw
from sayso.attribute.words import listed
from sayso.spans import Span

QUOTED = re.compile(r"\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))\b", re.IGNORECASE)
TOLD = r"(?:had |has |have )?(?:told|warned|informed|assured) (?:[^\s,;:.“\"]+ ){1,4}?(?=that |it |the |he |she |they )"
RELATIVES = ("who", "that", "which")
ENDS = re.compile(r", (?P<who>[^\s,;:“\"]+(?: [^\s,;:“\"]+){0,5}?) (?P<cue>said|says)$")
"""A content that ends with who says it, of an attribution to whoever reports it: "it sank, the port said, according to …"."""

AS_SAYING = re.compile(r"\s(?P<cue>(?:as\s+)?(?:saying|telling))(?=\s|$|[,:.”\"])")


@cache
def _handed() -> re.Pattern[str]:
    """A content that begins with who said what it hands on."""
    cue = rf"(?<! is )(?<! are )(?<! was )(?<! were )(?<! been )(?:had |has |have )?(?:{'|'.join(sorted(listed('handed')))})"
    plain = rf"(?:{cue}) (?=\S+ \S)"
    return re.compile(rf"(?:that |what )?(?P<who>[^\s,;:“\"]+(?: [^\s,;:“\"]+){{0,5}}?) (?P<cue>{plain}|{TOLD})")


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


def inner(text: str, raws: Sequence[Raw]) -> Iterator[Raw]:
    """The attributions that others hand on as a whole, where they were not read: "The port claimed it sank, reported the paper"."""
    read = sorted(span.start for raw in raws for span in raw.cue)
    for raw in raws:
        span = raw.content[0]
        opens = _handed().match(text, span.start, span.end) if raw.source else None
        ends = ENDS.search(text, span.start, span.end) if raw.source and raw.source[0].start > span.end else None
        match = opens or ends
        if match is None or match["who"].split()[-1] in RELATIVES:
            continue
        if bisect_left(read, match.start()) == bisect_left(read, match.end()):
            who, cue = Span(*match.span("who")), Span(*match.span("cue")).trimmed(text)
            said = Span(match.end(), span.end) if opens else Span(span.start, match.start())
            yield Raw((who,), (cue,), (said.trimmed(text),), "handed on as somebody's word")

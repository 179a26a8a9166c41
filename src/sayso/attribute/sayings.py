"""From what the recogniser read to the spans of attributions: whole, each once, and with what it does not mark.

Another reader can stand in its place: all that follows works on any `Raw` spans.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sayso.attribute.bounds import Bounds
from sayso.attribute.colons import raws_by_colons
from sayso.attribute.doubles import without_doubles
from sayso.attribute.quotes import Quotes
from sayso.attribute.raw import Raw
from sayso.attribute.speeches import with_the_rest
from sayso.attribute.unsaid import is_unsaid
from sayso.findings import Annotation, NameType
from sayso.spans import Spans, words_of

FIRST_PERSONS = ("i", "we", "you")
VERY_SURE, SURE = 0.95, 0.8


def recognise(text: str, annotation: Annotation) -> tuple[Raw, ...]:
    """The attributions of a document in order of the text, each with its source, cue and content spans."""
    quotes = Quotes(annotation.quotations)
    bounds = Bounds(text, [name.span for name in annotation.names], quotes)
    read = [bounds.whole(saying) for saying in annotation.sayings]
    raws = [Raw(s.source, s.cue, s.content, how_sure(s.score)) for s in without_doubles(text, read) if s.content]
    said = [raw for raw in raws if not is_unsaid(text, raw)]
    places = frozenset(name.span.start for name in annotation.names if name.type is NameType.PLACE)
    spoken = [raw for raw in raws_by_colons(text, annotation.sentences, places) if raw.content]
    raws = [*_without_first_persons(text, said, spoken), *spoken]
    return tuple(sorted(with_the_rest(text, annotation.sentences, quotes.outermost, raws), key=_place))


def how_sure(score: float) -> str:
    """How sure the recogniser was of a saying, in words; `score` is from 0 to 1."""
    words = "very sure" if score >= VERY_SURE else "sure" if score >= SURE else "less sure"
    return f"read as a saying, {words} ({score:.2f})"


def _without_first_persons(text: str, raws: Sequence[Raw], spoken: Sequence[Raw]) -> Iterator[Raw]:
    """In a transcript "I think" is how its speaker talks, and no statement beside what is said."""
    speeches = sorted(span for raw in spoken for span in raw.content)
    starts = [speech.start for speech in speeches]
    for raw in raws:
        at = bisect_right(starts, raw.cue[0].start) - 1
        inside = at >= 0 and speeches[at].contains(raw.cue[0])
        if not (inside and words_of(raw.source, text).lower() in FIRST_PERSONS):
            yield raw


def _place(raw: Raw) -> tuple[int, int, Spans]:
    spans = (*raw.source, *raw.cue, *raw.content)
    return min(s.start for s in spans), max(s.end for s in spans), raw.cue

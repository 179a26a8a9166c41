"""From what the recogniser read to the spans of attributions: whole, each once, and with what it does not mark.

Another reader can stand in its place: all that follows works on any `Raw` spans.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.attribute.announced import announced
from sayso.attribute.bounds import Bounds
from sayso.attribute.colons import raws_by_colons, without_spoken
from sayso.attribute.doubles import without_doubles
from sayso.attribute.doubts import is_doubtful
from sayso.attribute.hedges import hedges, is_hedge
from sayso.attribute.passives import without_addressee
from sayso.attribute.posts import posts
from sayso.attribute.quotes import Quotes
from sayso.attribute.raw import Raw
from sayso.attribute.refusals import refusals
from sayso.attribute.relayed import inner, unfolded
from sayso.attribute.speeches import with_the_rest
from sayso.attribute.tagged import tagged
from sayso.attribute.unsaid import is_unsaid
from sayso.findings import Annotation, MentionKind, NameType
from sayso.spans import Span, Spans

VERY_SURE, SURE = 0.95, 0.8


def recognise(text: str, annotation: Annotation) -> tuple[Raw, ...]:
    """The attributions of a document in order of the text, each with its source, cue and content spans."""
    quotes = Quotes(annotation.quotations)
    bounds = Bounds(text, _names(annotation), quotes)
    sure = [s for s in annotation.sayings if not is_doubtful(text, s) and not (s.source and is_hedge(text, s))]
    read = [bounds.whole(saying) for saying in without_doubles(text, sure)]
    said = [without_addressee(text, unfolded(text, Raw(s.source, s.cue, s.content, how_sure(s.score)))) for s in read if s.content]
    places = frozenset(name.span.start for name in annotation.names if name.type is NameType.PLACE)
    spoken = [raw for raw in raws_by_colons(text, annotation.sentences, places) if raw.content]
    raws = [*(raw for raw in without_spoken(text, said, spoken) if not is_unsaid(text, raw)), *spoken]
    raws += inner(text, raws)
    for refusal in refusals(text, annotation.sentences, tuple(raws)):
        raws.append(replace(refusal, source=tuple(bounds.with_whole_names(span, refusal.cue) for span in refusal.source)))
    raws += tagged(text, quotes, raws)
    raws += announced(text, annotation.sentences, quotes, raws)
    raws += posts(text, raws)
    raws += hedges(text, annotation.sentences, quotes, raws)
    return tuple(sorted(with_the_rest(text, annotation.sentences, quotes.outermost, raws), key=_place))


def how_sure(score: float) -> str:
    """How sure the recogniser was of a saying, in words; `score` is from 0 to 1."""
    words = "very sure" if score >= VERY_SURE else "sure" if score >= SURE else "less sure"
    return f"read as a saying, {words} ({score:.2f})"


def _names(annotation: Annotation) -> list[Span]:
    """All names, and those with commas that only their other mentions tell: "the Office for Ports, Ships, and Ferries"."""
    with_commas = (party for party in annotation.parties if "," in party.name)
    return [*(n.span for n in annotation.names), *(m.span for p in with_commas for m in p.mentions if m.kind is MentionKind.NAME)]


def _place(raw: Raw) -> tuple[int, int, Spans]:
    spans = (*raw.source, *raw.cue, *raw.content)
    return min(s.start for s in spans), max(s.end for s in spans), raw.cue

"""Finds the spans of attributions in a text whose sentences and quotations are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from evals.patterns.found import Found
from evals.patterns.others import found_by_others
from evals.patterns.phrases import Stretch
from evals.patterns.quotes import Marks
from evals.patterns.verbs import found_by_verbs
from evals.patterns.words import Line, Part, words_of_sentence
from sayso.attribute.colons import raws_by_colons, without_spoken
from sayso.attribute.raw import Raw
from sayso.attribute.speeches import with_the_rest
from sayso.findings import Annotation, NameType
from sayso.spans import Span, Spans, merged

SAYS_ALONE = (Part.NOUN, Part.PRONOUN, Part.PAST, Part.PRESENT, Part.VERB, Part.RELATIVE, Part.QUESTION)
"""What one word can be and yet be all of a content."""


def recognise_by_patterns(text: str, annotation: Annotation) -> tuple[Raw, ...]:
    """The attributions of a document in order of the text, each with its source, cue and content spans."""
    quotes = Marks(annotation.quotations)
    names = frozenset(name.span.start for name in annotation.names)
    raws: list[Raw] = []
    for sentence in annotation.sentences:
        line = words_of_sentence(text, sentence.span, quotes.stretches_in(sentence.span), names)
        found = _without_echoes(_without_outer_cues([*found_by_verbs(line), *found_by_others(line)]))
        raws.extend(raw for each in found if (raw := _raw(text, line, each, quotes)).content)
    places = frozenset(name.span.start for name in annotation.names if name.type is NameType.PLACE)
    spoken = [raw for raw in raws_by_colons(text, annotation.sentences, places) if raw.content]
    raws = [*without_spoken(text, raws, spoken), *spoken]
    whole = [_with_whole_names(raw, annotation) for raw in raws] if any("," in party.name for party in annotation.parties) else raws
    return tuple(sorted(with_the_rest(text, annotation.sentences, quotes.outermost, whole), key=_place))


def _with_whole_names(raw: Raw, annotation: Annotation) -> Raw:
    """The source begun where a name with commas begins whose end it holds: "the Office for Ports, Ships, and Ferries"."""
    if not raw.source:
        return raw
    source = raw.source[0]
    names = (m.span for party in annotation.parties if "," in party.name for m in party.mentions)
    start = min((n.start for n in names if n.start < source.start < n.end <= source.end), default=source.start)
    return replace(raw, source=(Span(start, source.end), *raw.source[1:]))


def _place(raw: Raw) -> tuple[int, int, Spans]:
    spans = (*raw.source, *raw.cue, *raw.content)
    return min(s.start for s in spans), max(s.end for s in spans), raw.cue


def _without_outer_cues(found: Sequence[Found]) -> list[Found]:
    """In "HE claimed CONTENT, SHE reported" the second cue is no part of what he claimed."""
    outer = [f for f in found if f.source and f.content and f.content[0][0] < f.cue[0]]
    return [_shortened(each, outer) for each in found]


def _without_echoes(found: Sequence[Found]) -> list[Found]:
    """Without those that name nobody for a content that somebody is named for: "the AGENCY reportedly claimed"."""
    named = [each for each in found if each.source]
    cues = {place for each in named for place in range(*each.cue)}
    said = {(each.content[0][0] + shift, each.content[0][1]) for each in named if len(each.content) == 1 for shift in (-1, 0, 1)}
    return [each for each in found if each.source or not (each.cue[0] in cues or _reach(each) in said)]


def _reach(found: Found) -> Stretch | None:
    """From the first word of a content to its last."""
    if not found.content:
        return None
    return min(start for start, _ in found.content), max(end for _, end in found.content)


def _shortened(inner: Found, outer: Sequence[Found]) -> Found:
    for holder in outer:
        assert holder.source is not None
        cut = holder.content[0][1]
        begins, ends = min(holder.source[0], holder.cue[0]), max(holder.source[1], holder.cue[1])
        if holder is not inner and inner.content and holder.content[0][0] <= inner.cue[0] < cut:
            start, end = inner.content[-1]
            if start < cut and begins < end <= ends:
                inner = replace(inner, content=(*inner.content[:-1], (start, cut)))
    return inner


def _raw(text: str, line: Line, found: Found, quotes: Marks) -> Raw:
    said = [(start, end) for start, end in found.content if end - start > 1 or line[start].part in SAYS_ALONE]
    content = [_span(line, stretch) for stretch in said]
    if found.closes_quote is not None and (quote := quotes.closing_at(line[found.closes_quote].span)):
        content[:1] = [quote.outer.hull(span) if quote.outer.start < span.start else span for span in content[:1]]
    if found.opens_quote is not None and (quote := quotes.opening_at(text, line[found.opens_quote].span)):
        content.append(quote.outer)
    source = (_span(line, found.source),) if found.source else ()
    return Raw(source, (_span(line, found.cue),), merged(content), f"{found.pattern} ({found.word})")


def _span(line: Line, stretch: Stretch) -> Span:
    return Span(line[stretch[0]].span.start, line[stretch[1] - 1].span.end)

"""What of a sentence belongs to one attribution: where it can say how something was said and through whom it came."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from sayso.attribute.raw import Raw
from sayso.findings import Sentence
from sayso.spans import Span

OPENS = re.compile(
    r"(?:\W|(?:but|and|also|yet|then|later|earlier|meanwhile|back)\b)*"
    r"(?:in|on|at|during|via|through|over|from|speaking|writing|posting|talking|testifying|asked|appearing)\b",
    re.IGNORECASE,
)
"""How a sentence opens that tells first where a thing was said: "In a letter to the board, Brandt said …"."""

CLAUSE = re.compile(
    r"[;\n]|\s[–—]\s|,\s(?:and|but|while|although|though|even|as|when|where|who|which|whose|after|before|because|since|so)\b"
    r"|\s(?:while|although|though|where|because|even as|whereas)\b|[.!?]['\"”’]?\s+(?=[A-Z“\"])",
    re.IGNORECASE,
)
QUOTING = re.compile(r"\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))\s*$", re.IGNORECASE)
"""How a sentence opens that tells first who quotes it: "The agency quoted a diver as saying …"."""

CITING = re.compile(r"citing\b|quoting\b", re.IGNORECASE)
"""A word that only tells on whose word the same is said."""

ASIDE = re.compile(r",\s(?:who|which|whose|where)\b[^,]*(?:,|$)|\([^)]*\)", re.IGNORECASE)
"""What is said of a source between it and its cue."""


FAR = 600
"""Characters before and after what an attribution is made of that are looked at, in a text that never ends a sentence."""


class Around:
    """The sentences of one document and the attributions in them, to be asked for what surrounds one of these."""

    def __init__(self, text: str, sentences: Sequence[Sentence], raws: Sequence[Raw]) -> None:
        self.text = text
        self.sentences = [sentence.span for sentence in sentences]
        self._starts = [span.start for span in self.sentences]
        self._heads = sorted({span for raw in raws for span in (*raw.source, *raw.cue)})
        self._sources = {span: raw.source for raw in raws for span in raw.cue}
        self._head_starts = [span.start for span in self._heads]

    def sentence_of(self, raw: Raw) -> Span:
        spans = raw.cue or raw.source or raw.content
        at = bisect_right(self._starts, spans[0].start) - 1
        return self.sentences[at] if at >= 0 else spans[0]

    def pieces(self, raw: Raw) -> list[Span]:
        """The stretches of its sentence, in order, that are neither its content nor its source, nor of another clause."""
        sentence = self.sentence_of(raw)
        own = sorted(span for span in (*raw.source, *raw.cue, *raw.content) if span.overlaps(sentence))
        if not own:
            return [sentence]
        sentence = sentence.common(Span(max(0, own[0].start - FAR), own[-1].end + FAR)) or sentence
        gaps = [Span(a.end, b.start) for a, b in pairwise(own) if a.end < b.start]
        between = [piece for gap in gaps for piece in self._without_others(gap, own)]
        opening = self._opening(Span(sentence.start, max(sentence.start, own[0].start)))
        end = max(span.end for span in own)
        return _joined([*opening, *raw.cue, *between, *self._ending(Span(end, max(end, sentence.end)))])

    def _opening(self, span: Span) -> list[Span]:
        if any(self._sources.get(other, (other,)) for other in self._others(span)):
            return []
        told = OPENS.match(self.text, span.start, span.end) or QUOTING.search(self.text, span.start, span.end)
        return [span] if told else []

    def _ending(self, span: Span) -> list[Span]:
        """Up to the next clause, or the next that somebody else says."""
        cut = CLAUSE.search(self.text, span.start, span.end)
        others = [other for other in self._others(span) if not CITING.match(self.text, other.start)]
        ends = [span.end, *([cut.start()] if cut else []), *(other.start for other in others[:1])]
        return [Span(span.start, min(ends))]

    def _without_others(self, span: Span, own: Sequence[Span]) -> list[Span]:
        """What is left of a gap without asides, and from the last on that is said there otherwise."""
        if len(span) > FAR:
            return []
        others = [other for other in self._others(span) if self._sources.get(other, ()) not in [(one,) for one in own]]
        start = max((other.end for other in others), default=span.start)
        left, at = [], start
        for aside in ASIDE.finditer(self.text, start, span.end):
            left.append(Span(at, aside.start()))
            at = aside.end()
        return [piece for piece in (*left, Span(at, max(at, span.end))) if piece]

    def _others(self, span: Span) -> list[Span]:
        """The sources and cues that begin in a stretch."""
        return self._heads[bisect_left(self._head_starts, span.start) : bisect_left(self._head_starts, span.end)]


def _joined(pieces: Sequence[Span]) -> list[Span]:
    """The stretches in order, those that touch made one."""
    out: list[Span] = []
    for piece in sorted(pieces):
        if out and piece.start <= out[-1].end:
            out[-1] = out[-1].hull(piece)
        else:
            out.append(piece)
    return out

"""Attributions that got lost: what one report lets somebody say, another says in the same words as its own."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.collate.differences.laid import Laid, Parting, alike, side
from sayso.collate.told import Told
from sayso.collate.wording import lists
from sayso.findings import DifferenceKind, Verdict
from sayso.folding import Word
from sayso.spans import hull

SAME_WORDS = 0.85
"""The share of words that the content and the other report's sentence have in common. Less is a sentence of one's own."""


def attribution(laid: Laid) -> Iterator[Parting]:
    """The frame ("police said") on the one side, the bare statement on the other."""
    for a, b in ((laid.a, laid.b), (laid.b, laid.a)):
        if a.attribution is None or b.attribution is not None or not a.attribution.cue or a.is_act:
            continue
        if any(w.text in lists().reporting for w in b.sentence_words) or b.quoted:
            continue
        if max(alike(a.words, b.words), alike(_without_frame(a), b.sentence_words)) < SAME_WORDS:
            continue
        if not a.attribution.source:  # a lone "allegedly" is a hedge, and told as one
            continue
        frame = side(a, hull((*a.attribution.source, *a.attribution.cue)))
        bare = side(b, b.span, "the report's own voice")
        yield Parting(
            DifferenceKind.ATTRIBUTION,
            Verdict.LOST,
            (frame, bare) if a is laid.a else (bare, frame),
            (f"the same words, with “{frame.value}” in one report only",),
        )


def _without_frame(told: Told) -> list[Word]:
    """The words of its sentence but those that say who said it."""
    frame = (*told.attribution.source, *told.attribution.cue) if told.attribution else ()
    return [w for w in told.sentence_words if not any(part.contains(w.span) for part in frame)]

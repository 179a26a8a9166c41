"""Attributions that got lost: what one report lets somebody say, another says in the same words as its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.collate.differences.laid import Laid, Parting, Slot, alike, shown, side, slots
from sayso.collate.told import Told
from sayso.collate.wording import lists
from sayso.findings import DifferenceKind, Side, SpeechKind, Verdict
from sayso.folding import Word
from sayso.spans import hull

SAME_WORDS = 0.85
"""The share of words that the content and the other report's sentence have in common. Less is a sentence of one's own."""

BESIDE = 4
"""Words that may go with a frame where it is left out: "told reporters on Monday"."""


def attribution(laid: Laid) -> Iterator[Parting]:
    """The frame ("police said") on the one side, the bare statement on the other."""
    for a, b in ((laid.a, laid.b), (laid.b, laid.a)):
        if not _is_told(a):
            continue
        bare = _left_out(a, b) or _taken_over(a, b)
        if bare is not None:
            assert a.attribution is not None
            frame = side(a, hull((*a.attribution.source, *a.attribution.cue)))
            yield Parting(
                DifferenceKind.ATTRIBUTION,
                Verdict.LOST,
                (frame, bare) if a is laid.a else (bare, frame),
                (f"the same words, with “{frame.value}” in one report only",),
            )


def _is_told(told: Told) -> bool:
    """Whether somebody says it in the report's words; a lone "allegedly" is a hedge and told as one, and a quotation without its
    frame is still a quotation.
    """
    said = told.attribution
    if said is None or told.is_act or not said.cue or not said.source or said.kind is SpeechKind.DIRECT:
        return False
    return all(told.place.contains(part) for part in (*said.source, *said.cue))


def _left_out(a: Told, b: Told) -> Side | None:
    """The gap in a sentence that is the other but for its frame, whoever else may speak in both."""
    ours, theirs = a.sentence_words, b.sentence_words
    frame = set(_frame(a))
    if not frame or alike([w for w in ours if w not in frame], theirs) < SAME_WORDS:
        return None
    gaps = [slot for slot in slots(ours, theirs) if frame & set(slot.a)]
    if frame - {word for slot in gaps for word in slot.a} or any(not _is_frame(slot, frame) for slot in gaps):
        return None
    return side(b, shown((), theirs, gaps[-1].b_at), "the report's own voice")


def _is_frame(slot: Slot, frame: set[Word]) -> bool:
    return not slot.b and len(set(slot.a) - frame) <= BESIDE


def _taken_over(a: Told, b: Told) -> Side | None:
    """A sentence of the report's own that says in the same words what the other lets somebody say, and names nobody for it."""
    ours, theirs = a.words, b.sentence_words
    if b.attribution is not None or b.quoted or any(w.text in lists().reporting for w in theirs):
        return None
    if max(alike(ours, b.words), alike(ours, theirs)) < SAME_WORDS or _names(theirs, a):
        return None
    return side(b, b.span, "the report's own voice")


def _names(said: Sequence[Word], told: Told) -> bool:
    """Whether a sentence has the words that tell who speaks, wherever they stand in it."""
    small = lists().small
    frame = {w.text for w in _frame(told)} - small - {w.text for w in told.words}
    return bool(frame) and frame <= {w.text for w in said}


def _frame(told: Told) -> list[Word]:
    """The words of its sentence that say who said it."""
    frame = (*told.attribution.source, *told.attribution.cue) if told.attribution else ()
    return [w for w in told.sentence_words if any(part.contains(w.span) for part in frame)]

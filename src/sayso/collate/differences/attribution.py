"""Attributions that got lost: what one report lets somebody say, another says in the same words as its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.collate.differences.frames import Frame, frames, is_framed_elsewhere, is_quoted, without
from sayso.collate.differences.laid import Laid, Parting, alike, side, slots
from sayso.collate.told import Told
from sayso.collate.wording import lists, sentence_words, terms
from sayso.findings import DifferenceKind, Side, Verdict
from sayso.folding import Word, words

SAME_WORDS = 0.85
"""The share of words that a sentence without its frame and the other report's have in common. Less is a sentence of one's own."""

NEAR = 0.5
"""The same with the frame: even one as long as what it frames leaves so much in common."""

FEWEST = 4
"""Words that must be left without the frame: fewer stand in many a sentence."""


def attribution(laid: Laid) -> Iterator[Parting]:
    """The frame ("police said") on the one side, the same sentence without it on the other."""
    if alike(laid.a.sentence_words, laid.b.sentence_words) < NEAR:
        return
    for a, b in ((laid.a, laid.b), (laid.b, laid.a)):
        for frame in _lost(a, b):
            gone, bare = side(a, frame.span), _bare(b, frame.span.of(a.reading.text))
            yield Parting(
                DifferenceKind.ATTRIBUTION,
                Verdict.LOST,
                (gone, bare) if a is laid.a else (bare, gone),
                (f"the same words, with “{gone.value}” in one report only",),
            )


def _lost(a: Told, b: Told) -> Iterator[Frame]:
    for frame in frames(a):
        rest = without(a, frame)
        same = alike(rest, b.sentence_words) if len(rest) >= FEWEST else 0.0
        if same < SAME_WORDS or same <= alike(a.sentence_words, b.sentence_words):
            continue
        if _has_another_frame(rest, frame, a, b) or _is_of_outlet(frame, a, b):
            continue
        if is_quoted(a) and not is_quoted(b):  # set apart in another way, as a statement printed whole
            continue
        if (is_framed_elsewhere(b) and not is_framed_elsewhere(a)) or _goes_with_another(a, b, same):
            continue
        yield frame


def _has_another_frame(rest: Sequence[Word], frame: Frame, a: Told, b: Told) -> bool:
    """Whether the words that only the other sentence has name the source or give the statement as somebody's in another way."""
    own = [word for slot in slots(rest, b.sentence_words) for word in slot.b]
    source = terms(w for span in frame.attribution.source for w in sentence_words(a.reading.text, span))
    if terms(own) & source or any(w.text in lists().reporting or w.text in lists().hedges for w in own):
        return True
    return any(theirs.holds(word) for theirs in frames(b) for word in own)


def _is_of_outlet(frame: Frame, a: Told, b: Told) -> bool:
    """Whether the source is the outlet of the other report, which speaks for itself there."""
    said = terms(w for span in frame.attribution.source for w in sentence_words(a.reading.text, span))
    return bool(said) and said <= terms(words(b.reading.profile.outlet or ""))


def _goes_with_another(a: Told, b: Told, same: float) -> bool:
    """Whether either report has another sentence that is nearer to this one of the other: then that is what corresponds."""
    return _nearer(a, b, max(same, SAME_WORDS)) or _nearer(b, a, max(alike(a.sentence_words, b.sentence_words), SAME_WORDS))


def _nearer(a: Told, b: Told, than: float) -> bool:
    """Whether another sentence of the one report is as near to the other report's, or nearer."""
    others = (s.span for s in a.reading.annotation.sentences if s.span != a.place)
    return any(alike(sentence_words(a.reading.text, span), b.sentence_words) >= than for span in others)


def _bare(told: Told, frame: str) -> Side:
    """The sentence without the frame; it may still be somebody else's."""
    whole = replace(told, part=told.place)
    own = not frames(whole) and not is_framed_elsewhere(whole)
    return side(told, told.place.trimmed(told.reading.text), "the report's own voice" if own else f"without “{frame}”")

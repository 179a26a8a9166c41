"""Hedges that got lost: a word such as "allegedly" that one account has, or a speaker's claim that the other takes for fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.collate.differences.laid import Laid, Parting, side
from sayso.collate.told import Told
from sayso.collate.wording import lists, sentence_words
from sayso.findings import DifferenceKind, Side, Stance, Verdict
from sayso.folding import Word
from sayso.spans import hull

TAKEN_FOR_FACT = (Stance.REVEALS, Stance.CONFIRMS)


def hedges(laid: Laid) -> Iterator[Parting]:
    """The hedge on the one side, the unhedged words on the other."""
    yield from _by_cue(laid)
    if _hedged(laid.a_words) != _hedged(laid.b_words):
        yield from _by_word(laid)


def _by_word(laid: Laid) -> Iterator[Parting]:
    for slot in laid.outside_quotations:
        if _all_hedges(slot.a) != _all_hedges(slot.b) and not (slot.a and slot.b):
            word = (slot.a or slot.b)[0].text
            yield Parting(
                DifferenceKind.HEDGE,
                Verdict.LOST,
                laid.sides(slot),
                (f"the sentences are worded alike, but only one has “{word}”",),
            )


def _by_cue(laid: Laid) -> Iterator[Parting]:
    if not laid.same_speaker:
        return
    for a, b in ((laid.a, laid.b), (laid.b, laid.a)):
        if a.account.stance is Stance.ALLEGES and b.account.stance in TAKEN_FOR_FACT and _cue(a) and _cue(b):
            yield Parting(
                DifferenceKind.HEDGE,
                Verdict.LOST,
                (_cue_side(laid.a), _cue_side(laid.b)),
                (f"of one speaker, one report has it that they {_verb(a)}, the other that they {_verb(b)}",),
            )


def _cue(told: Told) -> bool:
    return told.attribution is not None and bool(told.attribution.cue)


def _cue_side(told: Told) -> Side:
    """The cue; "according to" hedges nothing by itself, so with it the source that makes it a claim ("claims by the council")."""
    assert told.attribution is not None
    spans = told.attribution.cue
    if all(w.text in lists().neutral_cues for span in spans for w in sentence_words(told.reading.text, span)):
        spans = (*told.attribution.source, *spans)
    return side(told, hull(spans))


def _verb(told: Told) -> str:
    return told.account.stance.value.removesuffix("s")


def _all_hedges(said: Sequence[Word]) -> bool:
    return bool(said) and all(w.text in lists().hedges for w in said)


def _hedged(said: Sequence[Word]) -> int:
    return sum(w.text in lists().hedges for w in said)

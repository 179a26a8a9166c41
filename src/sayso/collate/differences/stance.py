"""Speakers at odds: one denies what another account gives as so."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.collate.differences.laid import Laid, Parting, side
from sayso.collate.differences.negation import negation
from sayso.collate.told import Told
from sayso.collate.wording import lists
from sayso.findings import DifferenceKind, Side, Stance, Verdict
from sayso.spans import hull

FOR = (Stance.STATES, Stance.ALLEGES, Stance.REVEALS, Stance.CONFIRMS)


def stance(laid: Laid) -> Iterator[Parting]:
    """A denial beside an account that gives the same thing as so; a denial beside the same thing said with "not" is none, and a
    "not" that is all that parts two sentences ("did not dispute it", "did dispute it") is told as that. A speaker who is not known
    may be the one who denies it.
    """
    if any(negation(laid)):
        return
    for a, b in ((laid.a, laid.b), (laid.b, laid.a)):
        if a.account.stance is Stance.DENIES and b.account.stance in FOR and b.attribution and not _negates(b) and not _negates(a):
            if not laid.other_speaker and b.account.stance is not Stance.CONFIRMS:
                continue
            yield Parting(
                DifferenceKind.STANCE,
                Verdict.CONFLICT,
                (_side(laid.a), _side(laid.b)),
                (f"one {a.account.stance} what the other {b.account.stance}",),
            )


def _negates(told: Told) -> bool:
    return any(word.text in lists().negations for word in told.words)


def _side(told: Told) -> Side:
    spans = told.attribution.cue if told.attribution else ()
    return side(told, hull(spans) if spans else told.span, told.account.stance.value)

"""A "not" that one account has and the other has not, in sentences that are otherwise the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.collate.accounts import Told
from sayso.collate.differences.laid import Laid, Parting, Slot, shown, side
from sayso.collate.wording import lists
from sayso.findings import DifferenceKind, Side, Verdict
from sayso.folding import Word

MOST_SLOTS = 3
"""Sentences that part at more places are reworded, and a lone "not" may then be made up for elsewhere."""


def negation(laid: Laid, alike: float) -> Iterator[Parting]:
    """The negating word of the one sentence, and the words in the other where it is missing."""
    if laid.alike < alike or len(laid.slots) > MOST_SLOTS or _negations(laid.a) == _negations(laid.b):
        return
    for slot in laid.outside_quotations:
        ours, theirs = _only_negation(slot.a), _only_negation(slot.b)
        if ours != theirs and (not slot.a or not slot.b or _same_but_for_negation(slot)):
            yield Parting(
                DifferenceKind.NEGATION,
                Verdict.CONFLICT,
                (_side(laid.a, slot.a, slot.a_at), _side(laid.b, slot.b, slot.b_at)),
                ("the sentences are the same but for a negation",),
            )


def _negations(told: Told) -> int:
    return sum(w.text in lists().negations for w in told.sentence_words)


def _only_negation(said: Sequence[Word]) -> bool:
    return any(w.text in lists().negations for w in said)


def _same_but_for_negation(slot: Slot) -> bool:
    """"did not go" beside "went" cannot be told from rewording; "never" beside "always" can."""
    return len(slot.a) == len(slot.b) == 1


def _side(told: Told, said: Sequence[Word], at: int) -> Side:
    return side(told, shown(said, told.sentence_words, at))

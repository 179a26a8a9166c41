"""A "not" that one account has and the other has not, in sentences that are otherwise the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.collate.differences.laid import Laid, Parting, Slot
from sayso.collate.wording import lists
from sayso.findings import DifferenceKind, Verdict
from sayso.folding import Word

MOST_SLOTS = 3
"""Sentences that part at more places are reworded, and a lone "not" may then be made up for elsewhere."""


def negation(laid: Laid) -> Iterator[Parting]:
    """The negating word of the one sentence, and the words in the other where it is missing."""
    if len(laid.slots) > MOST_SLOTS or _negations(laid.a_words) == _negations(laid.b_words):
        return
    for slot in laid.outside_quotations:
        ours, theirs = _negations(slot.a), _negations(slot.b)
        if ours != theirs and (not slot.a or not slot.b or _same_but_for_negation(slot)):
            yield Parting(
                DifferenceKind.NEGATION,
                Verdict.CONFLICT,
                laid.sides(slot),
                ("the sentences are the same but for a negation",),
            )


def _negations(said: Sequence[Word]) -> int:
    return sum(w.text in lists().negations for w in said)


def _same_but_for_negation(slot: Slot) -> bool:
    """"did not go" beside "went" cannot be told from rewording; "never" beside "always" can."""
    return len(slot.a) == len(slot.b) == 1

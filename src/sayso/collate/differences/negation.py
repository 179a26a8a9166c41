"""A "not" that one account has and the other has not, in sentences that are otherwise the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.collate.differences.laid import Laid, Parting, Slot
from sayso.collate.wording import lists
from sayso.findings import DifferenceKind, Verdict
from sayso.folding import Word

MOST_WORDS = 2
"""A longer run of words with a "not" among them is another clause or a rewording."""


def negation(laid: Laid) -> Iterator[Parting]:
    """The negating word of the one sentence, and the words in the other where it is missing.

    Nothing where one negation stands for another elsewhere, or where rewording may have taken it up ("did not go", "stayed").
    """
    found = [slot for slot in laid.outside_quotations if _negations(slot.a) != _negations(slot.b) and _short(slot)]
    if len(found) != 1 or not (_bare(found[0].a, found[0].b) or _bare(found[0].b, found[0].a)):
        return
    yield Parting(
        DifferenceKind.NEGATION,
        Verdict.CONFLICT,
        laid.sides(found[0]),
        ("the words are the same but for a negation",),
    )


def _short(slot: Slot) -> bool:
    return len(slot.a) <= MOST_WORDS and len(slot.b) <= MOST_WORDS


def _bare(negated: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether one side is nothing but a negation, and the other nothing or one word without it ("always" for "never")."""
    return bool(negated) and _negations(negated) == len(negated) and len(other) <= 1


def _negations(said: Sequence[Word]) -> int:
    return sum(w.text in lists().negations for w in said)

"""A "not" that one account has and the other has not, in sentences that are otherwise the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.collate.differences.forms import same_words
from sayso.collate.differences.laid import Laid, Parting, Slot
from sayso.collate.differences.phrases import phrases
from sayso.collate.wording import lists
from sayso.findings import DifferenceKind, Verdict
from sayso.folding import Word

MOST_WORDS = 4
"""A longer run of words with a "not" among them is another clause or a rewording."""


def negation(laid: Laid) -> Iterator[Parting]:
    """The negating words of the one sentence, and the words in the other where they are missing.

    Nothing where one negation stands for another elsewhere, or where rewording may have taken it up ("did not go", "stayed").
    """
    found = [slot for slot in laid.outside_quotations if _denials(slot.a) != _denials(slot.b) and _short(slot)]
    if len(found) != 1 or not _only_negated(found[0]):
        return
    yield Parting(
        DifferenceKind.NEGATION,
        Verdict.CONFLICT,
        laid.sides(found[0]),
        ("the words are the same but for a negation",),
    )


def _short(slot: Slot) -> bool:
    return len(slot.a) <= MOST_WORDS and len(slot.b) <= MOST_WORDS


def _only_negated(slot: Slot) -> bool:
    if abs(_denials(slot.a) - _denials(slot.b)) != 1:
        return False
    return _bare(slot.a, slot.b) or _bare(slot.b, slot.a) or (bool(_rest(slot.a)) and same_words(_rest(slot.a), _rest(slot.b)))


def _bare(negated: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether one side is nothing but a negation, and the other nothing or one word without it ("always" for "never")."""
    plain = all(w.text in lists().negations for w in negated)
    return bool(negated) and plain and len(other) <= 1


def _rest(said: Sequence[Word]) -> list[str]:
    """The words without what negates and the auxiliaries that come with it ("did not rule", "ruled")."""
    beside = lists().negations | phrases().failing | phrases().helping
    return [w.text for w in said if w.text not in beside]


def _denials(said: Sequence[Word]) -> int:
    """How many words negate, "failed to" among them."""
    return sum(w.text in lists().negations or w.text in phrases().failing for w in said)

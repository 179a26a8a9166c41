"""Spells of time that end or begin with the day of the report: "over the past 25 years", "60 years ago"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.collate.differences.laid import Laid, Slot, side
from sayso.collate.measures import numeral
from sayso.collate.told import Told
from sayso.collate.wording import stem
from sayso.documents import Basis
from sayso.findings import Side
from sayso.folding import Word
from sayso.spans import hull

SPELLS = frozenset(map(stem, ("day", "week", "month", "year", "decade")))


def spells(laid: Laid, slot: Slot) -> tuple[Side, Side] | None:
    """The two lengths, where all that parts two such spells is how many days or years they are; else None.

    What differs is then a number, however exact the days are that were reckoned from it. Two that mean one day ("two days ago",
    "three days ago" a day later) do not part.
    """
    ours = _spell(laid.a, laid.a_words, slot.a, slot.a_at)
    theirs = _spell(laid.b, laid.b_words, slot.b, slot.b_at)
    if ours is None or theirs is None or ours[1] == theirs[1] or (ours[0] is not None and ours[0] == theirs[0]):
        return None
    return side(laid.a, hull(w.span for w in slot.a), ours[2]), side(laid.b, hull(w.span for w in slot.b), theirs[2])


def _spell(told: Told, all_words: Sequence[Word], said: Sequence[Word], at: int) -> tuple[str | None, int, str] | None:
    """The date that so many days or years come to, if it is known, how many, and both in words; None for a quantity."""
    following = all_words[at + len(said)].text if at + len(said) < len(all_words) else ""
    if len(said) != 1 or (count := numeral(said[0].text)) is None or stem(following) not in SPELLS:
        return None
    if any(q.span.overlaps(said[0].span) for q in told.sentence_quantities):
        return None
    found = [m for m in told.sentence_moments if m.span.contains(said[0].span)]
    if any(m.basis is not Basis.INFERRED for m in found):
        return None
    return found[0].date if found else None, count, f"{count} {following}"

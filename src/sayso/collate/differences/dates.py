"""Dates that part: sentences worded alike that put one thing at two times."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.collate.differences.laid import Laid, Parting, Slot, side
from sayso.collate.told import Told
from sayso.collate.wording import terms
from sayso.documents import Basis
from sayso.findings import DifferenceKind, Moment, Verdict
from sayso.spans import Span, hull

FEWEST = 4
"""Words that carry the matter without which two accounts are too short to be held the same."""

SAME_WORDS = 0.8
"""The part of their words, but for the dates, that two accounts in another order must have in common."""


def dates(laid: Laid) -> Iterator[Parting]:
    """Moments that are as exact as each other and not the same time, in the same place of two sentences worded alike, or the only
    ones of two accounts with the same words in another order.
    """
    found = [pair for slot in laid.outside_quotations for pair in _in_slot(laid, slot)]
    why = "the words around both dates are the same"
    if not laid.is_close and _same_words(laid):
        found, why = [(laid.a.moments[0], laid.b.moments[0])], "the words are the same but for the date"
    for m, n in found:
        if _part(m, n):
            sides = (side(laid.a, m.span, m.date), side(laid.b, n.span, n.date))
            yield Parting(DifferenceKind.DATE, Verdict.CONFLICT, sides, (why, f"{m.date} against {n.date}"))


def _in_slot(laid: Laid, slot: Slot) -> Iterator[tuple[Moment, Moment]]:
    if slot.a and slot.b:
        ours, theirs = _clearest(laid.a, hull(w.span for w in slot.a)), _clearest(laid.b, hull(w.span for w in slot.b))
        if ours is not None and theirs is not None:
            yield ours, theirs


def _clearest(told: Told, span: Span) -> Moment | None:
    """The date at a place that says most of itself: "16 May" before the "Tuesday" in front of it."""
    found = [m for m in told.sentence_moments if m.span.overlaps(span)]
    return min(found, key=lambda m: (m.basis is not Basis.STATED, not _has_digits(told, m), m.span), default=None)


def _has_digits(told: Told, moment: Moment) -> bool:
    return any(c.isdigit() for c in moment.span.of(told.reading.text))


def _same_words(laid: Laid) -> bool:
    if len(laid.a.moments) != 1 or len(laid.b.moments) != 1:
        return False
    ours, theirs = (
        terms(w for w in told.words if not told.moments[0].span.overlaps(w.span)) for told in (laid.a, laid.b)
    )
    return len(ours) >= FEWEST and len(ours & theirs) >= SAME_WORDS * len(ours | theirs)


def _part(m: Moment, n: Moment) -> bool:
    return m.date != n.date and len(m.date) == len(n.date) and "/" not in m.date + n.date

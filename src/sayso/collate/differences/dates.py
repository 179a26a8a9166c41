"""Dates and times of day that part: sentences worded alike that put one thing at two times."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.collate.clocks import Clock, clocks, part
from sayso.collate.differences.changes import changed
from sayso.collate.differences.laid import Laid, Parting, side
from sayso.collate.differences.spells import spells
from sayso.collate.told import Told
from sayso.collate.wording import terms
from sayso.dates import days
from sayso.documents import Basis
from sayso.findings import DifferenceKind, Moment, Side, Verdict
from sayso.spans import Span, hull

FEWEST = 4
"""Words that carry the matter without which two accounts are too short to be held the same."""

SAME_WORDS = 0.8
"""The part of their words, but for the dates, that two accounts in another order must have in common."""


def dates(laid: Laid) -> Iterator[Parting]:
    """Moments that cannot be one time, in the same place of two sentences worded alike, or the only ones of two accounts with the
    same words in another order; and times of day.
    """
    why = "the words around both dates are the same"
    for slot in laid.outside_quotations:
        if slot.a and slot.b and not spells(laid, slot):
            ours, theirs = hull(w.span for w in slot.a), hull(w.span for w in slot.b)
            yield from _dates(laid, _clearest(laid.a, ours), _clearest(laid.b, theirs), why)
            yield from _times(laid, ours, theirs)
    if not laid.is_close and _same_words(laid):
        yield from _dates(laid, laid.a.moments[0], laid.b.moments[0], "the words are the same but for the date")


def _dates(laid: Laid, m: Moment | None, n: Moment | None, why: str) -> Iterator[Parting]:
    if m is not None and n is not None and _part(laid, m, n):
        sides = (side(laid.a, m.span, m.date), side(laid.b, n.span, n.date))
        yield _parting(laid, sides, why)


def _times(laid: Laid, ours: Span, theirs: Span) -> Iterator[Parting]:
    """The one time of day of each side that a slot replaces."""
    one, other = _clock(laid.a, ours), _clock(laid.b, theirs)
    if one is not None and other is not None and part(one, other):
        sides = (side(laid.a, one.span), side(laid.b, other.span))
        yield _parting(laid, sides, "the words around both times are the same")


def _parting(laid: Laid, sides: tuple[Side, Side], why: str) -> Parting:
    moved = changed(laid.a, laid.b, sides[0].span, sides[1].span, "dates")
    if moved:
        return Parting(DifferenceKind.DATE, Verdict.CHANGED, sides, (why, moved))
    return Parting(DifferenceKind.DATE, Verdict.CONFLICT, sides, (why, f"{sides[0].value} against {sides[1].value}"))


def _clock(told: Told, span: Span) -> Clock | None:
    found = [clock for clock in clocks(told.reading.text, told.place) if clock.span.overlaps(span)]
    return found[0] if len(found) == 1 else None


def _clearest(told: Told, span: Span) -> Moment | None:
    """The date at a place that says most of itself: "16 May" before the "Tuesday" in front of it."""
    found = [m for m in told.sentence_moments if m.span.overlaps(span)]
    return min(found, key=lambda m: (m.basis is not Basis.STATED, not _has_digits(told, m), m.span), default=None)


def _has_digits(told: Told, moment: Moment) -> bool:
    return any(c.isdigit() for c in moment.span.of(told.reading.text))


def _same_words(laid: Laid) -> bool:
    if len(laid.a.moments) != 1 or len(laid.b.moments) != 1:
        return False
    ours, theirs = (terms(w for w in told.words if not told.moments[0].span.overlaps(w.span)) for told in (laid.a, laid.b))
    return len(ours) >= FEWEST and len(ours & theirs) >= SAME_WORDS * len(ours | theirs)


def _part(laid: Laid, m: Moment, n: Moment) -> bool:
    """Whether no day can be meant by both: a day within the month that the other gives is no other time. Two stretches that both
    name their days are two where an end differs.
    """
    ours, theirs = days(m.date), days(n.date)
    if ours is None or theirs is None:
        return False
    if "/" in m.date and "/" in n.date and _has_digits(laid.a, m) and _has_digits(laid.b, n):
        return ours != theirs
    return ours.before(theirs) or theirs.before(ours)

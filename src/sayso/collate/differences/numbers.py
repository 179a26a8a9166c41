"""Numbers that part: the same thing counted differently, numbers that only add up, counts that grew from day to day."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.collate.differences.laid import Laid, Parting, Slot, side
from sayso.collate.figures import add_up, agree, of_one_thing
from sayso.collate.told import Told
from sayso.collate.wording import lists, stem
from sayso.findings import DifferenceKind, Modifier, Quantity, Side, Verdict
from sayso.spans import hull

SAME_MATTER = 0.3
"""The part of the words of two accounts that must be common before the same thing counted in both is the same count."""


def numbers(laid: Laid) -> Iterator[Parting]:
    """Different numbers in the same place of two sentences worded alike, or of the same thing in two accounts of one matter."""
    if laid.is_close:
        for slot in laid.outside_quotations:
            yield from (_parting(laid, q, r, "the words around both numbers are the same") for q, r in _in_slot(laid, slot))
    elif laid.passage or _same_matter(laid):
        yield from (_parting(laid, q, r, f"both count: {q.thing}") for q, r in _same_thing(laid.a, laid.b))


def sums(a: Told, b: Told) -> Iterator[Parting]:
    """Numbers of one account that together make a number of the other: they differ and fit."""
    for whole, parts in ((a, b), (b, a)):
        for found, total in add_up(parts.quantities, whole.quantities):
            shown = " + ".join(_figure(q) for q in found)
            yield Parting(
                DifferenceKind.NUMBER,
                Verdict.COMPATIBLE,
                (_side(whole, total), Side(parts.document, hull(q.span for q in found), shown)),
                (f"{shown} = {_figure(total)}",),
            )


def _in_slot(laid: Laid, slot: Slot) -> Iterator[tuple[Quantity, Quantity]]:
    """The one number of each side that the slot replaces, where they do not agree."""
    if not slot.a or not slot.b:
        return
    ours, theirs = hull(w.span for w in slot.a), hull(w.span for w in slot.b)
    qs = [q for q in laid.a.sentence_quantities if q.span.overlaps(ours)]
    rs = [r for r in laid.b.sentence_quantities if r.span.overlaps(theirs)]
    if len(qs) == len(rs) == 1 and qs[0].unit == rs[0].unit and (
        not _mean_one_number(qs[0], rs[0]) or _grown(laid.a, laid.b, qs[0], rs[0])
    ):
        yield qs[0], rs[0]


def _mean_one_number(q: Quantity, r: Quantity) -> bool:
    """In the same words two numbers mean one only if they are the same, or if one is given less exactly than the other."""
    return (q.low, q.high) == (r.low, r.high) if q.modifier is r.modifier else agree(q, r)


def _same_thing(a: Told, b: Told) -> Iterator[tuple[Quantity, Quantity]]:
    """Counts of one thing that only one number in each account counts, where nothing in the other account agrees with either."""
    for q in a.quantities:
        partners = [r for r in b.quantities if of_one_thing(q, r)]
        rivals = [other for other in a.quantities if of_one_thing(q, other)]
        if len(partners) == len(rivals) == 1 and partners[0].unit == q.unit:
            r = partners[0]
            if _grown(a, b, q, r) or not (any(agree(q, x) for x in b.quantities) or any(agree(r, x) for x in a.quantities)):
                yield q, r


def _parting(laid: Laid, q: Quantity, r: Quantity, why: str) -> Parting:
    sides = (_side(laid.a, q), _side(laid.b, r))
    grown = _grown(laid.a, laid.b, q, r)
    if grown:
        return Parting(DifferenceKind.NUMBER, Verdict.CHANGED, sides, (why, grown))
    return Parting(DifferenceKind.NUMBER, Verdict.CONFLICT, sides, (why, f"{_figure(q)} against {_figure(r)}"))


def _grown(a: Told, b: Told, q: Quantity, r: Quantity) -> str | None:
    """Why the later and higher number may be a newer count of something that grows from day to day; None when it may not."""
    ours, theirs = (t.reading.profile.published.date for t in (a, b))
    things = {stem(word) for word in lists().tolls}
    if not ours or not theirs or ours == theirs or not any(stem(x.thing or "") in things for x in (q, r)):
        return None
    later_is_more = (q.high < r.low) if ours < theirs else (r.high < q.low)  # "at least four" may well become seven
    return f"the later report ({max(ours, theirs)}) has more" if later_is_more else None


def _same_matter(laid: Laid) -> bool:
    either = laid.a.terms | laid.b.terms
    return bool(either) and len(laid.a.terms & laid.b.terms) >= SAME_MATTER * len(either)


def _side(told: Told, q: Quantity) -> Side:
    return side(told, q.span, _figure(q))


def _figure(q: Quantity) -> str:
    low = f"{q.low:,.15g}"
    number = low if q.low == q.high else f"{low}-{q.high:,.15g}"
    said = number if q.modifier in (Modifier.EXACT, Modifier.RANGE) else f"{q.modifier.value} {number}"
    return f"{said} {q.unit}" if q.unit else said

"""Numbers that part: the same thing counted differently, numbers that only add up, counts that grew from day to day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import inf

from sayso.collate.accounts import Told
from sayso.collate.differences.laid import Laid, Parting, Slot, side
from sayso.collate.wording import lists, stem
from sayso.findings import DifferenceKind, Modifier, Quantity, Side, Verdict
from sayso.folding import words
from sayso.spans import hull

ROUGHLY = 0.1
"""How far a number called "about" may be from the true one, as a part of it."""

MOST_PARTS = 6
"""Numbers of one account among which parts of a sum are looked for."""

SAME_MATTER = 0.3
"""The part of the words of two accounts that must be common before the same thing counted in both is the same count."""


def numbers(laid: Laid, alike: float) -> Iterator[Parting]:
    """Different numbers in the same place of two sentences worded alike, or of the same thing in two accounts of one matter."""
    if laid.alike >= alike:
        for slot in laid.slots:
            yield from (_parting(laid, q, r, "the words around both numbers are the same") for q, r in _in_slot(laid, slot))
    elif laid.passage or _same_matter(laid):
        yield from (_parting(laid, q, r, f"both count: {q.thing}") for q, r in _same_thing(laid.a, laid.b))


def sums(a: Told, b: Told) -> Iterator[Parting]:
    """Numbers of one account that together make a number of the other: they differ and fit."""
    for whole, parts in ((a, b), (b, a)):
        for total in whole.quantities:
            for found in _adding_up(parts.quantities, total):
                shown = " + ".join(_figure(q) for q in found)
                yield Parting(
                    DifferenceKind.NUMBER,
                    Verdict.COMPATIBLE,
                    (_side(whole, total), Side(parts.document, hull(q.span for q in found), shown)),
                    (f"{shown} = {_figure(total)}",),
                )


def _adding_up(quantities: Sequence[Quantity], total: Quantity) -> Iterator[tuple[Quantity, ...]]:
    """Two or three exact counts that make the total, one at least of the same thing, where none is the total itself."""
    counts = [q for q in quantities if q.unit is None and q.modifier is Modifier.EXACT and q.low == q.high and q.low > 0]
    if total.unit or total.modifier is not Modifier.EXACT or any(_agree(q, total) for q in quantities):
        return
    for n in (2, 3):
        for found in combinations(counts[:MOST_PARTS], n):
            if sum(q.low for q in found) == total.low and any(_of_one_thing(q, total) for q in found):
                yield found
                return


def _in_slot(laid: Laid, slot: Slot) -> Iterator[tuple[Quantity, Quantity]]:
    """The one number of each side that the slot replaces, where they do not agree."""
    if not slot.a or not slot.b:
        return
    ours, theirs = hull(w.span for w in slot.a), hull(w.span for w in slot.b)
    qs = [q for q in laid.a.sentence_quantities if q.span.overlaps(ours)]
    rs = [r for r in laid.b.sentence_quantities if r.span.overlaps(theirs)]
    if len(qs) == len(rs) == 1 and qs[0].unit == rs[0].unit and not _agree(qs[0], rs[0]):
        yield qs[0], rs[0]


def _same_thing(a: Told, b: Told) -> Iterator[tuple[Quantity, Quantity]]:
    """Counts of one thing that only one number in each account counts, where nothing in the other account agrees with either."""
    for q in a.quantities:
        partners = [r for r in b.quantities if _of_one_thing(q, r)]
        rivals = [other for other in a.quantities if _of_one_thing(q, other)]
        if len(partners) == len(rivals) == 1 and partners[0].unit == q.unit:
            r = partners[0]
            if not any(_agree(q, x) for x in b.quantities) and not any(_agree(r, x) for x in a.quantities):
                yield q, r


def _parting(laid: Laid, q: Quantity, r: Quantity, why: str) -> Parting:
    sides = (_side(laid.a, q), _side(laid.b, r))
    grown = _grown(laid, q, r)
    if grown:
        return Parting(DifferenceKind.NUMBER, Verdict.CHANGED, sides, (why, grown))
    return Parting(DifferenceKind.NUMBER, Verdict.CONFLICT, sides, (why, f"{_figure(q)} against {_figure(r)}"))


def _grown(laid: Laid, q: Quantity, r: Quantity) -> str | None:
    """Why the later and higher number may be a newer count of something that grows from day to day; None when it may not."""
    ours, theirs = (t.reading.profile.published.date for t in (laid.a, laid.b))
    things = {stem(word) for word in lists().tolls}
    if not ours or not theirs or ours == theirs or not any(stem(x.thing or "") in things for x in (q, r)):
        return None
    later_is_more = (q.high < r.low) if ours < theirs else (r.high < q.low)
    return f"the later report ({max(ours, theirs)}) has more" if later_is_more else None


def _agree(q: Quantity, r: Quantity) -> bool:
    """Whether one number can be meant by both."""
    (a, b), (c, d) = _reach(q), _reach(r)
    return a <= d and c <= b


def _reach(q: Quantity) -> tuple[float, float]:
    if q.modifier is Modifier.AT_LEAST:
        return q.low, inf
    if q.modifier is Modifier.AT_MOST:
        return -inf, q.high
    if q.modifier is Modifier.ABOUT:
        return q.low - ROUGHLY * abs(q.low), q.high + ROUGHLY * abs(q.high)
    return q.low, q.high


def _of_one_thing(q: Quantity, r: Quantity) -> bool:
    return bool(q.thing and r.thing) and _head(q) == _head(r)


def _head(q: Quantity) -> str:
    said = words(q.thing or "")
    return stem(said[-1].text) if said else ""


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

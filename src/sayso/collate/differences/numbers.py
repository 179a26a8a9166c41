"""Numbers that part: the same thing counted or measured differently, counts that grew from day to day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.collate.differences.changes import changed, grown
from sayso.collate.differences.figured import of_number
from sayso.collate.differences.laid import Laid, Parting, Slot
from sayso.collate.differences.spells import spells
from sayso.collate.figures import agree, mean_one, of_one_thing, of_other_things
from sayso.collate.measures import in_one_unit
from sayso.collate.one_event import of_one_event
from sayso.collate.told import Told
from sayso.findings import DifferenceKind, Modifier, Quantity, Verdict
from sayso.folding import Word
from sayso.spans import hull

SAME_MATTER = 0.3
"""The part of the words of two accounts that must be common before the same thing counted in both is the same count."""


def numbers(laid: Laid) -> Iterator[Parting]:
    """Different numbers in the same place of two sentences worded alike, of the same thing in two accounts of one matter,
    or of people whom one event befell.
    """
    if laid.is_close:
        why = "the words around both numbers are the same"
        for slot in laid.outside_quotations:
            yield from (_parting(laid, q, r, why) for q, r in _in_slot(laid, slot))
            if lengths := spells(laid, slot):
                said = f"{lengths[0].value} against {lengths[1].value}"
                yield Parting(DifferenceKind.NUMBER, Verdict.CONFLICT, lengths, (why, said))
        return
    counted = list(_same_thing(laid.a, laid.b)) if laid.passage or _same_matter(laid) else []
    yield from (_parting(laid, q, r, f"both count: {q.thing}") for q, r in counted)
    for ours, theirs in of_one_event(laid.a, laid.b):
        if (ours.count, theirs.count) not in counted and not agree(ours.count, theirs.count):
            yield _parting(laid, ours.count, theirs.count, f"both count people {ours.fate}")


def _in_slot(laid: Laid, slot: Slot) -> Iterator[tuple[Quantity, Quantity]]:
    """The one number of each side that the slot replaces, where they can be compared and do not mean one."""
    if not slot.a or not slot.b:
        return
    q, r = _only(laid.a.sentence_quantities, slot.a), _only(laid.b.sentence_quantities, slot.b)
    if q is None or r is None or in_one_unit(q, r) is None or of_other_things(q, r):
        return
    if not mean_one(q, r) or grown(laid.a, laid.b, q, r):
        yield q, r


def _only(found: Sequence[Quantity], said: Sequence[Word]) -> Quantity | None:
    """The only number that the words touch; of "13 of 15 seats" the 15, which is a number by itself, where both would be."""
    touched = [q for q in found if q.span.overlaps(hull(w.span for w in said))]
    inner = [q for q in touched if not any(x is not q and q.span.contains(x.span) for x in touched)]
    return inner[0] if len(inner) == 1 else None


def _same_thing(a: Told, b: Told) -> Iterator[tuple[Quantity, Quantity]]:
    """Counts of one thing that only one number in each account counts, where nothing in the other account agrees with either."""
    for q in a.quantities:
        partners = [r for r in b.quantities if of_one_thing(q, r)]
        rivals = [other for other in a.quantities if of_one_thing(q, other)]
        if len(partners) == len(rivals) == 1 and in_one_unit(q, partners[0]) is not None:
            r = partners[0]
            if grown(a, b, q, r) or _bounds_differ(q, r) or not _said_by_both(a, b, q, r):
                yield q, r


def _said_by_both(a: Told, b: Told, q: Quantity, r: Quantity) -> bool:
    """Whether one of the two numbers agrees with any of the other account."""
    return any(agree(q, x) for x in b.quantities) or any(agree(r, x) for x in a.quantities)


def _bounds_differ(q: Quantity, r: Quantity) -> bool:
    """ "More than 100" and "more than 130" can both be, and tell two things."""
    return q.modifier is r.modifier and q.modifier in (Modifier.AT_LEAST, Modifier.AT_MOST) and not mean_one(q, r)


def _parting(laid: Laid, q: Quantity, r: Quantity, why: str) -> Parting:
    sides = (of_number(laid.a, q), of_number(laid.b, r))
    against = f"{sides[0].value} against {sides[1].value}"
    moved = grown(laid.a, laid.b, q, r) or changed(laid.a, laid.b, q.span, r.span, "numbers")
    if moved:
        return Parting(DifferenceKind.NUMBER, Verdict.CHANGED, sides, (why, moved))
    if agree(q, r):
        return Parting(DifferenceKind.NUMBER, Verdict.COMPATIBLE, sides, (why, f"{against}: one number can be both"))
    return Parting(DifferenceKind.NUMBER, Verdict.CONFLICT, sides, (why, against))


def _same_matter(laid: Laid) -> bool:
    either = laid.a.terms | laid.b.terms
    return bool(either) and len(laid.a.terms & laid.b.terms) >= SAME_MATTER * len(either)

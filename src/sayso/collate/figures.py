"""Numbers of two accounts: whether one can be meant by both, and whether some of the one make a number of the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import inf

from sayso.collate.measures import CONVERTED, converted, in_one_unit, rounds_to
from sayso.collate.wording import stem
from sayso.findings import Modifier, Quantity
from sayso.folding import words

ROUGHLY = 0.1
"""How far a number called "about" may be from the true one, as a part of it."""

MOST_PARTS = 6
"""Numbers of one account among which parts of a sum are looked for."""

ANY_THING = frozenset(map(stem, ("person", "people", "casualty", "victim", "piece", "item", "thing", "object")))
"""Things that a total is counted in when its parts are of several kinds: 18 workers and 3 firefighters are 21 people."""

Sum = tuple[tuple[Quantity, ...], Quantity]
"""The parts, and the number that they make."""


def agree(q: Quantity, r: Quantity) -> bool:
    """Whether one number can be meant by both: less exactly said, rounded, or given in another unit."""
    ours, theirs = in_one_unit(q, r) or (q, r)
    (a, b), (c, d) = reach(ours), reach(theirs)
    if converted(q, r):
        most = CONVERTED * max(abs(x) for x in (ours.low, ours.high, theirs.low, theirs.high))
        return a - most <= d and c <= b + most
    return (a <= d and c <= b) or rounds_to(q, r)


def mean_one(q: Quantity, r: Quantity) -> bool:
    """Whether two numbers in the same words mean one: the same, or one given less exactly than the other."""
    if q.modifier is not r.modifier or converted(q, r):
        return agree(q, r)
    return (q.low, q.high) == (r.low, r.high) or rounds_to(q, r)


def reach(q: Quantity) -> tuple[float, float]:
    """The least and the most that a number can stand for."""
    if q.modifier is Modifier.AT_LEAST:
        return q.low, inf
    if q.modifier is Modifier.AT_MOST:
        return -inf, q.high
    if q.modifier is Modifier.ABOUT:
        return q.low - ROUGHLY * abs(q.low), q.high + ROUGHLY * abs(q.high)
    return q.low, q.high


def of_one_thing(q: Quantity, r: Quantity) -> bool:
    """Whether both count the same kind of thing, by its head noun."""
    return bool(q.thing and r.thing) and head(q) == head(r)


def of_other_things(q: Quantity, r: Quantity) -> bool:
    """Whether both name what they count, and it is neither the same nor so wide that it may hold the other."""
    if not (q.thing and r.thing) or converted(q, r):
        return False
    return head(q) != head(r) and ANY_THING.isdisjoint((head(q), head(r)))


def head(q: Quantity) -> str:
    """The stem of the noun that is counted; empty when the text names none."""
    said = words(q.thing or "")
    return stem(said[-1].text) if said else ""


def add_up(parts: Sequence[Quantity], whole: Sequence[Quantity]) -> tuple[Sum, ...]:
    """Sums of two or three exact counts that make a number of `whole`, one part at least of the same thing as the total.

    There is none for a total that agrees with one of the parts' own numbers: then both say the total.
    """
    counts = [q for q in parts if is_count(q)]
    out: list[Sum] = []
    for total in whole:
        if is_count(total) and not any(agree(q, total) for q in parts):
            made = (
                found
                for n in (2, 3)
                for found in combinations(counts[:MOST_PARTS], n)
                if _makes(found, total, len(found) == len(counts))
            )
            out.extend((found, total) for found in [next(made, None)] if found is not None)
    return tuple(out)


def is_count(q: Quantity) -> bool:
    """Whether it is an exact number of things, which a sum can be made of."""
    return q.unit is None and q.modifier is Modifier.EXACT and q.low == q.high and q.low > 0


def _makes(parts: Sequence[Quantity], total: Quantity, all_parts: bool) -> bool:
    """Whether parts make the total: one counts what it counts, or the total counts anybody or anything and no part is left out."""
    if sum(q.low for q in parts) != total.low:
        return False
    return any(of_one_thing(q, total) for q in parts) or (all_parts and head(total) in ANY_THING)

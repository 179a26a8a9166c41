"""Numbers of two accounts: whether one can be meant by both, and whether some of the one make a number of the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import inf

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


def of_one_thing(q: Quantity, r: Quantity) -> bool:
    """Whether both count the same kind of thing, by its head noun."""
    return bool(q.thing and r.thing) and head(q) == head(r)


def head(q: Quantity) -> str:
    """The stem of the noun that is counted; empty when the text names none."""
    said = words(q.thing or "")
    return stem(said[-1].text) if said else ""


def add_up(parts: Sequence[Quantity], whole: Sequence[Quantity]) -> tuple[Sum, ...]:
    """Sums of two or three exact counts that make a number of `whole`, one part at least of the same thing as the total.

    There is none for a total that agrees with one of the parts' own numbers: then both say the total.
    """
    counts = [q for q in parts if q.unit is None and q.modifier is Modifier.EXACT and q.low == q.high and q.low > 0]
    out: list[Sum] = []
    for total in whole:
        if total.unit is None and total.modifier is Modifier.EXACT and not any(agree(q, total) for q in parts):
            made = (
                found
                for n in (2, 3)
                for found in combinations(counts[:MOST_PARTS], n)
                if _makes(found, total, len(found) == len(counts))
            )
            out.extend((found, total) for found in [next(made, None)] if found is not None)
    return tuple(out)


def _makes(parts: Sequence[Quantity], total: Quantity, all_parts: bool) -> bool:
    """Whether parts make the total: one counts what it counts, or the total counts anybody or anything and no part is left out."""
    if sum(q.low for q in parts) != total.low:
        return False
    return any(of_one_thing(q, total) for q in parts) or (all_parts and head(total) in ANY_THING)

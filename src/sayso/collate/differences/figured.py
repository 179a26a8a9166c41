"""Numbers as a side of a difference shows them."""

from __future__ import annotations

from sayso.collate.differences.laid import side
from sayso.collate.told import Told
from sayso.findings import Modifier, Quantity, Side


def of_number(told: Told, q: Quantity) -> Side:
    """The side that a number makes, with its value in figures."""
    return side(told, q.span, figure(q))


def figure(q: Quantity) -> str:
    """A number in figures with what modifies it and its unit: "about 1,200 km"."""
    low = f"{q.low:,.15g}"
    number = low if q.low == q.high else f"{low}-{q.high:,.15g}"
    said = number if q.modifier in (Modifier.EXACT, Modifier.RANGE) else f"{q.modifier.value} {number}"
    return f"{said} {q.unit}" if q.unit else said

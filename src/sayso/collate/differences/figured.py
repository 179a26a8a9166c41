"""Numbers as a side of a difference shows them."""

from __future__ import annotations

from sayso.collate.differences.laid import side
from sayso.collate.told import Told
from sayso.findings import Modifier, Quantity, Side
from sayso.folding import words

ENDS = frozenset(("to", "and", "or"))
"""Words between the two ends of a range in words."""


def of_number(told: Told, q: Quantity) -> Side:
    """The side that a number makes, with its value in figures; in the text's own words where it gives none ("dozens of people")."""
    said = " ".join(q.span.of(told.reading.text).split())
    return side(told, q.span, said if _is_vague(q, said) else figure(q))


def figure(q: Quantity) -> str:
    """A number in figures with what modifies it and its unit: "about 1,200 km"."""
    low = f"{q.low:,.15g}"
    number = low if q.low == q.high else f"{low}-{q.high:,.15g}"
    said = number if q.modifier in (Modifier.EXACT, Modifier.RANGE) else f"{q.modifier.value} {number}"
    return f"{said} {q.unit}" if q.unit else said


def _is_vague(q: Quantity, said: str) -> bool:
    """Whether the text names no end of the range that it means: "dozens" does not, "five to seven" does."""
    named = any(c.isdigit() for c in said) or not ENDS.isdisjoint(word.text for word in words(said))
    return q.modifier is Modifier.RANGE and not named

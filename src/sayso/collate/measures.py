"""Measures: two quantities brought to one unit, where what they measure has one, and how exactly a number is written."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from sayso.findings import Modifier, Quantity

FIGURE = re.compile(r"(?P<whole>\d[\d,]*)(?:\.(?P<decimals>\d+))?(?:[\s-]?(?P<scale>[a-z]+)\b)?", re.IGNORECASE)

CONVERTED = 0.05
"""How far apart two numbers may be, as a part of the larger, when one was converted into the other's unit: reports round both
("60 miles", "100 km": 3.4 %)."""


class Measure(NamedTuple):
    """A unit as so many (`times`) of the one that stands for its kind, after `less` is taken off."""

    kind: str
    times: float
    less: float = 0.0


def in_one_unit(q: Quantity, r: Quantity) -> tuple[Quantity, Quantity] | None:
    """Both as they stand where they are of one unit, or brought to one; None when nothing makes them comparable.

    Money of two currencies is not comparable, nor is a share with a count.
    """
    ours, theirs = measure(q), measure(r)
    if ours is None or theirs is None:
        return (q, r) if q.unit == r.unit else None
    if ours == theirs:
        return q, r
    return (_brought(q, ours), _brought(r, theirs)) if ours.kind == theirs.kind else None


def measure(q: Quantity) -> Measure | None:
    """What a quantity is measured in: its unit, or the span of time that it counts."""
    if q.unit is not None:
        return _table("units").get(q.unit)
    return _table("durations").get(q.thing or "")


def converted(q: Quantity, r: Quantity) -> bool:
    """Whether two quantities are of one kind and given in two units."""
    ours, theirs = measure(q), measure(r)
    return ours is not None and theirs is not None and ours != theirs and ours.kind == theirs.kind


def grain(q: Quantity) -> float:
    """What one more in the last place written is: 0.1 million for "1.2 million", 1 for "1,200" and for a number in words."""
    found = FIGURE.search(q.because[0]) if q.because else None
    if found is None or q.modifier is Modifier.RANGE:
        return 1.0
    scale = _scales().get((found["scale"] or "").lower(), 1.0)
    return float(scale / 10 ** len(found["decimals"] or ""))


def rounds_to(q: Quantity, r: Quantity) -> bool:
    """Whether one number is the other written less exactly: "1.2 million" of "1,234,567", "67 percent" of "66.7 percent"."""
    if grain(q) == grain(r):
        return False
    coarse, fine = (q, r) if grain(q) > grain(r) else (r, q)
    over = round((coarse.low - fine.low) / grain(coarse), 9)
    return fine.low == fine.high and coarse.low == coarse.high and -0.5 < over <= 0.5


def _brought(q: Quantity, to: Measure) -> Quantity:
    return replace(q, low=(q.low - to.less) * to.times, high=(q.high - to.less) * to.times, unit=to.kind)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("sayso.collate").joinpath("measures.toml").read_text("utf8"))


@cache
def _table(name: str) -> dict[str, Measure]:
    return {unit: Measure(*row) for unit, row in _data()[name].items()}


@cache
def _scales() -> dict[str, float]:
    return dict(_data()["scales"])


def numeral(word: str) -> int | None:
    """The number that one folded word is, in figures or in words; None for any other word."""
    if word.isdigit() and word.isascii():
        return int(word[:9])
    found: int | None = _data()["numerals"].get(word)
    return found

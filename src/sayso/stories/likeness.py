"""How alike two documents are as reports of one event: readable features, and one number out of them by a table of weights."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from sayso.stories.outlines import Outline, Weights

UNKNOWN_DAY = 0.5
DAYS_TO_FADE = 10.0
"""With 3, news of one day are told apart best (AllSides 0.94 instead of 0.92), but an affair falls into its days."""


@cache
def weights() -> tuple[float, Mapping[str, float]]:
    """The bias and the weight of each feature."""
    table = tomllib.loads(files("sayso.stories").joinpath("weights.toml").read_text("utf8"))
    return float(table["bias"]), {name: float(weight) for name, weight in table["weights"].items()}


@dataclass(frozen=True, slots=True)
class Likeness:
    """Each feature between 0 and 1."""

    opening: float
    body: float
    words: float
    names: float
    numbers: float
    passages: float
    days: float

    @property
    def score(self) -> float:
        """How likely it is that both report one event, 0 to 1, to four places."""
        bias, table = weights()
        return round(1 / (1 + exp(-bias - sum(weight * getattr(self, name) for name, weight in table.items()))), 4)


def likeness(a: Outline, b: Outline, opening: float, body: float, shared: float) -> Likeness:
    """Compares two outlines; the cosines of their vectors and the part of their text that is shared come from outside."""
    return Likeness(
        opening=max(0.0, opening),
        body=max(0.0, body),
        words=common_weight(a.words, b.words),
        names=common_weight(a.names, b.names),
        numbers=common_weight(a.numbers, b.numbers),
        passages=shared,
        days=_days(a, b),
    )


def common_weight(a: Weights, b: Weights) -> float:
    """The cosine of two sets of weights."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return min(1.0, sum(weight * large[key] for key, weight in small.items() if key in large))


def _days(a: Outline, b: Outline) -> float:
    if not a.published or not b.published:
        return UNKNOWN_DAY
    return exp(-a.published.apart(b.published) / DAYS_TO_FADE)

"""Numbers as they are written, in figures and in words, and what they come to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from sayso.annotate.lexicon import table
from sayso.spans import Span


class Figure(NamedTuple):
    """A number where it stands; `low` and `high` differ for "dozens" and ranges. `written` is True for one in figures."""

    span: Span
    low: float
    high: float
    currency: str | None
    written: bool


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(w) for w in words), key=lambda w: (-len(w), w)))


@cache
def _pattern() -> re.Pattern[str]:
    numbers = table("numbers")
    ones, tens, scales = (_alternatives(numbers[key]) for key in ("ones", "tens", "scales"))
    long_scales = _alternatives(w for w in numbers["scales"] if len(w) > 2)
    currency = _alternatives(numbers["currencies"])
    small = rf"(?:(?:{tens})(?:[-\s](?:{ones}))?|{ones})"
    figure = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    return re.compile(
        rf"(?P<currency>{currency})?\s?(?<![\w.,/:])(?<![A-Za-z][-‐–])(?P<figure>{figure})(?:[\s-]?(?P<scale>{scales})(?![\w]))?(?!\d|[.,:/]\d|st\b|nd\b|rd\b|th\b)(?![A-Za-z])"
        rf"|\b(?P<words>(?:half\s+)?(?:(?:a|{small})[-\s](?:{long_scales})s?|{small})(?:(?:[-\s]|\s+and\s+)(?:{small}|{long_scales}))*)\b"
        rf"|\b(?P<several>(?:(?:tens|dozens|scores|hundreds|thousands|millions)\s+of\s+)?(?:dozens|scores|hundreds|thousands|millions|billions))\b",
        re.IGNORECASE,
    )


def figures(text: str, span: Span) -> Iterator[Figure]:
    """The numbers within a span, in order."""
    for match in _pattern().finditer(text, span.start, span.end):
        if match["figure"]:
            value = float(match["figure"].replace(",", ""))
            if match["scale"]:
                value *= table("numbers")["scales"][match["scale"].lower()]
            symbol = match["currency"]
            start = match.start("currency") if symbol else match.start("figure")
            yield Figure(
                Span(start, match.end()), value, value, table("numbers")["currencies"].get(symbol.upper()) if symbol else None, True
            )
        elif match["words"]:
            count = in_words(match["words"])
            if count is not None:
                yield Figure(Span(match.start(), match.end()), count, count, None, False)
        else:
            low, high = _several(match["several"].lower().split())
            yield Figure(Span(match.start(), match.end()), low, high, None, False)


def in_words(words: str) -> float | None:
    """What number words come to: "twenty-one" 21, "half a dozen" 6, "two hundred and five" 205; None when they make no number."""
    numbers = table("numbers")
    total, current, factor, seen = 0.0, 0.0, 1.0, False
    for word in re.split(r"[-\s]+", words.lower()):
        if word == "half":
            factor = 0.5
        elif word in ("a", "and"):
            continue
        elif word in numbers["ones"] or word in numbers["tens"]:
            current, seen = current + numbers["ones"].get(word, numbers["tens"].get(word, 0)), True
        elif word.removesuffix("s") in numbers["scales"]:
            scale = numbers["scales"][word.removesuffix("s")]
            current, seen = (current or 1) * scale, True
            if scale >= 1000:
                total, current = total + current, 0.0
        else:
            return None
    return (total + current) * factor if seen else None


def _several(words: list[str]) -> tuple[float, float]:
    """ "hundreds of thousands" is two hundred thousand to just under a million."""
    several = {**table("numbers")["several"], "tens": 20}
    base = float(several[words[-1]])
    if len(words) > 1:
        unit = base / 2
        first = float(several[words[0]])
        return first * unit, (first / 2 * 10 if first != 24 else 100) * unit - 1
    ceilings = {"dozens": 99.0, "scores": 99.0, "hundreds": 999.0, "thousands": 9_999.0}
    return base, ceilings.get(words[-1], base / 2 * 1000 - 1)

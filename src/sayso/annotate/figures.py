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
    large = "dozen|hundred|thousand|million|billion|trillion"
    small = rf"(?:(?:{tens})(?:[-\s](?:{ones}))?|{ones})"
    figure = r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?"
    more = r"[-\s]and[-\s]a[-\s](?:half|quarter)\b"
    return re.compile(
        rf"(?:(?<![^\W_])(?P<currency>{_alternatives(numbers['currencies'])}))?\s?(?<![\w.,/:])(?:(?<=\d-to-)|(?<![A-Za-z][-‐–]))(?P<figure>{figure})"
        rf"(?P<half>\s?½|{more})?(?:[\s-]?(?P<scale>{scales}|b)(?![\w]))?(?!\d|[.,:/]\d|st\b|nd\b|rd\b|th\b)(?![A-Za-z])"
        rf"|(?<![A-Za-z]-)\b(?P<words>(?:half\s+|a\s+quarter\s+of\s+)?(?:(?:a|{small})[-\s](?:{long_scales})s?|{small})"
        rf"(?:(?:[-\s]|\s+and\s+)(?:{small}|{long_scales}))*(?:{more}(?:[-\s](?:{long_scales}))?)?)\b"
        rf"|\b(?P<several>(?:(?:tens|dozens|scores|hundreds|thousands|millions)\s+of\s+)?(?:dozens|scores|hundreds|thousands|millions|billions))\b"
        rf"|\b(?:a\s+few|several|many)[-\s](?P<few>{large})\b"
        rf"|\b(?:a\s+)?(?P<roughly>{_alternatives(numbers['roughly'])})(?:\s+of)?[-\s](?P<times>{large})\b"
        rf"|\ba\s+(?P<some>{_alternatives(numbers['roughly'])})(?=\s+of\b)"
        r"|\b(?P<twice>twice|thrice)\b(?!\s(?:as|the|that|its|his|her|their|what|over)\b)",
        re.IGNORECASE,
    )


LARGEST = 1e18
"""A number beyond this counts nothing that a reporter writes of."""

LONGEST = 9
"""Digits in a row, with no comma, beyond which a number is a key of something: nobody writes a count so."""


def figures(text: str, span: Span) -> Iterator[Figure]:
    """The numbers within a span, in order."""
    for match in _pattern().finditer(text, span.start, span.end):
        if match["figure"]:
            yield from _in_digits(match)
        elif match["words"]:
            count = in_words(match["words"])
            if count is not None and count <= LARGEST:
                yield Figure(Span(match.start(), match.end()), count, count, None, False)
        else:
            low, high = _loosely(match)
            yield Figure(Span(match.start(), match.end()), low, high, None, False)


def _in_digits(match: re.Match[str]) -> Iterator[Figure]:
    numbers = table("numbers")
    symbol, scale, digits = match["currency"], (match["scale"] or "").lower(), match["figure"]
    if (digits.isdigit() and len(digits) > LONGEST) or (scale == "b" and not symbol):
        return
    value = float(digits.replace(",", ""))
    if match["half"]:
        value += 0.25 if match["half"].endswith("quarter") else 0.5
    if scale:
        value *= {"b": 1e9, **numbers["scales"]}[scale]
    if value > LARGEST:
        return
    start = match.start("currency") if symbol else match.start("figure")
    currency = {name.upper(): code for name, code in numbers["currencies"].items()}.get(symbol.upper()) if symbol else None
    yield Figure(Span(start, match.end()), value, value, currency, True)


def _loosely(match: re.Match[str]) -> tuple[float, float]:
    """The least and the most that words such as "dozens", "several hundred", "a handful" and "twice" mean."""
    numbers = table("numbers")
    if match["several"]:
        return _several(match["several"].lower().split())
    if match["few"]:
        return _several([match["few"].lower() + "s"])
    if match["twice"]:
        return (2.0, 2.0) if match["twice"].lower() == "twice" else (3.0, 3.0)
    low, high = numbers["roughly"][(match["roughly"] or match["some"]).lower()]
    times = numbers["scales"][match["times"].lower()] if match["times"] else 1
    return float(low * times), float(high * times)


def in_words(words: str) -> float | None:
    """What number words come to: "twenty-one" 21, "half a dozen" 6, "two and a half million" 2,500,000; None for no number."""
    numbers = table("numbers")
    total, current, factor, last, seen = 0.0, 0.0, 1.0, 1.0, False
    for word in re.split(r"[-\s]+", words.lower()):
        if word in ("half", "quarter"):
            part = 0.5 if word == "half" else 0.25
            if not seen:
                factor = part
            elif current:
                current += part
            else:
                total += part * last
        elif word in ("a", "and", "of"):
            continue
        elif word in numbers["ones"] or word in numbers["tens"]:
            current, seen = current + numbers["ones"].get(word, numbers["tens"].get(word, 0)), True
        elif word.removesuffix("s") in numbers["scales"]:
            last = numbers["scales"][word.removesuffix("s")]
            current, seen = (current or 1) * last, True
            if last >= 1000:
                total, current = total + current, 0.0
        else:
            return None
    return (total + current) * factor if seen else None


def _several(words: list[str]) -> tuple[float, float]:
    """ "hundreds of thousands" is two hundred thousand to just under a million."""
    several = {**table("numbers")["several"], "tens": 20, "trillions": 2e12}
    base = float(several[words[-1]])
    if len(words) > 1:
        unit = base / 2
        first = float(several[words[0]])
        return first * unit, (first / 2 * 10 if first != 24 else 100) * unit - 1
    ceilings = {"dozens": 99.0, "scores": 99.0, "hundreds": 999.0, "thousands": 9_999.0}
    return base, ceilings.get(words[-1], base / 2 * 1000 - 1)

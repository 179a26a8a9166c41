"""What words for a date say of themselves, as EDTF: days, months, quarters, decades that need no other date to be known."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from sayso.annotate.feasts import feast
from sayso.annotate.figures import in_words
from sayso.annotate.wordings import SEASONS

Parts = dict[str, str]
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
SPELLED = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}


def stated(kind: str, parts: Parts) -> str | None:
    """The date that the words hold in full; None when they need another one, or are no date of the calendar."""
    return _STATED[kind](parts) if kind in _STATED and ("year" in parts or "year2" in parts or kind in _YEARLESS) else None


def span_of(first: date, last: date) -> str:
    return f"{first.isoformat()}/{last.isoformat()}" if first < last else first.isoformat()


def day_of(year: int, month: int, day: int) -> str | None:
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def stretch(first: str | None, last: str | None) -> str | None:
    """An interval of two dates as exact as each other, the one date when they are the same, None when they run backwards."""
    if not first or not last or first > last:
        return None
    return first if first == last else f"{first}/{last}"


def interval_of_days(year: int, parts: Parts) -> str | None:
    ends = int(parts["month2"]) if "month2" in parts else int(parts["month"])
    begins = int(parts.get("month", ends))
    first = day_of(year - 1 if begins > ends else year, begins, int(parts["day"]))
    found = stretch(first, day_of(year, ends, int(parts["day2"])))
    return found if found and "/" in found else None


def months_from(year: int, month: int, step: int) -> str:
    """The month that is `step` months after (or before) another."""
    months = year * 12 + month - 1 + step
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _full_year(parts: Parts) -> int:
    return int(parts["year"]) if "year" in parts else 2000 + int(parts["short"])


def _years(parts: Parts) -> str | None:
    last = parts["year"][: 4 - len(parts["year2"])] + parts["year2"]
    return f"{parts['year']}/{last}" if last > parts["year"] else None


def quarter_of(year: int, parts: Parts) -> str:
    months = 3 if parts.get("part", "q")[0] == "q" else 6
    last = min(ORDINALS[parts["ordinal"]] * months, 12)
    return f"{year:04}-{last - months + 1:02}/{year:04}-{last:02}"


def _decade(parts: Parts) -> str:
    decade = parts.get("decade") or f"19{parts.get('tens') or SPELLED[parts['spelled']]}"
    return f"{decade}0/{decade}9"


def _century(parts: Parts) -> str:
    last = 100 * int(parts["century"])
    return f"{last - 99}/{last}"


def _spelled(parts: Parts) -> str | None:
    """ "nineteen ninety-four", "twenty ten", "the year two thousand and eight"."""
    words = parts["spelled"].replace("-", " ").removeprefix("the year ").split()
    if words[1] == "thousand":
        rest = in_words(" ".join(words[2:])) if len(words) > 2 else 0
        return f"{2000 + int(rest or 0):04}"
    rest = in_words(" ".join(words[1:]))
    return f"{100 * int(in_words(words[0]) or 0) + int(rest or 0):04}"


def months_between(parts: Parts) -> str | None:
    last = int(parts.get("year2") or parts["year"])
    backwards = int(parts["month"]) > int(parts["month2"])
    first = int(parts["year"]) if "year2" in parts and "year" in parts else last - backwards
    return stretch(f"{first}-{int(parts['month']):02}", f"{last}-{int(parts['month2']):02}")


def week_of(year: int, parts: Parts) -> str | None:
    written = day_of(year, int(parts["month"]), int(parts["day"]))
    if written is None:
        return None
    monday = date.fromisoformat(written) - timedelta(date.fromisoformat(written).weekday())
    return span_of(monday + timedelta(5 if parts["unit"] == "weekend" else 0), monday + timedelta(6))


_STATED: dict[str, Callable[[Parts], str | None]] = {
    "iso": lambda parts: day_of(int(parts["year"]), int(parts["month"]), int(parts["day"])),
    "day": lambda parts: day_of(int(parts["year"]), int(parts["month"]), int(parts["day"])),
    "days": lambda parts: interval_of_days(int(parts["year"]), parts),
    "weekof": lambda parts: week_of(int(parts["year"]), parts),
    "month": lambda parts: f"{parts['year']}-{int(parts['month']):02}",
    "months": months_between,
    "quarter": lambda parts: quarter_of(int(parts["year"]), parts),
    "feast": lambda parts: feast(parts["feast"], int(parts["year"])),
    "season": lambda parts: f"{parts['year']}-{SEASONS[parts['season']]}",
    "fiscal": lambda parts: _years(parts) if "year2" in parts else f"{_full_year(parts)}~",
    "century": _century,
    "decade": _decade,
    "years": _years,
    "spelled": _spelled,
    "year": lambda parts: parts["year"],
    "attacks": lambda parts: "2001-09-11",
}
_YEARLESS = ("century", "decade", "spelled", "attacks", "fiscal")

"""Days that have a name, such as Christmas Eve and Thanksgiving, and when they are in a year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from sayso.annotate.lexicon import table
from sayso.annotate.wordings import DAYS


def feast(name: str, year: int) -> str | None:
    """The day of that name (in lower case) in a year, as EDTF; None for a name that is not in the list."""
    rule = _rules().get(name.replace("’", "'"))
    if rule is None:
        return None
    if len(rule) == 1:
        return f"{year:04}-{rule[0]}"
    if rule[0] == "easter":
        return (easter(year) + timedelta(int(rule[1]))).isoformat()
    day = _nth(year, int(rule[0]), DAYS.index(rule[1]), int(rule[2]))
    return (day + timedelta(int(rule[3]) if len(rule) > 3 else 0)).isoformat()


@cache
def _rules() -> dict[str, list[str]]:
    return {name.lower(): rule.split() for name, rule in table("dates")["feasts"].items()}


def _nth(year: int, number: int, weekday: int, month: int) -> date:
    """The first, second … weekday of a month; the last one for -1."""
    if number < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Western churches, by the Gregorian computus of Meeus, Jones and Butcher."""
    golden, century = year % 19, year // 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 100 % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)

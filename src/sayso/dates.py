"""EDTF dates as stretches of days, so that dates of any precision can be compared without pretending to more than they say."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

ONE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?[?~%]?")


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day, as day numbers of the proleptic Gregorian calendar, on which something may have been."""

    first: int
    last: int

    def before(self, other: Days) -> bool:
        """True only when every day of this stretch is earlier than every day of the other."""
        return self.last < other.first

    def apart(self, other: Days) -> int:
        """The least number of days that can lie between them; 0 when they may be the same day."""
        return max(0, self.first - other.last, other.first - self.last)


def days(edtf: str | None) -> Days | None:
    """The days that an EDTF date (`2024`, `2024-01`, `2024-01-08`, with a time, or an interval `…/…`) may mean.

    None when there is no date, an end of the interval is open, or it is no date of the calendar.
    """
    if not edtf:
        return None
    ends = [_one(part) for part in edtf.split("/")]
    if len(ends) > 2 or None in ends:
        return None
    known = [end for end in ends if end]
    return Days(known[0].first, known[-1].last) if known[0].first <= known[-1].last else None


def _one(text: str) -> Days | None:
    match = ONE.fullmatch(text.strip())
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None:
        return None
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return Days(first.toordinal(), last.toordinal())

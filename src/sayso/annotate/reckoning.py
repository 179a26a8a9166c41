"""Reckoning: which day, month or year words such as "last Monday" mean, as EDTF, counted from the day of publication."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from sayso.annotate.feasts import feast
from sayso.annotate.stated import (
    ORDINALS,
    Parts,
    day_of,
    interval_of_days,
    months_between,
    months_from,
    quarter_of,
    span_of,
    week_of,
)
from sayso.annotate.wordings import SEASONS

LONG_AGO, SOON = 300, 45
"""A day of a month without a year means the last such day, unless that was this many days ago and the next is this near."""
STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}


def inferred(kind: str, parts: Parts, anchor: date, ahead: bool) -> str | None:
    """The date that the words mean when they were published on the day `anchor`; `ahead` when they are about what is to come."""
    try:
        return _INFERRED[kind](parts, anchor, ahead) if kind in _INFERRED else None
    except (ValueError, OverflowError):
        return None


def _monday(anchor: date) -> date:
    return anchor - timedelta(anchor.weekday())


def _step(parts: Parts) -> int:
    """How many to go on (or back): "last" -1, "this" 0, "the coming" 1."""
    return STEPS.get(parts.get("back", "this").split()[-1], 0)


def _monthday(parts: Parts, anchor: date, ahead: bool) -> str | None:
    year = _year_of_monthday(parts, int(parts["day"]), anchor, ahead)
    return None if year is None else day_of(year, int(parts["month"]), int(parts["day"]))


def _dayspan(parts: Parts, anchor: date, ahead: bool) -> str | None:
    last = {"month": parts.get("month2") or parts["month"]}
    year = _year_of_monthday(last, int(parts["day2"]), anchor, ahead)
    return None if year is None else interval_of_days(year, parts)


def _year_of_monthday(parts: Parts, day: int, anchor: date, ahead: bool) -> int | None:
    if "back" in parts:
        return anchor.year + _step(parts)
    month = int(parts["month"])
    if "weekday" in parts and (fitting := _year_with_weekday(month, day, int(parts["weekday"]), anchor)):
        return fitting
    passed = (month, day) <= (anchor.month, anchor.day)
    before, after = (anchor.year if passed else anchor.year - 1), (anchor.year + 1 if passed else anchor.year)
    if day_of(before, month, day) is None or day_of(after, month, day) is None:
        return next((year for year in (before, after) if day_of(year, month, day)), None)
    ago = (anchor - date(before, month, day)).days
    until = (date(after, month, day) - anchor).days
    if ago and ((ahead and until < 300) or (ago > LONG_AGO and until < SOON)):
        return after
    return before


def _year_with_weekday(month: int, day: int, weekday: int, anchor: date) -> int | None:
    """The year, this one or one beside it, in which the day falls on the weekday that is given with it."""
    years = (anchor.year, anchor.year - 1, anchor.year + 1)
    return next((y for y in years if (d := day_of(y, month, day)) and date.fromisoformat(d).weekday() == weekday), None)


def _baremonth(parts: Parts, anchor: date, ahead: bool) -> str:
    """The last month of that name; the coming one when it begins next month, or what is said of it lies ahead."""
    month = int(parts["month"])
    year = anchor.year if month <= anchor.month else anchor.year - 1
    until = (month - anchor.month) % 12
    return f"{year + 1 if until and (ahead or until == 1) else year:04}-{month:02}"


def _monthspan(parts: Parts, anchor: date, ahead: bool) -> str | None:
    last = _baremonth({"month": parts["month2"]}, anchor, ahead)
    return months_between({"month": parts["month"], "month2": parts["month2"], "year2": last[:4]})


def _backmonth(parts: Parts, anchor: date, ahead: bool) -> str:
    month, step = int(parts["month"]), _step(parts)
    passed = month < anchor.month if step < 0 else month > anchor.month
    return f"{anchor.year + (0 if passed else step):04}-{month:02}"


def _weekday(parts: Parts, anchor: date, ahead: bool) -> str:
    weekday = int(parts["weekday"])
    if week := parts.get("week"):
        return (_monday(anchor) + timedelta(7 * _step({"back": week}) + weekday)).isoformat()
    back = (anchor.weekday() - weekday) % 7
    step = _step(parts)
    if step < 0:
        return (anchor - timedelta(back or 7)).isoformat()
    if "week2" in parts:  # British: "Monday week" is a week after the coming Monday
        return (anchor + timedelta(14 - back)).isoformat()
    if step > 0 or ((ahead or "back" in parts) and back):
        return (anchor + timedelta(7 - back)).isoformat()
    return (anchor - timedelta(back)).isoformat()


def _weekdays(parts: Parts, anchor: date, ahead: bool) -> str:
    last = date.fromisoformat(_weekday({"weekday": parts["weekday2"]}, anchor, ahead))
    return span_of(last - timedelta((last.weekday() - int(parts["weekday"])) % 7), last)


def _period(parts: Parts, anchor: date, ahead: bool) -> str:
    step, edge = _step(parts), parts.get("edge")
    if parts["unit"] == "year":
        return f"{anchor.year + step:04}" + (f"-{'12' if edge == 'end' else '01'}" if edge else "")
    if parts["unit"] == "month":
        return months_from(anchor.year, anchor.month, step)
    monday = _monday(anchor) + timedelta(7 * step)
    if parts.get("back", "").endswith("past"):
        return span_of(anchor - timedelta(7), anchor)
    if parts.get("when") == "earlier" and step == 0:
        return span_of(monday, anchor)
    return span_of(monday, monday + timedelta(6))


def _weekend(parts: Parts, anchor: date, ahead: bool) -> str:
    saturday = anchor - timedelta((anchor.weekday() - 5) % 7)
    if _step(parts) > 0 or (parts.get("back") == "this" and 1 < anchor.weekday() < 5) or (ahead and anchor.weekday() < 5):
        saturday += timedelta(7)
    return span_of(saturday, saturday + timedelta(1))


def shifted(anchor: date, count: int, unit: str) -> str:
    """The day, week, month or year that lies `count` units after (or before) a day: as exact as the unit is."""
    if unit == "day":
        return (anchor + timedelta(count)).isoformat()
    if unit == "week":
        monday = _monday(anchor) + timedelta(7 * count)
        return span_of(monday, monday + timedelta(6))
    if unit == "month":
        return months_from(anchor.year, anchor.month, count)
    return f"{anchor.year + count * (10 if unit == 'decade' else 1):04}"


def _past(parts: Parts, anchor: date, ahead: bool) -> str | None:
    count, unit = int(parts.get("count", "1")), parts["unit"]
    if unit in ("day", "week"):
        return span_of(anchor - timedelta(count * (7 if unit == "week" else 1)), anchor)
    year, month = map(
        int, months_from(anchor.year, anchor.month, -count * {"month": 1, "year": 12, "decade": 120}[unit]).split("-")
    )
    return span_of(date(year, month, min(anchor.day, monthrange(year, month)[1])), anchor)


def _season(parts: Parts, anchor: date, ahead: bool) -> str:
    season = SEASONS[parts["season"]]
    begins = {21: 3, 22: 6, 23: 9, 24: 12}[season]
    if (step := _step(parts)) > 0 or (ahead and "back" not in parts):
        return f"{anchor.year + (anchor.month >= begins):04}-{season}"
    if "back" not in parts:
        return f"{anchor.year if anchor.month >= begins else anchor.year - 1:04}-{season}"
    return f"{anchor.year if step == 0 or anchor.month >= begins + 3 else anchor.year - 1:04}-{season}"


def _bare_quarter(parts: Parts, anchor: date, ahead: bool) -> str:
    """The last quarter of that number that has begun, or the coming one when what is said of it lies ahead."""
    begun = (anchor.month - 1) // 3 + 1 >= ORDINALS[parts["ordinal"]]
    year = anchor.year if begun else anchor.year - 1
    return quarter_of(year + 1 if ahead and not begun else year, parts)


def _back_quarter(parts: Parts, anchor: date, ahead: bool) -> str:
    number = anchor.year * 4 + (anchor.month - 1) // 3 + _step(parts)
    return quarter_of(number // 4, {"ordinal": str(number % 4 + 1)})


def _feast(parts: Parts, anchor: date, ahead: bool) -> str | None:
    """The last day of that name, unless it is near and ahead, as an undated day of a month is."""
    this = feast(parts["feast"], anchor.year)
    if this is None:
        return None
    step, passed = _step(parts), this <= anchor.isoformat()
    if step < 0 and passed and this[:7] == anchor.isoformat()[:7]:
        return feast(parts["feast"], anchor.year - 1)
    days_until = (date.fromisoformat(this) - anchor).days
    coming = step > 0 or (step == 0 and ("back" in parts or ahead or 0 < days_until < SOON))
    return feast(parts["feast"], anchor.year + (1 if coming and passed and step > 0 else 0 if coming or passed else -1))


def _short_year(parts: Parts, anchor: date, ahead: bool) -> str:
    year = anchor.year // 100 * 100 + int(parts["short"])
    return f"{year - 100 if year > anchor.year + 10 else year:04}"


_INFERRED: dict[str, Callable[[Parts, date, bool], str | None]] = {
    "monthday": _monthday,
    "days": _dayspan,
    "weekof": lambda parts, anchor, ahead: week_of(
        _year_of_monthday(parts, int(parts["day"]), anchor, ahead) or anchor.year, parts
    ),
    "baremonth": _baremonth,
    "months": _monthspan,
    "backmonth": _backmonth,
    "monthyear": lambda parts, anchor, ahead: f"{anchor.year + _step(parts):04}-{int(parts['month']):02}",
    "quarter": lambda parts, anchor, ahead: (
        quarter_of(anchor.year + _step(parts), parts) if "back" in parts else _bare_quarter(parts, anchor, ahead)
    ),
    "barequarter": _bare_quarter,
    "backquarter": _back_quarter,
    "feast": _feast,
    "shortyear": _short_year,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "period": _period,
    "weekend": _weekend,
    "ago": lambda parts, anchor, ahead: shifted(anchor, -int(parts["count"]), parts["unit"]),
    "fromnow": lambda parts, anchor, ahead: shifted(anchor, int(parts["count"]), parts["unit"]),
    "agoday": lambda parts, anchor, ahead: (
        _monday(anchor) + timedelta(int(parts["weekday"]) - 7 * int(parts["count"]))
    ).isoformat(),
    "span": _past,
    "backseason": _season,
    "lastnight": lambda parts, anchor, ahead: (anchor - timedelta(1)).isoformat(),
    "yesterday": lambda parts, anchor, ahead: (anchor - timedelta(2 if "step" in parts else 1)).isoformat(),
    "today": lambda parts, anchor, ahead: anchor.isoformat(),
    "tomorrow": lambda parts, anchor, ahead: (anchor + timedelta(2 if "step" in parts else 1)).isoformat(),
}

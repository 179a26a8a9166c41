"""Moments: which day, month or year the words for a date mean, as EDTF, given the day on which they were published."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from sayso.annotate.expressions import SEASONS, Expression
from sayso.dates import days
from sayso.documents import Basis
from sayso.findings import Moment, Sentence
from sayso.spans import Span

AHEAD = re.compile(
    r"\b(?:will|won['’]t|shall|scheduled|due|expected to|set (?:to|for)|plans? to|planned for|upcoming|slated|going to"
    r"|(?:is|are) to|coming|until|deadline)\b",
    re.IGNORECASE,
)
DUE = re.compile(r"\b(?:by|through|effective)\s(?:mid-|early\s|late\s)?$", re.IGNORECASE)
TOLD = re.compile(
    r"\b(?:said|told|announced|reported|tweeted|wrote|added|warned|claimed|confirmed|denied|released|published)\s(?:\w+\s)?$"
)
LONG_AGO, SOON = 300, 45
"""A day of a month without a year means the last such day, unless that was this many days ago and the next is this near."""


def moments(text: str, sentences: Sequence[Sentence], found: Sequence[Expression], published: str | None) -> tuple[Moment, ...]:
    """The expressions that stand in a sentence and can be resolved, in order of the text.

    `published` is the document's own date (EDTF). A date that the words hold in full is STATED; one that follows from the day of
    publication is INFERRED, and left out where that day is unknown or not exact enough to give one answer.
    """
    anchors = _anchors(published)
    out = []
    place = 0
    for expression in found:
        while place < len(sentences) and sentences[place].span.end <= expression.span.start:
            place += 1
        if place == len(sentences):
            break
        if not sentences[place].span.contains(expression.span):
            continue
        stated = _stated(expression)
        if stated:
            out.append(Moment(expression.span, stated, Basis.STATED, (f"“{expression.span.of(text)}”",)))
            continue
        ahead = _looks_ahead(text, sentences[place].span, expression.span)
        answers = {_inferred(expression, anchor, ahead) for anchor in anchors}
        if len(answers) == 1 and (answer := answers.pop()):
            out.append(
                Moment(
                    expression.span,
                    answer,
                    Basis.INFERRED,
                    (f"“{expression.span.of(text)}”", f"from the date of publication, {published}"),
                )
            )
    return tuple(out)


def _anchors(published: str | None) -> tuple[date, ...]:
    """The first and the last day on which the document may have been published."""
    stretch = days(published)
    return () if stretch is None else (date.fromordinal(stretch.first), date.fromordinal(stretch.last))


def _looks_ahead(text: str, sentence: Span, span: Span) -> bool:
    before = text[max(sentence.start, span.start - 90) : span.start]
    return DUE.search(before) is not None or (AHEAD.search(before) is not None and TOLD.search(before) is None)


def _stated(e: Expression) -> str | None:
    parts = e.parts
    if e.kind in ("iso", "day"):
        return _day(int(parts["year"]), int(parts["month"]), int(parts["day"]))
    if e.kind == "days" and "year" in parts:
        return _interval_of_days(int(parts["year"]), parts)
    if e.kind == "month":
        return f"{parts['year']}-{int(parts['month']):02}"
    if e.kind == "year":
        return parts["year"]
    if e.kind == "years":
        last = parts["last"] if len(parts["last"]) == 4 else parts["year"][:2] + parts["last"]
        return f"{parts['year']}/{last}" if last > parts["year"] else None
    if e.kind == "decade":
        decade = parts.get("decade") or "19" + parts["short"]
        return f"{decade}0/{decade}9"
    if e.kind == "season":
        return f"{parts['year']}-{SEASONS[parts['season']]}"
    return "2001-09-11" if e.kind == "attacks" else None


def _inferred(e: Expression, anchor: date, ahead: bool) -> str | None:
    resolver = _RESOLVERS.get(e.kind)
    try:
        return resolver(e.parts, anchor, ahead) if resolver else None
    except (ValueError, OverflowError):
        return None


def _day(year: int, month: int, day: int) -> str | None:
    return f"{year:04}-{month:02}-{day:02}" if day <= monthrange(year, month)[1] else None


def _interval_of_days(year: int, parts: dict[str, str]) -> str | None:
    first, last = (_day(year, int(parts["month"]), int(parts[key])) for key in ("day", "last"))
    return f"{first}/{last}" if first and last and first < last else None


def _span(first: date, last: date) -> str:
    return f"{first.isoformat()}/{last.isoformat()}" if first < last else first.isoformat()


def _monthday(parts: dict[str, str], anchor: date, ahead: bool) -> str | None:
    year = _year_of_monthday(parts, anchor, ahead)
    return None if year is None else _day(year, int(parts["month"]), int(parts["day"]))


def _dayspan(parts: dict[str, str], anchor: date, ahead: bool) -> str | None:
    year = _year_of_monthday(parts, anchor, ahead)
    return None if year is None else _interval_of_days(year, parts)


def _year_of_monthday(parts: dict[str, str], anchor: date, ahead: bool) -> int | None:
    if "back" in parts:
        return anchor.year + {"last": -1, "this": 0, "next": 1}[parts["back"]]
    month, day = int(parts["month"]), int(parts["day"])
    passed = (month, day) <= (anchor.month, anchor.day)
    before, after = (anchor.year if passed else anchor.year - 1), (anchor.year + 1 if passed else anchor.year)
    if _day(before, month, day) is None or _day(after, month, day) is None:
        return next((year for year in (before, after) if _day(year, month, day)), None)
    ago = (anchor - date(before, month, day)).days
    until = (date(after, month, day) - anchor).days
    if ago and ((ahead and until < 300) or (ago > LONG_AGO and until < SOON)):
        return after
    return before


def _baremonth(parts: dict[str, str], anchor: date, ahead: bool) -> str:
    month = int(parts["month"])
    year = anchor.year if month <= anchor.month else anchor.year - 1
    if ahead and month != anchor.month:
        year += 1
    return f"{year:04}-{month:02}"


def _backmonth(parts: dict[str, str], anchor: date, ahead: bool) -> str:
    month, back = int(parts["month"]), parts["back"]
    return f"{_year_of_backmonth(month, back, anchor):04}-{month:02}"


def _year_of_backmonth(month: int, back: str, anchor: date) -> int:
    if back == "last":
        return anchor.year if month < anchor.month else anchor.year - 1
    if back == "next":
        return anchor.year if month > anchor.month else anchor.year + 1
    return anchor.year


def _monthyear(parts: dict[str, str], anchor: date, ahead: bool) -> str:
    return f"{anchor.year + {'last': -1, 'this': 0, 'next': 1}[parts['back']]:04}-{int(parts['month']):02}"


def _weekday(parts: dict[str, str], anchor: date, ahead: bool) -> str:
    weekday = int(parts["weekday"])
    monday = anchor - timedelta(anchor.weekday())
    if week := parts.get("week"):
        return (monday + timedelta(7 * {"last": -1, "this": 0, "next": 1}[week] + weekday)).isoformat()
    back = (anchor.weekday() - weekday) % 7
    if parts.get("back") == "last":
        return (anchor - timedelta(back or 7)).isoformat()
    if parts.get("back") == "next" or (ahead and back):
        return (anchor + timedelta(7 - back)).isoformat()
    return (anchor - timedelta(back)).isoformat()


def _period(parts: dict[str, str], anchor: date, ahead: bool) -> str:
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1}[parts["back"]]
    if parts["unit"] == "year":
        return f"{anchor.year + step:04}"
    if parts["unit"] == "month":
        months = anchor.year * 12 + anchor.month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}"
    monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * step)
    if parts["back"] == "past":
        return _span(anchor - timedelta(7), anchor)
    if parts.get("when") == "earlier" and step == 0:
        return _span(monday, anchor)
    return _span(monday, monday + timedelta(6))


def _weekend(parts: dict[str, str], anchor: date, ahead: bool) -> str:
    saturday = anchor - timedelta((anchor.weekday() - 5) % 7)
    if parts.get("back") == "next" or (parts.get("back") == "this" and anchor.weekday() < 5 and anchor.weekday() > 1):
        saturday += timedelta(7)
    return _span(saturday, saturday + timedelta(1))


def _ago(parts: dict[str, str], anchor: date, ahead: bool) -> str:
    count, unit = int(parts["count"]), parts["unit"]
    if unit == "day":
        return (anchor - timedelta(count)).isoformat()
    if unit == "week":
        monday = anchor - timedelta(anchor.weekday() + 7 * count)
        return _span(monday, monday + timedelta(6))
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 - count
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return f"{anchor.year - count * (10 if unit == 'decade' else 1):04}"


def _past(parts: dict[str, str], anchor: date, ahead: bool) -> str | None:
    count, unit = int(parts.get("count", "1")), parts["unit"]
    if unit in ("day", "week"):
        return _span(anchor - timedelta(count * (7 if unit == "week" else 1)), anchor)
    months = anchor.year * 12 + anchor.month - 1 - count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = months // 12, months % 12 + 1
    return _span(date(year, month, min(anchor.day, monthrange(year, month)[1])), anchor)


def _season(parts: dict[str, str], anchor: date, ahead: bool) -> str:
    season = SEASONS[parts["season"]]
    begins = {21: 3, 22: 6, 23: 9, 24: 12}[season]
    year = anchor.year if parts["back"] == "this" or anchor.month >= begins + 3 else anchor.year - 1
    return f"{year:04}-{season}"


_RESOLVERS: dict[str, Callable[[dict[str, str], date, bool], str | None]] = {
    "monthday": _monthday,
    "days": _dayspan,
    "baremonth": _baremonth,
    "backmonth": _backmonth,
    "weekday": _weekday,
    "period": _period,
    "weekend": _weekend,
    "ago": _ago,
    "span": _past,
    "backseason": _season,
    "lastnight": lambda parts, anchor, ahead: (anchor - timedelta(1)).isoformat(),
    "yesterday": lambda parts, anchor, ahead: (anchor - timedelta(1)).isoformat(),
    "today": lambda parts, anchor, ahead: anchor.isoformat(),
    "tomorrow": lambda parts, anchor, ahead: (anchor + timedelta(1)).isoformat(),
    "monthyear": _monthyear,
}

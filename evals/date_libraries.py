"""Kept-up libraries that find dates in English text, each as a reader of dates like our own, so that one scorer serves all.

None is a dependency. To try them: `pip install dateparser parsedatetime timefhuman recognizers-text-date-time "emoji<2"` (the last
pin because recognizers-text 1.0.2a2 imports a name that emoji 2 no longer has). Each is asked as its documentation says, to look
back from the day of publication, and its own word on precision is used where it has one: dateparser's `period`, parsedatetime's
context, the TIMEX of recognizers. timefhuman knows no precision, so all of its dates are days.

F1 of values, four fifths / the fifth of the data: ours 0.886 / 0.921; recognizers-text-date-time 1.0.2a2 0.576 / 0.620, at some
twenty times our time; timefhuman 0.1.5 0.510 on the fifth; dateparser 1.5.0 0.369 / 0.337; parsedatetime 2.6 0.352 / 0.385. So
none took the place of our own grammar.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from evals.measure import read
from sayso.spans import Span

Found = Sequence[tuple[Span, str]]
Finder = Callable[[str, datetime], Iterator[tuple[int, int, str]]]
"""Finds the dates of one sentence: where their words begin and end in it, and the EDTF value."""


class MissingLibraryError(Exception):
    """A library that was asked for cannot be imported."""


def _imported(module: str, package: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise MissingLibraryError(f"{package} cannot be imported ({error}); see evals/date_libraries.py") from error


def _by_sentence(find: Finder, text: str, published: str | None) -> Found:
    base = datetime.combine(date.fromisoformat(published) if published else date(2000, 1, 1), time(12))
    return [
        (Span(sentence.span.start + start, sentence.span.start + end), value)
        for sentence in read(text, published).sentences
        for start, end, value in find(sentence.span.of(text), base)
    ]


def _written(day: date, precision: str) -> str:
    return day.isoformat()[: {"year": 4, "month": 7}.get(precision, 10)]


def dateparser() -> Callable[[str, str | None], Found]:
    """dateparser: `search_dates`, then `get_date_data` of the words found, for their period."""
    search, whole = _imported("dateparser.search", "dateparser"), _imported("dateparser.date", "dateparser")

    def find(sentence: str, base: datetime) -> Iterator[tuple[int, int, str]]:
        settings = {"RELATIVE_BASE": base.replace(tzinfo=None), "PREFER_DATES_FROM": "past"}
        reader = whole.DateDataParser(languages=["en"], settings=settings)
        place = 0
        for words, moment in search.search_dates(sentence, languages=["en"], settings=settings) or ():
            start = sentence.find(words, place)
            if start >= 0:
                place = start + len(words)
                yield start, place, _written(moment.date(), reader.get_date_data(words).period or "day")

    return partial(_by_sentence, find)


def parsedatetime() -> Callable[[str, str | None], Found]:
    """parsedatetime: `nlp` in the style that tells how exact a date is."""
    module = _imported("parsedatetime", "parsedatetime")
    calendar = module.Calendar(version=module.VERSION_CONTEXT_STYLE)
    context = _imported("parsedatetime.context", "parsedatetime").pdtContext

    def find(sentence: str, base: datetime) -> Iterator[tuple[int, int, str]]:
        for moment, exact, start, end, _ in calendar.nlp(sentence, sourceTime=base.timetuple()) or ():
            if exact.accuracy & context.ACU_DATE:
                finest = max(bit for bit in (1, 2, 4, 8) if exact.accuracy & bit)
                yield start, end, _written(moment.date(), {1: "year", 2: "month"}.get(finest, "day"))

    return partial(_by_sentence, find)


def timefhuman() -> Callable[[str, str | None], Found]:
    """timefhuman: looking back, with the words that matched."""
    module, settings = _imported("timefhuman", "timefhuman"), _imported("timefhuman.utils", "timefhuman")

    def find(sentence: str, base: datetime) -> Iterator[tuple[int, int, str]]:
        config = settings.tfhConfig(direction=settings.Direction.previous, now=base, return_matched_text=True)
        try:
            found = module.timefhuman(sentence, config)
        except Exception:  # it breaks off at words of several kinds; then it has found nothing
            return
        for _, (start, end), moments in found:
            for moment in moments if isinstance(moments, list) else [moments]:
                ends = [m.date() if isinstance(m, datetime) else m for m in (moment if isinstance(moment, tuple) else [moment])]
                if all(isinstance(m, date) for m in ends):
                    yield start, end, "/".join(m.isoformat() for m in ends)

    return partial(_by_sentence, find)


def recognizers() -> Callable[[str, str | None], Found]:
    """Microsoft's recognizers-text-date-time: of two readings the earlier, at the precision of the TIMEX."""
    module = _imported("recognizers_date_time", "recognizers-text-date-time")

    def find(sentence: str, base: datetime) -> Iterator[tuple[int, int, str]]:
        for found in module.recognize_datetime(sentence, module.Culture.English, reference=base):
            values = (found.resolution or {}).get("values") or ()
            kind = found.type_name.rpartition(".")[2]
            if values and kind in ("date", "daterange", "datetime", "datetimerange"):
                value = _of_timex(values[0])
                if value:
                    yield found.start, found.end + 1, value

    return partial(_by_sentence, find)


def _of_timex(value: dict[str, str]) -> str | None:
    first = value.get("value") or value.get("start") or ""
    if not re.match(r"\d{4}-\d\d-\d\d", first):
        return None
    if "value" in value:
        return first[:10]
    if "end" not in value:
        return None
    start, end = date.fromisoformat(first[:10]), date.fromisoformat(value["end"][:10])
    if start.day == end.day == 1 and (end.year - start.year) * 12 + end.month - start.month == 1:
        return first[:7]
    if (start.month, start.day, end.month, end.day, end.year) == (1, 1, 1, 1, start.year + 1):
        return first[:4]
    if start == end:
        return start.isoformat()
    return f"{start}/{end - timedelta(1)}"  # its ranges end with the day after


LIBRARIES: dict[str, Callable[[], Callable[[str, str | None], Found]]] = {
    "dateparser": dateparser,
    "parsedatetime": parsedatetime,
    "recognizers": recognizers,
    "timefhuman": timefhuman,
}

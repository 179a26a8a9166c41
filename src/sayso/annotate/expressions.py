"""Expressions of time: the words for a date, and what they say, before it is asked which day they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sayso.annotate.dateforms import dateforms
from sayso.annotate.figures import in_words
from sayso.annotate.lexicon import table
from sayso.annotate.relativeforms import relativeforms
from sayso.annotate.wordings import DAYS, MONTHS
from sayso.spans import Span

_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|from|during|early|late|mid|to|through|between|and|before|after|for|around"
    r"|about|sometime|every|back in|on)|[-–—])[\s-]$",
    re.IGNORECASE,
)
_NAMES_TOO = ("may", "march", "april", "june", "august")
_LAST_WORD = re.compile(r"([^\W\d_]+)['’]?\s$")
_NEXT_WORD = re.compile(r"\s([^\W\d_]+)")
_TODAYS = re.compile(r"['’]s\s([^\W\d_]+)")
_ZONE = r"(?:\s?\(?(?:GMT|UTC|BST|CET|CEST|EET|MSK|IST|JST|AEST|AEDT|[ECMP][SD]?T|local\stime)\b\)?)"
_CLOCK = (
    rf"(?:(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s?[ap]\.?m(?:\.|\b){_ZONE}?|(?:[01]?\d|2[0-3]):[0-5]\d\b{_ZONE}?"
    rf"|(?:[01]\d|2[0-3])[0-5]\d{_ZONE}|\b(?:noon|midday|midnight))"
)
_CLOCK_BEFORE = re.compile(rf"(?<![\w.:])(?P<clock>{_CLOCK})(?:\s\({_CLOCK}\))?(?:\son|,)?\s$", re.IGNORECASE)
_CLOCK_AFTER = re.compile(rf"(?:\sat(?:\sabout|\saround)?\s|,\s|\s\()(?P<clock>{_CLOCK})(?![\w:])", re.IGNORECASE)
_LEAD = re.compile(
    r"\b(?:(?:the\s)?(?:early|small)\shours\sof\s(?:the\smorning\sof\s)?|the\s(?:early\s|late\s)?(?:morning|afternoon|evening|night)\sof\s"
    r"|(?:early|late|mid)(?:\son\s|[\s-])|(?:the\s)?(?:very\s)?(?:end|start|beginning|middle)\sof\s)$",
    re.IGNORECASE,
)
_REACH = 40
"""Characters before a date in which a time of day or a part of the day is looked for."""

OF_A_DAY = ("iso", "figures", "day", "monthday", "feast", "weekday", "yesterday", "today", "tomorrow")
_LONGER = ("days", "month", "months", "baremonth", "backmonth", "monthyear", "year", "spelled", "season", "decade", "period")


class Expression(NamedTuple):
    """Words for a date: what kind of words they are, and the parts they hold (`month` 1…12, `weekday` 0…6)."""

    span: Span
    kind: str
    parts: dict[str, str]


def expressions(text: str) -> Iterator[Expression]:
    """All expressions of time in a text in order, none overlapping: of two, the one that says more."""
    low = text.lower()
    taken: set[int] = set()
    found: list[Expression] = []
    for kind, pattern, needs in (*dateforms(), *relativeforms()):
        if needs and not any(word in low for word in needs):
            continue
        for match in pattern.finditer(text):
            if not taken.isdisjoint(range(match.start(), match.end())) or not _holds(kind, text, match):
                continue
            taken.update(range(match.start(), match.end()))
            parts = _numbered({name: value for name, value in match.groupdict().items() if value})
            if kind == "pair":
                found.extend(_pair(match, parts))
            else:
                found.append(Expression(Span(match.start(), match.end()), kind, parts))
    found.sort(key=lambda e: e.span)
    yield from _widened(text, _joined(text, found))


def _pair(match: re.Match[str], parts: dict[str, str]) -> tuple[Expression, Expression]:
    """ "3 and 4 May" is two days of one month."""
    kind = "day" if "year" in parts else "monthday"
    first, second = Span(match.start(), match.end("day")), Span(match.start("day2"), match.end())
    return Expression(first, kind, parts), Expression(second, kind, {**parts, "day": parts["day2"]})


def _joined(text: str, found: Sequence[Expression]) -> list[Expression]:
    """ "Friday, Oct. 13" is one date, and its weekday helps to tell the year."""
    out: list[Expression] = []
    for e in found:
        last = out[-1] if out else None
        if last and last.kind == "weekday" and e.kind in _OF_A_MONTH and text[last.span.end : e.span.start] in (" ", ", "):
            weekday = {} if e.kind == "days" else {"weekday": last.parts["weekday"]}
            out[-1] = Expression(last.span.hull(e.span), e.kind, {**e.parts, **weekday})
        else:
            out.append(e)
    return out


_OF_A_MONTH = ("day", "days", "monthday")


def _widened(text: str, found: Sequence[Expression]) -> Iterator[Expression]:
    """The expressions with the part of the day or the time of day that stands beside them: "the early hours of Monday"."""
    free = 0
    for number, e in enumerate(found):
        start, end, parts = e.span.start, e.span.end, dict(e.parts)
        floor, ceiling = max(free, start - _REACH), found[number + 1].span.start if number + 1 < len(found) else len(text)
        if e.kind in OF_A_DAY and (clock := _CLOCK_BEFORE.search(text[floor:start])):
            start, parts["clock"] = floor + clock.start(), clock["clock"]
        elif e.kind in OF_A_DAY and (clock := _CLOCK_AFTER.match(text, end, ceiling)):
            end, parts["clock"] = clock.end("clock"), clock["clock"]
        if e.kind in (*OF_A_DAY, *_LONGER) and (lead := _LEAD.search(text[floor:start])):
            start = floor + lead.start()
        free = end
        yield Expression(Span(start, end), e.kind, parts)


def _numbered(parts: dict[str, str]) -> dict[str, str]:
    """Months, weekdays and counts as figures; other parts in lower case."""
    out = {name: " ".join(value.lower().split()) for name, value in parts.items()}
    for name in ("month", "month2"):
        if name in out and not out[name].isdigit():
            short = out[name].rstrip(".")[:3]
            out[name] = str(next(i for i, month in enumerate(MONTHS, 1) if month.startswith(short)))
    for name in ("weekday", "weekday2"):
        if name in out:
            out[name] = str(DAYS.index(out[name]))
    if "count" in out and not out["count"].isdigit():
        out["count"] = {"a": "1", "an": "1", "a couple of": "2"}.get(out["count"]) or str(int(in_words(out["count"]) or 1))
    return out


def _holds(kind: str, text: str, match: re.Match[str]) -> bool:
    """Whether words that look like a date are one: "may" is a verb too, and 2016 can count votes."""
    start = match.start()
    if "month" in match.re.groupindex and start and text[start - 1].isalnum():
        return False
    check: Callable[[str, re.Match[str]], bool] | None = _CHECKS.get(kind)
    return check is None or check(text, match)


@cache
def _around_years() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, after = ("|".join(re.escape(words) for words in table("dates")["years"][side]) for side in ("before", "after"))
    return re.compile(rf"(?<![^\W_])(?:{before})\s$", re.IGNORECASE), re.compile(rf"\s(?:{after})\b", re.IGNORECASE)


def _is_year(text: str, match: re.Match[str]) -> bool:
    before, after = _around_years()
    start = match.start("year")
    return not before.search(text[max(0, start - 20) : start]) and not after.match(text, match.end())


def _is_month(text: str, match: re.Match[str]) -> bool:
    start = match.start("month")
    following = text[match.end() : match.end() + 2]
    month = match["month"].lower()
    if following[:1] == " " and following[1:].isupper() and month in (*_NAMES_TOO, "jan"):
        return False
    return month not in _NAMES_TOO or _MONTH_BEFORE.search(text[max(0, start - 12) : start]) is not None


def _is_weekday(text: str, match: re.Match[str]) -> bool:
    """Neither a set ("every Tuesday") nor a name ("Black Friday", "The Sunday Times")."""
    before = _LAST_WORD.search(text[max(0, match.start() - 20) : match.start()])
    after = _NEXT_WORD.match(text, match.end("weekday"))
    lists = table("dates")["weekdays"]
    return not (before and before[1].lower() in lists["before"]) and not (after and after[1] in lists["after"])


def _is_today(text: str, match: re.Match[str]) -> bool:
    """ "USA Today" is a paper, and "today's youth" is that of these years; "Today" as a programme cannot be told."""
    if text[max(0, match.start() - 4) : match.start()].endswith(("USA ", "usa ")):
        return False
    said_of = _TODAYS.match(text, match.end())
    return not (said_of and said_of[1].lower() in table("dates")["today"]["nowadays"])


def _is_quarter(text: str, match: re.Match[str]) -> bool:
    """A quarter of a year rather than of a match: words of business stand near."""
    around = re.findall(r"[^\W\d_]+", text[max(0, match.start() - 150) : match.end() + 150].lower())
    return not _of_business().isdisjoint(around)


@cache
def _of_business() -> frozenset[str]:
    return frozenset(table("dates")["quarters"]["words"])


_CHECKS: dict[str, Callable[[str, re.Match[str]], bool]] = {
    "year": _is_year,
    "baremonth": _is_month,
    "weekday": _is_weekday,
    "today": _is_today,
    "barequarter": _is_quarter,
    "backquarter": _is_quarter,
}

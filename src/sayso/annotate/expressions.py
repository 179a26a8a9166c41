"""Expressions of time: the words for a date, and what they say, before it is asked which day they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sayso.annotate.figures import in_words
from sayso.spans import Span

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\b\.?|Feb\b\.?|Mar\b\.?|Apr\b\.?|Aug\b\.?|Sept\b\.?|Sep\b\.?|Oct\b\.?|Nov\b\.?|Dec\b\.?"
    r"|JAN\.|FEB\.|MARCH|APRIL|JUNE|JULY|AUG\.|SEPT\.|OCT\.|NOV\.|DEC\.)"
)
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_PART = r"(?:\s(?:morning|afternoon|evening|night))?"
_COUNT = r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)"
_UNIT = r"(?P<unit>day|week|month|year|decade)s?"


class Expression(NamedTuple):
    """Words for a date: what kind of words they are, and the parts they hold (`month` 1…12, `weekday` 0…6)."""

    span: Span
    kind: str
    parts: dict[str, str]


_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, flags))
    for kind, pattern, flags in (
        ("iso", r"(?<![\w/.-])(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\w-])", 0),
        ("day", rf"(?<![\w.,]){_DAY}(?:\sof)?\s{_MONTH},?\s(?:of\s)?{_YEAR}\b(?!\d)", 0),
        ("day", rf"{_MONTH}\s{_DAY},?\s(?:of\s)?{_YEAR}\b", 0),
        ("attacks", r"\b(?:9/11|(?:Sept\.|September)\s11(?=\s(?:attack|terror|hijack)))", 0),
        ("days", rf"{_MONTH}\s{_DAY}\s?[-–]\s?(?P<last>3[01]|[12]\d|0?[1-9])(?:,?\s{_YEAR})?\b(?![\d/])", 0),
        ("monthday", rf"{_MONTH}\s{_DAY}\b(?!,\d|\.\d|%|/|-\w)(?:,?\s(?P<back>last|this|next)\syear)?", 0),
        ("monthday", rf"(?<![\w.,]){_DAY}(?:\sof)?\s{_MONTH}(?:\s(?P<back>last|this|next)\syear)?(?!\w)", 0),
        ("month", rf"{_MONTH},?\s(?:of\s)?{_YEAR}\b(?!\d)", 0),
        ("monthyear", rf"{_MONTH}\s(?:of\s)?(?P<back>last|this|next)\syear\b", 0),
        ("backmonth", rf"\b(?P<back>[Ll]ast|[Tt]his|[Nn]ext)\s{_MONTH}(?!\w)", 0),
        ("baremonth", rf"{_MONTH}(?![\w’'-])", 0),
        ("ago", rf"\b(?:(?:about|around|nearly|almost|roughly|some|just|over)\s)?{_COUNT}\s{_UNIT}\sago\b", re.IGNORECASE),
        ("span", rf"\b(?:in|over|during|within|for)\sthe\s(?:past|last)\s(?:{_COUNT}\s)?{_UNIT}\b", re.IGNORECASE),
        ("season", rf"\b(?P<season>spring|summer|autumn|fall|winter)\s(?:of\s)?{_YEAR}\b", re.IGNORECASE),
        ("backseason", r"\b(?P<back>last|this)\s(?P<season>spring|summer|autumn|fall|winter)\b", re.IGNORECASE),
        ("weekend", r"\b(?:(?P<back>last|this|next|past)|over\sthe)\sweekend\b", re.IGNORECASE),
        (
            "period",
            r"\b(?:(?P<when>earlier|later|late|early)\s)?(?P<back>last|this|next|past|previous)\s(?P<unit>week|month|year)\b",
            re.IGNORECASE,
        ),
        ("lastnight", r"\b(?:last\snight|overnight(?!\s(?:on|into|stay|flight|camp|accommodation|success|\w+day)))", re.IGNORECASE),
        ("today", r"\b(?:today|tonight|this\s(?:morning|afternoon|evening))\b", re.IGNORECASE),
        ("yesterday", r"\byesterday\b", re.IGNORECASE),
        ("tomorrow", r"\btomorrow\b", re.IGNORECASE),
        ("weekday", rf"\b(?:(?P<back>[Ll]ast|[Nn]ext|[Tt]his)\s)?{_WEEKDAY}(?:\s(?P<week>last|next|this)\sweek)?{_PART}\b(?!s)", 0),
        ("decade", r"(?:\bthe\s)?(?<![\w,.])(?P<decade>(?:1[5-9]|20)\d)0s\b", 0),
        ("decade", r"\bthe\s['’](?P<short>\d)0s\b", 0),
        ("years", r"(?<![\w.,/$£€-])(?P<year>(?:1[5-9]|20)\d\d)\s?[-–]\s?(?P<last>(?:1[5-9]|20)?\d\d)(?![\w/%-])", 0),
        ("year", r"(?<![\w.,/$£€:#@-])(?<!\$\s)(?P<year>(?:1[5-9]\d\d|20[0-4]\d))(?![\w/%]|[.,:]\d|-\d)", 0),
    )
)

_NOT_A_YEAR_BEFORE = re.compile(
    r"(?:more than|less than|fewer than|at least|about|nearly|almost|over|around|approximately|some|of the|up to|than|roughly|No\."
    r"|Flight|Windows|an estimated)\s$"
)
_NOT_A_YEAR_AFTER = re.compile(
    r"\s(?:people|men|women|children|miles|kilomet\w+|km|feet|meters|metres|dollars|pounds|euros|percent|per\scent|tons|tonnes|troops|soldiers|jobs"
    r"|votes|workers|employees|members|words|hours|BST|GMT|local\stime|others|more|delegates|refugees|residents|seats|civilians|acres|homes|families|cases)\b"
)
_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|from|during|early|late|mid|to|through|between|and|before|after|for|around"
    r"|about|sometime|every|back in|on)|[-–—])[\s-]$",
    re.IGNORECASE,
)
_NAMES_TOO = ("may", "march", "april", "june", "august")


def expressions(text: str) -> Iterator[Expression]:
    """All expressions of time in a text in order, none overlapping: of two, the one that says more."""
    low = text.lower()
    taken: set[int] = set()
    found: list[Expression] = []
    for kind, pattern in _KINDS:
        if not any(word in low for word in _NEEDED.get(kind, ("",))):
            continue
        for match in pattern.finditer(text):
            if match.start() in taken or match.end() - 1 in taken or not _holds(kind, text, match):
                continue
            taken.update(range(match.start(), match.end()))
            parts = {name: value for name, value in match.groupdict().items() if value}
            found.append(Expression(Span(match.start(), match.end()), kind, _numbered(parts)))
    found.sort(key=lambda e: e.span)
    for number, e in enumerate(found):
        if not (e.kind == "weekday" and _dated_at_once(text, e, found[number + 1 : number + 2])):
            yield e


def _dated_at_once(text: str, weekday: Expression, following: Sequence[Expression]) -> bool:
    """ "Friday, Oct. 13" is one date, and the figures say which."""
    return any(e.kind in _OF_A_DAY and text[weekday.span.end : e.span.start] in (" ", ", ") for e in following)


_OF_A_DAY = ("day", "days", "monthday")

_NEEDED = {
    "attacks": ("9/11", "11 "),
    "ago": (" ago",),
    "span": ("past", "last"),
    "season": tuple(SEASONS),
    "backseason": tuple(SEASONS),
    "weekend": ("weekend",),
    "lastnight": ("night",),
    "today": ("today", "tonight", "this "),
    "yesterday": ("yesterday",),
    "tomorrow": ("tomorrow",),
    "backmonth": ("last ", "this ", "next "),
    "monthyear": (" year",),
}
"""A word without which a text has no such expression: looking for it first is quicker than the pattern."""


def _numbered(parts: dict[str, str]) -> dict[str, str]:
    """Months, weekdays and counts as figures; other parts in lower case."""
    out = {name: value.lower() for name, value in parts.items()}
    if "month" in out and not out["month"].isdigit():
        short = out["month"].rstrip(".")[:3]
        out["month"] = str(next(i for i, name in enumerate(MONTHS, 1) if name.startswith(short)))
    if "weekday" in out:
        out["weekday"] = str(DAYS.index(out["weekday"]))
    if "count" in out and not out["count"].isdigit():
        out["count"] = "1" if out["count"] in ("a", "an") else str(int(in_words(out["count"]) or 1))
    return out


def _holds(kind: str, text: str, match: re.Match[str]) -> bool:
    """Whether words that look like a date are one: "may" is a verb too, and 2016 can count votes."""
    if "month" in match.re.groupindex and match.start() and text[match.start() - 1].isalnum():
        return False
    check: Callable[[str, re.Match[str]], bool] | None = {"year": _is_year, "baremonth": _is_month, "today": _is_date}.get(kind)
    return check is None or check(text, match)


def _is_year(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 20) : match.start()]
    return not _NOT_A_YEAR_BEFORE.search(before) and not _NOT_A_YEAR_AFTER.match(text, match.end())


def _is_month(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 12) : match.start()]
    following = text[match.end() : match.end() + 2]
    month = match["month"].lower()
    if following[:1] == " " and following[1:].isupper() and month in (*_NAMES_TOO, "jan"):
        return False
    return month not in _NAMES_TOO or _MONTH_BEFORE.search(before) is not None


def _is_date(text: str, match: re.Match[str]) -> bool:
    """ "USA Today" is a paper; "Today" as a programme cannot be told and counts as the day."""
    return not text[max(0, match.start() - 4) : match.start()].endswith(("USA ", "usa"))

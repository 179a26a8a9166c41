"""What the words for dates are made of: a form is a pattern, put together of named parts, that finds one kind of them."""

from __future__ import annotations

import re
from typing import NamedTuple

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

NAMES_OF_MONTHS = (
    r"January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\b\.?|Feb\b\.?|Mar\b\.?|Apr\b\.?|Aug\b\.?|Sept\b\.?|Sep\b\.?|Oct\b\.?|Nov\b\.?|Dec\b\.?"
    r"|JAN\.|FEB\.|MARCH|APRIL|JUNE|JULY|AUG\.|SEPT\.|OCT\.|NOV\.|DEC\."
)
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
ONES = "one|two|three|four|five|six|seven|eight|nine"
_FIGURE = r"(?:3[01]|[12]\d|0?[1-9])"

PARTS = {
    "MONTH": rf"(?P<month>{NAMES_OF_MONTHS})",
    "MONTH2": rf"(?P<month2>{NAMES_OF_MONTHS})",
    "DAY": rf"(?P<day>{_FIGURE})(?:st|nd|rd|th)?",
    "DAY2": rf"(?P<day2>{_FIGURE})(?:st|nd|rd|th)?",
    "YEAR": r"(?P<year>(?:1[5-9]|20)\d\d)",
    "YEAR2": r"(?P<year2>(?:1[5-9]|20)\d\d)",
    "SHORT": r"(?P<short>\d\d)",
    "ENDYEAR": r"(?P<year2>(?:(?:1[5-9]|20)\d)?\d\d?)(?!\d)",
    "BACKYEAR": r"(?P<back>last|this|next)\syear\b",
    "BACK": r"(?P<back>last|next|this|(?:this\s|the\s)?(?:past|coming))",
    "WEEKDAY": rf"(?P<weekday>{'|'.join(day.capitalize() for day in DAYS)})",
    "WEEKDAY2": rf"(?P<weekday2>{'|'.join(day.capitalize() for day in DAYS)})",
    "PART": r"(?:\s(?:mid)?(?:morning|afternoon|evening|night|lunchtime|midday|noon|midnight)\b)?",
    "THROUGH": r"(?:\s?[-–—]\s?|\s(?:to|until|till|through|thru)\s)",
    "COUNT": rf"(?P<count>\d{{1,3}}|an?|a\scouple\sof|{TEENS}|(?:{TENS})(?:[-\s](?:{ONES}))?|{ONES})",
    "UNIT": r"(?P<unit>day|week|month|year|decade)s?",
    "SEASON": r"(?P<season>spring|summer|autumn|fall|winter)",
    "ORDINAL": r"(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)",
    "ROUGHLY": r"(?:(?:about|around|nearly|almost|roughly|some|(?:just\s)?over|(?:just\s)?under|(?:more|less)\sthan)\s)?",
    "STAGE": r"(?:(?:early|late|mid)[\s-])?",
    "STOP": r"(?=[.,;:!?)”\"]|\s?[—–]|\s-|\s?\n|\s*\Z)",
    "GOESON": r"(?=[.,;:)]|\s(?:in|at|to|for|with|and|by|as|on|of|from|when|where|the|was|were|will|before|after)\b|\s*\Z)",
    "ENDED": r"\b(?![\d/%:]|,\d{3}|\.\d)",
}
"""The parts by the name under which a form's pattern asks for them: `<MONTH>` and so on."""


class Form(NamedTuple):
    """A kind of words for a date. A text that holds none of `needs` (in lower case) has none of it: looking is quicker."""

    kind: str
    pattern: re.Pattern[str]
    needs: tuple[str, ...] = ()


def form(kind: str, pattern: str, *needs: str) -> Form:
    """A form by its pattern, in which `<NAME>` stands for a part; a pattern that begins with (?i) does not mind capitals."""
    return Form(kind, re.compile(re.sub(r"<([A-Z]+2?)>", lambda part: PARTS[part[1]], pattern)), needs)

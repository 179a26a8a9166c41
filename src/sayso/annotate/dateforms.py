"""Forms that name a stretch of the calendar: days, months, years, quarters, seasons, decades. British and American English."""

from __future__ import annotations

from functools import cache

from sayso.annotate.lexicon import table
from sayso.annotate.wordings import ONES, SEASONS, TEENS, TENS, Form, form


@cache
def dateforms() -> tuple[Form, ...]:
    """The forms, those that say most first: of two that hold the same words the earlier one counts."""
    return (*_days(), *_months(), *_quarters(), *_feasts(), *_seasons())


def _days() -> tuple[Form, ...]:
    return (
        form(
            "iso",
            r"(?<![\w/.-])<YEAR>(?P<sep>[-/])(?P<month>0[1-9]|1[0-2])(?P=sep)(?P<day>3[01]|[12]\d|0[1-9])"
            r"(?:T\d\d:?\d\d(?::?\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/-])",
        ),
        form(
            "figures",
            r"(?<![\w.,/:-])(?P<one>\d{1,2})(?P<sep>[./-])(?P<two>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?![\w/-]|[.,]\d)",
        ),
        form("figures", r"(?<![\w.,/:-])(?P<one>\d{1,2})/(?P<two>\d{1,2})/<SHORT>(?![\w/-]|[.,:]\d)", "/"),
        form("attacks", r"\b(?:9/11|(?:Sept\.|September)\s11(?=\s(?:attack|terror|hijack)))", "9/11", "11 "),
        form("days", r"(?:\b[Ff]rom\s)?(?<![\w.,$£€])<DAY>(?:\s<MONTH>)?<THROUGH><DAY2>\s<MONTH2>(?:,?\s<YEAR>)?(?!\w)"),
        form("days", r"\b[Bb]etween\s<DAY>(?:\s<MONTH>)?\sand\s<DAY2>\s<MONTH2>(?:,?\s<YEAR>)?(?!\w)", "between"),
        form("days", r"(?:\b[Ff]rom\s)?\b<MONTH>\s<DAY><THROUGH>(?:<MONTH2>\s)?<DAY2>(?:,?\s<YEAR>)?<ENDED>"),
        form("days", r"\b[Bb]etween\s<MONTH>\s<DAY>\sand\s(?:<MONTH2>\s)?<DAY2>(?:,?\s<YEAR>)?<ENDED>", "between"),
        form("pair", r"<MONTH>\s<DAY>\s(?:and|or)\s<DAY2>(?:,?\s<YEAR>\b|<GOESON>)", " and ", " or "),
        form("pair", r"(?<![\w.,$£€])<DAY>\s(?:and|or)\s<DAY2>\s<MONTH>(?:,?\s<YEAR>)?(?!\w)", " and ", " or "),
        form("day", r"(?<![\w.,])<DAY>(?:\sof\s|[\s-])<MONTH>(?:,?\s(?:of\s)?|-)<YEAR>\b(?!\d)"),
        form("day", r"<MONTH>\s<DAY>,?\s(?:of\s)?<YEAR>\b"),
        form(
            "weekof", r"\b(?:the\s)?(?P<unit>week|weekend)\s(?:of|starting|beginning)\s<MONTH>\s<DAY>(?:,?\s<YEAR>)?<ENDED>", "week"
        ),
        form(
            "weekof", r"\b(?:the\s)?(?P<unit>week|weekend)\s(?:of|starting|beginning)\s<DAY>\s<MONTH>(?:,?\s<YEAR>)?(?!\w)", "week"
        ),
        form("monthday", r"<MONTH>\s<DAY>\b(?!,\d|\.\d|%|/|-\w|:\d)(?:,?\s<BACKYEAR>)?"),
        form("monthday", r"(?<![\w.,])<DAY>(?:\sof)?\s<MONTH>(?:,?\s<BACKYEAR>)?(?!\w)"),
    )


def _months() -> tuple[Form, ...]:
    return (
        form(
            "months",
            r"\b(?:[Ff]rom|[Bb]etween)\s<MONTH>(?:\s<YEAR>)?\s(?:to|and|until|till|through)\s<MONTH2>(?:,?\s<YEAR2>)?(?!\w)",
        ),
        form("months", r"<MONTH>(?:\s<YEAR>)?<THROUGH><MONTH2>,?\s<YEAR2>\b"),
        form("months", r"<MONTH>[-–—]<MONTH2>(?![\w’'-])"),
        form("month", r"<MONTH>,?\s(?:of\s)?<YEAR>\b(?![\d%])"),
        form("monthyear", r"<MONTH>,?\s(?:of\s)?<BACKYEAR>", " year"),
        form("backmonth", r"(?i:\b<BACK>)\s<MONTH>(?!\w)", "last ", "this ", "next ", "past ", "coming "),
    )


def _quarters() -> tuple[Form, ...]:
    needs = ("quarter", "half")
    return (
        form(
            "quarter", r"(?i)\b(?:the\s)?<ORDINAL>[\s-](?P<part>quarter|half)(?:\sof\s(?:fiscal\s)?|,?\s)<YEAR>\b(?![\d%])", *needs
        ),
        form("quarter", r"(?i)\b(?:the\s)?<YEAR>(?:[’']s)?\s<ORDINAL>[\s-](?P<part>quarter|half)\b", *needs),
        form("quarter", r"(?i)\b(?:the\s)?<ORDINAL>[\s-](?P<part>quarter|half)\sof\s<BACKYEAR>", *needs),
        form("quarter", r"\b(?P<part>Q|H)(?P<ordinal>[1-4])(?:\s(?:of\s)?(?:FY\s?)?<YEAR>\b)?(?!\w)"),
        form("quarter", r"\b<YEAR>\s?(?P<part>Q|H)(?P<ordinal>[1-4])\b"),
        form("barequarter", r"(?i)\b(?:(?:the|its|their)\s)?<ORDINAL>[\s-]quarter\b(?!\sof\b|-?final)", "quarter"),
        form("backquarter", r"(?i)\b(?:the\s)?(?P<back>last|this|next|current|coming)\squarter\b", "quarter"),
    )


def _feasts() -> tuple[Form, ...]:
    names = "|".join(sorted((name.replace(" ", r"\s") for name in table("dates")["feasts"]), key=lambda name: (-len(name), name)))
    feast = rf"(?P<feast>{names})".replace("'", "['’]")
    return (form("feast", rf"\b(?:(?i:<BACK>)\s)?{feast}(?:(?:,?\s|\sof\s|\sin\s)<YEAR>\b)?(?![\w-])"),)


def _seasons() -> tuple[Form, ...]:
    year = rf"(?:nineteen|eighteen|twenty)[\s-](?:{TEENS}|(?:{TENS})(?:[-\s](?:{ONES}))?)"
    millennium = rf"the\syear\stwo\sthousand(?:\s(?:and\s)?(?:{ONES}|{TEENS}))?"
    tens = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
    return (
        form("season", r"(?i)\b(?:the\s)?<STAGE><SEASON>\s(?:of\s)?<YEAR>\b(?!\d)", *SEASONS),
        form("backseason", r"(?i)\b<BACK>\s<SEASON>\b", *SEASONS),
        form(
            "backseason",
            r"(?i)(?:(?<=\bin\s)|(?<=\bover\s)|(?<=\bduring\s)|(?<=\bsince\s)|(?<=\binto\s))the\s<STAGE><SEASON>\b(?!\sof)",
            *SEASONS,
        ),
        form("fiscal", r"(?i)\b(?:fiscal|financial)\s(?:year\s)?<YEAR>(?:[-–/]<ENDYEAR>)?\b", "fiscal", "financial"),
        form("fiscal", r"\bFY\s?(?:<YEAR>|<SHORT>)\b", "fy"),
        form("century", r"(?i)\b(?:the\s)?<STAGE>(?P<century>1[0-9]|20|21)(?:th|st)[\s-]century\b", "century"),
        form("decade", r"(?i)\b(?:the\s<STAGE>)?(?<![.,])(?P<decade>(?:1[5-9]|20)\d)0['’]?s\b"),
        form("decade", r"(?i)\bthe\s<STAGE>['’‘](?P<tens>\d)0s\b"),
        form("decade", rf"(?i)\bthe\s<STAGE>(?P<spelled>{tens})\b", "ties"),
        form("years", r"(?i)\b(?:from|between)\s<YEAR>\s(?:to|and|until|till|through)\s<YEAR2>\b(?!%)"),
        form("years", r"(?<![\w.,/$£€-])<YEAR>\s?[-–/]\s?<ENDYEAR>(?![\w/%-]|[.,:]\d)"),
        form("baremonth", r"(?:\b[Ee]arly[\s-]|\b[Ll]ate[\s-]|\b[Mm]id[\s-])?<MONTH>(?!\w|-|['’](?!s\b))"),
        form("year", r"\b(?i:(?:mid|late|early|pre|post)[\s-])<YEAR>\b(?![\w/%]|[.,:]\d|-\d)"),
        form("spelled", rf"(?i)\b(?P<spelled>{year}|{millennium})\b", "nineteen", "eighteen", "twenty", "thousand"),
        form("shortyear", r"(?i)(?:(?<=\bin\s)|(?<=\bof\s))['’‘]<SHORT>(?=[\s.,;)])", " '", " ’", " ‘"),
        form("year", r"(?<![\w.,/$£€:#@-])(?<!\$\s)(?P<year>(?:1[5-9]\d\d|20[0-4]\d))(?![\w/%]|[.,:]\d|-\d)"),
    )

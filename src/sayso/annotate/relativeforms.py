"""Forms whose day hangs on another: on the day of publication ("last week"), or on a date before them ("the next day")."""

from __future__ import annotations

from functools import cache

from sayso.annotate.wordings import Form, form


@cache
def relativeforms() -> tuple[Form, ...]:
    """The forms, those that say most first: of two that hold the same words the earlier one counts."""
    return (*_counted(), *_from_context(), *_from_publication())


def _counted() -> tuple[Form, ...]:
    then = r"(?i)\b<ROUGHLY><COUNT>\s<UNIT>\s"
    return (
        form("agoday", r"\b<COUNT>\sweeks?\sago\s(?:on\s)?<WEEKDAY><PART>", " ago"),
        form("ago", r"(?i)\b<ROUGHLY><COUNT>\s<UNIT>\sago(?:\stoday)?\b", " ago"),
        form("fromnow", r"(?i)\bin\s<COUNT>\s<UNIT>[’']?\stime\b", " time"),
        form("fromnow", r"(?i)\b<COUNT>\s<UNIT>\sfrom\s(?:now|today)\b", "from now", "from today"),
        form("span", r"(?i)\b(?:in|over|during|within|for)\s(?:the|this)\s(?:past|last)\s(?:<COUNT>\s)?<UNIT>\b", "past", "last"),
        form("then", then + r"(?P<step>earlier|later)\b(?!\sthan\b)", "earlier", "later"),
        form("then", then + r"(?P<step>before|after|afterwards?)\b<STOP>", "before", "after"),
    )


def _from_context() -> tuple[Form, ...]:
    unit = r"(?P<unit>day|morning|afternoon|evening|night|week|month|year)\b(?!-)"
    return (
        form(
            "then",
            rf"(?i)\b(?:(?:earlier|later|early|late)\s)?(?P<step>(?:that|this)\ssame|that|the\ssame)\s{unit}",
            "that ",
            " same ",
        ),
        form("then", r"(?i)\bthe\s(?:very\s)?(?P<step>next)\s(?P<unit>day|morning|afternoon|evening|night)\b(?!-)", "the "),
        form("then", rf"(?i)\bthe\s(?P<step>following|previous|preceding)\s{unit}", "following ", "preceding ", "previous "),
        form("then", r"(?i)\bthe\s(?P<unit>day|night|week|month|year)\s(?P<step>before|after)\b<STOP>", "before", "after"),
        form("thenweekday", r"\b[Tt]he\s(?P<step>following|previous|preceding)\s<WEEKDAY><PART>\b(?!s\b)", "the "),
    )


def _from_publication() -> tuple[Form, ...]:
    whole = r"(?P<unit>week|month|year)\b(?!-)"
    return (
        form("weekdays", r"\b(?:[Ff]rom|[Bb]etween)\s<WEEKDAY>\s(?:to|until|till|through|and)\s<WEEKDAY2>\b", "day "),
        form(
            "weekday",
            r"(?:(?i:\b<BACK>)\s)?\b<WEEKDAY>(?:\s(?:of\s)?(?P<week>last|next|this)\sweek\b|\s(?P<week2>week)<STOP>)?<PART>\b(?!s\b)",
        ),
        form("weekend", r"(?i)\b<BACK>\sweekend\b|\b(?:over|at)\sthe\sweekend\b", "weekend"),
        form("period", rf"(?i)\b(?:(?P<when>earlier|later|late|early)\s)?<BACK>\s{whole}", "week", "month", "year"),
        form(
            "period",
            rf"(?i)\b(?:(?P<when>earlier|later)\s(?:in\s)?)?(?P<back>previous|the\scurrent)\s{whole}",
            "current",
            "previous",
        ),
        form("period", rf"(?i)\b(?:(?P<when>earlier|later)\sin|(?:the\s)?(?P<edge>end|start)\sof)\s(?P<back>the)\s{whole}", "the "),
        form("period", r"(?i)(?:(?<=\bby\s)|(?<=\bat\s))(?P<unit>year)(?:[’']s|[\s-])\s?(?P<edge>end)\b", "end"),
        form("lastnight", r"(?i)\b(?:late\s)?last\snight\b", "last night"),
        form("lastnight", r"(?i)\bovernight(?!\s(?:on|into|stay|flight|camp|accommodation|success|\w+day))\b", "overnight"),
        form("yesterday", r"(?i)\b(?P<step>(?:the\s)?day\sbefore\s)?yesterday<PART>\b", "yesterday"),
        form("tomorrow", r"(?i)\b(?<!\bof\s)(?P<step>(?:the\s)?day\safter\s)?tomorrow<PART>\b", "tomorrow"),
        form(
            "today",
            r"(?i)\b(?:(?:earlier|later)\s)?(?:today|tonight|this\s(?:morning|afternoon|evening|lunchtime))\b",
            "to",
            "this ",
        ),
    )

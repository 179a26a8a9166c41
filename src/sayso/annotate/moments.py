"""Moments: which day, month or year the words for a date mean, as EDTF, given the day on which they were published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, partial
from itertools import takewhile

from sayso.annotate.expressions import Expression
from sayso.annotate.lexicon import table
from sayso.annotate.reckoning import inferred, shifted
from sayso.annotate.stated import stated, stretch
from sayso.dates import days
from sayso.documents import Basis
from sayso.findings import Moment, Sentence
from sayso.spans import Span

DUE = re.compile(r"\b(?:(?-i:until)|by|through|effective|ahead of|in time for)\s(?:mid-|early\s|late\s)?$", re.IGNORECASE)
BEFORE, AFTER = 120, 60
"""Characters before an expression, and after one that opens its sentence, in which it is looked for what points ahead or back."""

NEAR = 600
"""Characters before "the next day" in which the date that it follows is looked for."""


def moments(text: str, sentences: Sequence[Sentence], found: Sequence[Expression], published: str | None) -> tuple[Moment, ...]:
    """The expressions that stand in a sentence and can be resolved, in order of the text.

    `published` is the document's own date (EDTF). A date that the words hold in full is STATED; one that follows from the day of
    publication or from a date before it in the text is INFERRED, and left out where that does not give one answer.
    """
    anchors = _anchors(published)
    order = _day_first(text, found)
    out: list[Moment] = []
    told: set[Span] = set()
    place = 0
    for expression in found:
        while place < len(sentences) and sentences[place].span.end <= expression.span.start:
            place += 1
        if place == len(sentences):
            break
        if not sentences[place].span.contains(expression.span):
            continue
        ahead, is_told = _tense(text, sentences[place].span, expression.span)
        if expression.kind in ("then", "thenweekday"):
            near = takewhile(partial(_is_near, expression), reversed(out))
            known = next((m for m in near if m.span not in told), None)
            moment = _after_another(text, expression, known) if known else None
        else:
            moment = _by_itself(text, expression, anchors, ahead, order, published)
        if moment is not None:
            out.append(moment)
            if is_told:
                told.add(moment.span)
    return tuple(out)


def _is_near(e: Expression, moment: Moment) -> bool:
    return e.span.start - moment.span.end <= NEAR


def _anchors(published: str | None) -> tuple[date, ...]:
    """The first and the last day on which the document may have been published."""
    known = days(published)
    return () if known is None else (date.fromordinal(known.first), date.fromordinal(known.last))


def _by_itself(
    text: str, e: Expression, anchors: Sequence[date], ahead: bool, day_first: bool | None, published: str | None
) -> Moment | None:
    words = _words(text, e)
    if e.kind == "figures":
        return _in_figures(e, day_first, words)
    if value := stated(e.kind, e.parts):
        return Moment(e.span, value, Basis.STATED, words)
    answers = {inferred(e.kind, e.parts, anchor, ahead) for anchor in anchors}
    if len(answers) == 1 and (answer := answers.pop()):
        return Moment(e.span, answer, Basis.INFERRED, (*words, f"from the date of publication, {published}"))
    return None


def _words(text: str, e: Expression) -> tuple[str, ...]:
    clock = (f"at {e.parts['clock']}",) if "clock" in e.parts else ()
    return (f"“{' '.join(e.span.of(text).split())}”", *clock)


def _after_another(text: str, e: Expression, other: Moment) -> Moment | None:
    """What "the same day", "two weeks later" or "that year" mean after another date: nothing where that is less exact than they."""
    value = _stepped(e, other.date)
    why = f"counted from “{' '.join(other.span.of(text).split())}”, {other.date}"
    return Moment(e.span, value, Basis.INFERRED, (*_words(text, e), why)) if value else None


def _stepped(e: Expression, known: str) -> str | None:
    reach = days(known)
    if reach is None:
        return None
    first, last = date.fromordinal(reach.first), date.fromordinal(reach.last)
    step = e.parts["step"]
    back = step in ("previous", "preceding", "before", "earlier")
    try:
        if e.kind == "thenweekday":
            apart = (int(e.parts["weekday"]) - first.weekday()) % 7 or 7
            return shifted(first, apart - 7 if back and apart < 7 else -7 if back else apart, "day") if first == last else None
        unit = {"morning": "day", "afternoon": "day", "evening": "day", "night": "day"}.get(e.parts["unit"], e.parts["unit"])
        count = 0 if step.split()[0] in ("that", "the", "this") else int(e.parts.get("count", "1")) * (-1 if back else 1)
        if unit == "year" and "/" in known and count and first.year == last.year:
            return stretch(*(f"{int(end[:4]) + count:04}{end[4:]}" for end in known.split("/")))
        answers = {shifted(day, count, unit) for day in (first, last)}
    except (ValueError, OverflowError):
        return None
    return answers.pop() if len(answers) == 1 else None


def _in_figures(e: Expression, day_first: bool | None, words: tuple[str, ...]) -> Moment | None:
    """A date such as 5/6/2018: only its year is sure where nothing in the text tells which figure is the month."""
    one, two, year = int(e.parts["one"]), int(e.parts["two"]), e.parts.get("year") or f"20{e.parts['short']}"
    readings = {
        order: value
        for order, (month, day) in ((True, (two, one)), (False, (one, two)))
        if (value := stated("iso", {"year": year, "month": str(month), "day": str(day)}))
    }
    if e.parts["sep"] == "." if "sep" in e.parts else False:
        readings.pop(False, None)
    if len(set(readings.values())) == 1:
        return Moment(e.span, next(iter(readings.values())), Basis.STATED, words)
    if day_first in readings and day_first is not None:
        why = f"the {'day' if day_first else 'month'} stands first elsewhere in the text"
        return Moment(e.span, readings[day_first], Basis.INFERRED, (*words, why))
    return Moment(e.span, year, Basis.STATED, (*words, f"may be {' or '.join(readings.values())}")) if readings else None


def _day_first(text: str, found: Sequence[Expression]) -> bool | None:
    """Whether the text writes the day before the month; None when it shows no habit, or both."""
    habits = set()
    for e in found:
        if e.kind == "figures" and (int(e.parts["one"]) > 12) != (int(e.parts["two"]) > 12):
            habits.add(int(e.parts["one"]) > 12)
        elif e.kind in ("day", "monthday") and "weekday" not in e.parts and "clock" not in e.parts:
            habits.add(text[e.span.start].isdigit())
    return habits.pop() if len(habits) == 1 else None


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    ahead, told = (
        "|".join(sorted(map(re.escape, table("dates")["tense"][key]), key=lambda w: (-len(w), w))) for key in ("ahead", "told")
    )
    return re.compile(rf"(?<!\w)(?<!been )(?:{ahead})\b", re.IGNORECASE), re.compile(rf"(?<!\bbe )\b(?:{told})\b", re.IGNORECASE)


def _tense(text: str, sentence: Span, span: Span) -> tuple[bool, bool]:
    """Whether what is said of a date lies ahead, and whether the date is that of the saying: the nearest cue before it decides."""
    ahead, told = _cues()
    start = max(sentence.start, span.start - BEFORE)
    before = text[start : span.start]
    if DUE.search(before):
        return True, False
    coming = max((m.end() for m in ahead.finditer(before)), default=-1)
    saying = max((m.end() for m in told.finditer(before)), default=-1)
    if coming < 0 and saying < 0 and span.start - sentence.start < 10:
        following = text[span.end : min(sentence.end, span.end + AFTER)]
        return bool(re.search(r"\b(?:will|won['’]t|(?:is|are) (?:due|set|expected|scheduled|to))\b", following)), False
    return coming > saying, saying > coming and len(before) - saying < 20

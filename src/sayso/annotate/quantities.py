"""Quantities: numbers that count or measure something, with how exactly they are given and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.annotate.composites import composites
from sayso.annotate.counted import counted, singular
from sayso.annotate.figures import Figure, figures
from sayso.annotate.lexicon import table
from sayso.findings import Modifier, Quantity, Sentence
from sayso.spans import Span

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DATED_BEFORE = re.compile(rf"\b{MONTH}\s*$")
DATED_AFTER = re.compile(rf"\s+(?:of\s+)?{MONTH}(?![a-z])")
CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|GMT|BST|EST|EDT|ET\b|hours? GMT)", re.IGNORECASE)
YEAR = range(1500, 2100)
AGE = re.compile(r"[-\s]years?[-\s]old")
OLD = re.compile(r"\s+years? old\b")
RANGE = re.compile(r"\s?(?:[-–—]|\s(?:to|or)\s|-to-)\s?")
LAST_WORD = re.compile(r"([^\W_]+)[\s.#]*$")
HYPHENED = re.compile(r"[-‐]([a-z]{3,})")
SCORE = re.compile(r"\d(?:-to)?[-–/:]\||\|(?:-to)?[-–/:]\d")
TIMES = re.compile(r"twice|thrice", re.IGNORECASE)
NEXT_WORD = re.compile(r"\s([^\W\d_]+)")
WEIGHED = re.compile(r"\b(?:weigh\w*|heav\w+|lost|gained|lose|gain)\s(?:[^\W\d_]+\s){0,2}$", re.IGNORECASE)
HEAVIEST = 5_000
"""Pounds "of" something are a weight up to here; beyond it they are money."""
OF_THEM = re.compile(r"\s+of\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+|those\s+|these\s+)?")


def quantities(text: str, sentences: Sequence[Sentence], dates: Sequence[Span]) -> tuple[Quantity, ...]:
    """All quantities in order of the text. Numbers inside `dates`, labels, times of day, ordinals and scores are none."""
    dated = _covered(dates)
    out: list[Quantity] = []
    for sentence in sentences:
        whole = [q for q in composites(text, sentence.span) if not _touches(q.span, dated)]
        taken = _covered([q.span for q in whole])
        single = [f for f in figures(text, sentence.span) if not _touches(f.span, dated) and not _touches(f.span, taken)]
        found = (*_modified(text, sentence.span, whole), *_read(text, sentence.span, single))
        out.extend(sorted(found, key=lambda q: q.span))
    return tuple(out)


def _covered(spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(place for span in spans for place in range(span.start, span.end))


def _touches(span: Span, covered: frozenset[int]) -> bool:
    return not covered.isdisjoint(range(span.start, span.end))


def _modified(text: str, sentence: Span, whole: Sequence[Quantity]) -> Iterator[Quantity]:
    """Composite numbers with what stands before them: "more than half of the voters"."""
    for q in whole:
        start, modifier = _modifier_before(text, sentence, q.span.start)
        yield q if start == q.span.start else _made(text, Span(start, q.span.end), q.low, q.high, modifier, q.unit, q.thing)


def _read(text: str, sentence: Span, found: Sequence[Figure]) -> Iterator[Quantity]:
    skip = False
    for place, figure in enumerate(found):
        if skip:
            skip = False
            continue
        following = found[place + 1] if place + 1 < len(found) else None
        joined = _range(text, sentence, figure, following) if following else None
        if joined is not None:
            skip = True
            yield joined
        elif not _scored(text, figure) and _counts(text, sentence, figure) and (quantity := _quantity(text, sentence, figure)):
            yield quantity


def _range(text: str, sentence: Span, a: Figure, b: Figure) -> Quantity | None:
    between = text[a.span.end : b.span.start]
    span = a.span.hull(b.span)
    start = _start_with(text, sentence, a.span.start, ("between", "from"))
    dual = RANGE.fullmatch(between) or (start < a.span.start and between in (" and ", " to "))
    low, high = a.low, b.high
    if (
        dual
        and b.high >= 1000
        and a.high < 1000
        and b.written
        and a.written
        and b.high > 1000 * a.high
        and text[b.span.end - 1].isalpha()
    ):
        low = a.low * _scale_of(b)
    if not dual or low >= high or _looks_like_year(text, a) or not _counts(text, sentence, b):
        return None
    measured = _measured(text, Figure(span, low, high, a.currency or b.currency, True), sentence.end)
    if re.fullmatch(r"\s?[-–—]\s?", between) and measured[1] is None and measured[2] is None and a.currency is None:
        return None
    end, unit, thing = measured
    return _made(text, Span(start, end), low, high, Modifier.RANGE, unit, thing)


def _scale_of(figure: Figure) -> float:
    value, scale = figure.high, 1.0
    while value >= 1000:
        value, scale = value / 1000, scale * 1000
    return scale


def _quantity(text: str, sentence: Span, figure: Figure) -> Quantity | None:
    start, modifier = _modifier_before(text, sentence, figure.span.start)
    after = _modifier_after(text, figure.span.end, sentence.end)
    reach = Span(figure.span.start, after[1] if after else figure.span.end)
    end, unit, thing = _measured(text, figure._replace(span=reach), sentence.end)
    after = after or _modifier_after(text, end, sentence.end)
    if after and modifier is Modifier.EXACT:
        modifier, end = after[0], max(end, after[1])
    if figure.low != figure.high:
        modifier = Modifier.RANGE
    if not figure.written and figure.low == 1 and thing is None and unit is None:
        return None
    return _made(text, Span(start, end), figure.low, figure.high, modifier, unit, thing)


def _made(text: str, span: Span, low: float, high: float, modifier: Modifier, unit: str | None, thing: str | None) -> Quantity:
    words = " ".join(span.of(text).split())
    return Quantity(span, low, high, modifier, unit, thing, (f"“{words}”",))


def _measured(text: str, figure: Figure, limit: int) -> tuple[int, str | None, str | None]:
    """Where the quantity ends, its unit, and what it counts."""
    units: dict[str, str] = table("numbers")["units"]
    end = figure.span.end
    if (age := AGE.match(text, end, limit)) or (age := OLD.match(text, end, limit)):
        return age.end(), None, "year of age"
    if _is_age(text, figure):
        return end, None, "year of age"
    if hyphened := HYPHENED.match(text, end, limit):
        if hyphened[1] == "strong":
            return hyphened.end(), None, _strong(text, hyphened.end(), limit)
        joined = singular(hyphened[1])
        return hyphened.end(), "lb" if joined == "pound" else units.get(joined), joined if joined not in units else None
    of = OF_THEM.match(text, end, limit)
    if unit := _unit().match(text, end, limit) or (_unit().match(text, of.end() - 1, limit) if of else None):
        return _in_units(text, figure, unit, limit)
    if figure.currency:
        return end, figure.currency, None
    if TIMES.fullmatch(text, figure.span.start, end):
        return end, None, "time"
    noun = counted(text, of.end() if of else end, limit, figure.low == figure.high == 1)
    return (noun.end, None, noun.thing) if noun else (end, None, None)


def _in_units(text: str, figure: Figure, unit: re.Match[str], limit: int) -> tuple[int, str | None, str | None]:
    """A measure or a currency, with what is measured: "two tonnes of cocaine", "5% of voters"."""
    units: dict[str, str] = table("numbers")["units"]
    low = unit[1].lower()
    name = units.get(unit[1]) or units.get(low) or units[singular(low)]
    of = OF_THEM.match(text, unit.end(), limit)
    if name == "GBP" and low.startswith("pound") and "sterling" not in low:
        weighed = WEIGHED.search(text[max(0, figure.span.start - 30) : figure.span.start])
        name = "lb" if weighed or (of and figure.high < HEAVIEST) else name
    thing = None
    if of and name in table("numbers")["measures"]["units"]:
        noun = counted(text, of.end(), limit, False) or (counted(text, of.end(), limit, True) if name != "%" else None)
        thing = noun.thing if noun else None
    return unit.end(), name, thing


def _strong(text: str, start: int, limit: int) -> str | None:
    """Whom "1,000-strong" counts: people, unless it is said of ships or beasts."""
    said_of = NEXT_WORD.match(text, start, limit)
    return None if said_of and said_of[1].lower() in table("numbers")["strong"]["words"] else "person"


@cache
def _unit() -> re.Pattern[str]:
    words = sorted(table("numbers")["units"], key=lambda w: (-len(w), w))
    return re.compile(rf"[\s-]?(%|(?:{'|'.join(re.escape(w) for w in words if w != '%')})s?(?![\w]))", re.IGNORECASE)


def _is_age(text: str, figure: Figure) -> bool:
    """A number between commas after a name, as in "Oleg Brandt, 66, said"."""
    before = text[max(0, figure.span.start - 40) : figure.span.start]
    after = text[figure.span.end : figure.span.end + 1]
    if not 0 < figure.low < 115 or figure.low % 1:
        return False
    if re.search(r"\baged?\s$", before):
        return True
    return figure.written and bool(
        after in ",;)." and re.search(r"[A-Z][^\W\d_]+(?:\s(?:Jr|Sr)\.?)?,\s$", before)
    )


def _counts(text: str, sentence: Span, figure: Figure) -> bool:
    """Whether a number counts at all: no year, date, time of day, label, or pronoun."""
    before = text[max(sentence.start, figure.span.start - 40) : figure.span.start]
    end = figure.span.end
    last = LAST_WORD.search(before)
    word = last[1].lower() if last else ""
    numbers = table("numbers")
    if figure.currency:
        return True
    joined = HYPHENED.match(text, end, sentence.end)
    if joined and joined[1] in numbers["joined"]["words"]:
        return False
    if not figure.written:
        if figure.high <= 1 and _is_named(text, figure, last):
            return False
        if figure.low == figure.high == 1 and text[figure.span.start : end].lower() == "one":
            following = re.compile(r"[\s-]([^\W\d_]+)").match(text, end)
            return (
                word not in numbers["one"]["before"]
                and bool(following)
                and (following[1] if following else "").lower() not in numbers["one"]["after"]
            )
        return True
    if DATED_BEFORE.search(before) or DATED_AFTER.match(text, end) or CLOCK.match(text, end):
        return False
    if word in numbers["labels"]["words"] and (last is not None and (last[1][0].isupper() or word in ("no", "nos", "p", "pp"))):
        return False
    if before.endswith(("#", "@")):
        return False
    return not _looks_like_year(text, figure)


def _is_named(text: str, figure: Figure, last: re.Match[str] | None) -> bool:
    """ "Ground Zero", "Air Force One": a number in words that belongs to a name."""
    following = NEXT_WORD.match(text, figure.span.end)
    beside = (last is not None and last[1][0].isupper()) or (following is not None and following[1][0].isupper())
    return text[figure.span.start].isupper() and beside


def _looks_like_year(text: str, figure: Figure) -> bool:
    if not figure.written or figure.low not in YEAR or len(figure.span) != 4 or figure.low % 1:
        return False
    before, _ = _modifier_before(text, Span(max(0, figure.span.start - 40), figure.span.end), figure.span.start)
    if text[max(0, figure.span.start - 5) : figure.span.start].endswith((" a ", " the ")):
        return True
    return before == figure.span.start and not _unit().match(text, figure.span.end)


def _scored(text: str, figure: Figure) -> bool:
    """Whether a number is half of a score or a fraction: "52-48", "24/7", "1 in 5"."""
    around = text[max(0, figure.span.start - 5) : figure.span.start] + "|" + text[figure.span.end : figure.span.end + 5]
    return SCORE.search(around) is not None


@cache
def _before() -> re.Pattern[str]:
    words = sorted(table("numbers")["before"], key=lambda w: (-len(w), w))
    return re.compile(rf"\b({'|'.join(re.escape(w) for w in words)})\s(?:a\s|the\s)?$", re.IGNORECASE)


def _modifier_before(text: str, sentence: Span, start: int) -> tuple[int, Modifier]:
    window = max(sentence.start, start - 30)
    found = _before().search(text[window:start])
    if not found:
        return start, Modifier.EXACT
    verb = LAST_WORD.search(text[max(sentence.start, window + found.start() - 20) : window + found.start()])
    if verb and verb[1].lower() in table("numbers")["particles"].get(found[1].lower(), ()):
        return start, Modifier.EXACT
    return window + found.start(), Modifier(table("numbers")["before"][found[1].lower()])


@cache
def _after() -> re.Pattern[str]:
    words = "|".join(re.escape(w) if w.startswith("-") else rf"\s{re.escape(w)}" for w in table("numbers")["after"])
    return re.compile(rf"(?:({words})\b|\+)", re.IGNORECASE)


def _modifier_after(text: str, end: int, limit: int) -> tuple[Modifier, int] | None:
    found = _after().match(text, end, limit)
    if not found:
        return None
    return Modifier(table("numbers")["after"][found[1].lower().strip()] if found[1] else "at least"), found.end()


def _start_with(text: str, sentence: Span, start: int, words: Sequence[str]) -> int:
    before = text[max(sentence.start, start - 9) : start].lower()
    return next((start - len(w) - 1 for w in words if before.endswith(w + " ")), start)

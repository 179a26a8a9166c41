"""Numbers put together of two: "one in five", "two-thirds of", "5ft 10in"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.annotate.counted import counted
from sayso.annotate.figures import in_words
from sayso.annotate.lexicon import table
from sayso.annotate.wordings import ONES
from sayso.findings import Modifier, Quantity
from sayso.spans import Span

HEIGHT = re.compile(
    r"(?<![\w.,])(?P<feet>[1-9]|four|five|six|seven)(?:\s?(?:ft|feet|foot)[\s-]?|\s?['’′]\s?)"
    rf"(?P<inches>1[01]|\d|{ONES}|ten|eleven)(?:\s?(?:ins?\b|inch(?:es)?\b|[\"”″])|(?=-?\s?tall)|(?=[\s,.;]))",
    re.IGNORECASE,
)
LARGEST = 1000
"""Of "one in so many" the largest that is a share; beyond it the words give a risk, which nobody says in hundredths."""


def composites(text: str, sentence: Span) -> Iterator[Quantity]:
    """The composite numbers of a sentence in order: shares in hundredths (about so many), heights in inches."""
    found = [*_shares(text, sentence), *_parts(text, sentence), *_heights(text, sentence)]
    last = sentence.start
    for quantity in sorted(found, key=lambda q: q.span):
        if quantity.span.start >= last:
            last = quantity.span.end
            yield quantity


@cache
def _one_in_five() -> re.Pattern[str]:
    small = "|".join((*table("numbers")["ones"], *table("numbers")["tens"], "hundred"))
    number = rf"(?:\d{{1,4}}|(?:{small})(?:-(?:{small}))?)"
    among = r"(?:in(?:\severy)?|out\sof(?:\severy)?|of\severy)"
    return re.compile(rf"(?<![\w.,/$£€-])(?P<some>{number})\s{among}\s(?P<all>{number})(?![\w%]|[.,:]\d)", re.IGNORECASE)


def _shares(text: str, sentence: Span) -> Iterator[Quantity]:
    for match in _one_in_five().finditer(text, sentence.start, sentence.end):
        some, whole = (float(w) if w.isdigit() else in_words(w) or 0.0 for w in (match["some"], match["all"]))
        noun = counted(text, match.end(), sentence.end, False)
        if 0 < some < whole <= LARGEST and (noun or match[0].split()[1] != "in"):
            yield _share(
                text, Span(match.start(), noun.end if noun else match.end()), 100 * some / whole, noun.thing if noun else None
            )


@cache
def _two_thirds() -> re.Pattern[str]:
    numbers = table("numbers")
    parts = "|".join(part for part in numbers["parts"] if part != "half")
    small = "|".join(numbers["ones"])
    of = r"\sof\s(?:all\s|the\s|its\s|his\s|her\s|their\s|those\s|these\s|our\s)?"
    return re.compile(rf"(?<![\w-])(?:(?P<some>a|an|{small}|\d)[-\s](?P<part>{parts})s?|(?P<half>half)){of}", re.IGNORECASE)


def _parts(text: str, sentence: Span) -> Iterator[Quantity]:
    numbers = table("numbers")
    for match in _two_thirds().finditer(text, sentence.start, sentence.end):
        word = (match["some"] or "one").lower()
        some = 1 if word in ("a", "an") else int(word) if word.isdigit() else numbers["ones"][word]
        share = some * numbers["parts"][(match["part"] or "half").lower()]
        noun = counted(text, match.end(), sentence.end, False)
        if 0 < share < 100 and noun:
            yield _share(text, Span(match.start(), noun.end), share, noun.thing)


def _share(text: str, span: Span, share: float, thing: str | None) -> Quantity:
    return Quantity(
        span, round(float(share), 2), round(float(share), 2), Modifier.ABOUT, "%", thing, (f"“{' '.join(span.of(text).split())}”",)
    )


def _heights(text: str, sentence: Span) -> Iterator[Quantity]:
    for match in HEIGHT.finditer(text, sentence.start, sentence.end):
        span = Span(match.start(), match.end())
        feet, over = (float(w) if w.isdigit() else in_words(w) or 0.0 for w in (match["feet"], match["inches"]))
        inches = 12 * feet + over
        yield Quantity(span, inches, inches, Modifier.EXACT, "in", None, (f"“{span.of(text)}”",))

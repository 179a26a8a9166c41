"""Institutions called by a common noun and their country: "the Chinese government", "Israel's foreign ministry".

They speak as often as organisations with a name of their own, so each is a party, called by the country's adjective and the noun.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sayso.annotate.aliases import table_name
from sayso.annotate.gazetteer import demonyms
from sayso.annotate.lexicon import table
from sayso.spans import Span

_NAMED = re.compile(r"\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][A-Za-z]+")
"""A name right after it says which one is meant: "British intelligence agency MI6"."""


class Institution(NamedTuple):
    """An institution's mention: the party's name, such as "Chinese government", and the words that mention it."""

    name: str
    span: Span


@cache
def _pattern() -> re.Pattern[str]:
    adjectives = "|".join(sorted((re.escape(d) for d in demonyms()), key=lambda d: (-len(d), d)))
    nouns = "|".join(sorted((re.escape(n) for n in table("institutions")["nouns"]), key=lambda n: (-len(n), n)))
    countries = "|".join(sorted((re.escape(c) for c in _countries()), key=lambda c: (-len(c), c)))
    return re.compile(
        rf"(?:\b(?P<adjective>{adjectives})\s|(?<![\w])(?P<country>{countries})(?:[’']s)?\s)(?P<noun>(?i:{nouns}))\b(?![’'-]?\w)"
    )


@cache
def _seated() -> re.Pattern[str]:
    """An institution called by where it sits: "the Foreign Ministry in Berlin"."""
    nouns = "|".join(re.escape(n) for n in table("institutions")["seated"])
    capitals = "|".join(sorted((re.escape(c) for c in _capitals()), key=lambda c: (-len(c), c)))
    return re.compile(rf"\b[Tt]he\s(?P<noun>(?i:{nouns}))(?=\sin\s(?P<capital>{capitals})\b)")


@cache
def _capitals() -> dict[str, str]:
    named = ((country.get("capital"), country.get("demonyms")) for country in table("countries").values())
    return {capital: demonyms[0] for capital, demonyms in named if capital and demonyms}


@cache
def _countries() -> dict[str, str]:
    out = {}
    for name, country in table("countries").items():
        if adjectives := country.get("demonyms"):
            out.update(dict.fromkeys((name, *country.get("aliases", ())), adjectives[0]))
    return out


def institutions(text: str, span: Span) -> list[Institution]:
    """The institutions mentioned within a span, in order of the text."""
    same = dict(table("institutions")["same"])
    out = []
    for match in _pattern().finditer(text, span.start, span.end):
        adjective = _called(match["adjective"] or _countries()[match["country"]])
        noun = " ".join(match["noun"].lower().split())
        name = f"{adjective} {same.get(noun, noun).replace(' tv', ' TV')}"
        if table_name(match[0]) is None and not _NAMED.match(text, match.end(), span.end):
            out.append(Institution(name, Span(match.start(), match.end())))
    for match in _seated().finditer(text, span.start, span.end):
        noun = " ".join(match["noun"].lower().split())
        name = f"{_called(_capitals()[match['capital']])} {same.get(noun, noun)}"
        out.append(Institution(name, Span(match.start("noun"), match.end("noun"))))
    return sorted(out, key=lambda found: found.span)


def _called(adjective: str) -> str:
    """The adjective by which a country's institutions are called here: one for each country."""
    country = demonyms().get(adjective)
    return table("institutions")["called"].get(country) or next((d for d, c in demonyms().items() if c == country), adjective)

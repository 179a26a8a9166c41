"""Known names by their words: countries and their peoples, cities, places, organisations, outlets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from sayso.annotate.lexicon import entries, listed, table, words_in
from sayso.annotate.tokens import Token, tokens
from sayso.findings import NameType
from sayso.outlets import known
from sayso.spans import Span

Phrases = dict[str, list[tuple[tuple[str, ...], NameType]]]


def _words(name: str) -> tuple[str, ...]:
    return tuple(t.text for t in tokens(name, Span(0, len(name))))


@cache
def phrases() -> Phrases:
    """Known names by their first word, the longest first: their words as written, and their type."""
    found: dict[tuple[str, ...], NameType] = {}

    def learn(names: Iterable[str], kind: NameType) -> None:
        for name in names:
            if words := _words(name):
                found[words] = kind

    learn(listed("cities"), NameType.PLACE)
    learn((c["capital"] for c in table("countries").values() if "capital" in c), NameType.PLACE)
    learn(entries("places"), NameType.PLACE)
    learn((name for outlet in known() for name in (outlet.name, *outlet.aliases)), NameType.ORGANIZATION)
    learn(entries("organizations"), NameType.ORGANIZATION)
    for name, country in table("countries").items():
        learn((name, *country.get("aliases", ())), NameType.PLACE)
        learn(country.get("people", ()), NameType.OTHER)
    out: Phrases = {}
    for words in sorted(found, key=lambda w: (-len(w), w)):
        out.setdefault(words[0], []).append((words, found[words]))
    return out


def longest(run: Sequence[Token], place: int) -> tuple[int, NameType] | None:
    """How many words from `place` on make the longest known name, and its type; None when they begin none."""
    for words, kind in phrases().get(run[place].text, ()):
        end = place + len(words)
        if end <= len(run) and all(run[place + i].text == words[i] and run[place + i].gap in JOINTS for i in range(1, len(words))):
            return len(words), kind
    word = run[place].text
    if len(word) > 3 and word.isupper() and ((word.title(),), NameType.PLACE) in phrases().get(word.title(), ()):
        return 1, NameType.PLACE
    return None


JOINTS = (" ", "\xa0", ". ", " & ", "-", "’", "'")


@cache
def demonyms() -> dict[str, str]:
    """Adjectives of countries, as written, to the country."""
    return {word: name for name, country in table("countries").items() for word in country.get("demonyms", ())}


@cache
def given_names() -> frozenset[str]:
    return words_in("given_names", "male") | words_in("given_names", "female") | words_in("given_names", "either")

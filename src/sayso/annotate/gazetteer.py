"""Known names by their words: countries and their peoples, cities, places, organisations, outlets."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from sayso.annotate.capitals import WORD
from sayso.annotate.lexicon import entries, listed, table, words_in
from sayso.findings import NameType
from sayso.outlets import known, remembered


@remembered
def _types() -> dict[str, NameType]:
    found: dict[str, NameType] = {}

    def learn(names: Iterable[str], kind: NameType) -> None:
        found.update(dict.fromkeys(names, kind))

    bodies = (name for main, others in table("aliases").items() for name in (main, *others))
    learn((name for name in bodies if " " in name and name[0].isupper()), NameType.ORGANIZATION)
    learn(entries("cities"), NameType.PLACE)
    learn((c["capital"] for c in table("countries").values() if "capital" in c), NameType.PLACE)
    learn(entries("places"), NameType.PLACE)
    learn((name for outlet in known() for name in (outlet.name, *outlet.aliases)), NameType.ORGANIZATION)
    learn(entries("organizations"), NameType.ORGANIZATION)
    for name, country in table("countries").items():
        learn((name, *country.get("aliases", ())), NameType.PLACE)
        learn(country.get("people", ()), NameType.OTHER)
    return found


def known_type(name: str) -> NameType | None:
    """The type of a known name, or None."""
    return _types().get(name)


@remembered
def certain() -> dict[str, NameType]:
    """Known names that name the same thing wherever they stand: no plain word, and nobody's name."""
    return {name: kind for name, kind in _types().items() if _certain(name, kind)}


def _certain(name: str, kind: NameType) -> bool:
    words = WORD.findall(name)
    if name.startswith("The "):
        return kind is NameType.PLACE and known_type(name.removeprefix("The ")) is None
    if len(words) > 1:
        capitals = [word for word in words if word[0].isupper()]
        return len(capitals) > 2 or len([word for word in capitals if word.lower() not in listed("common_words")]) > 1
    if kind is NameType.ORGANIZATION and name.isupper():
        return len(name) > 2 and name.lower() not in listed("common_words")
    plain = name.lower() in listed("common_words") and not name.isupper()
    if plain or name in given_names() | listed("surnames") | listed("not_names"):
        return False
    return name in _of_countries() or (len(name) > 4 and name[0].isupper() and name in listed("organizations"))


@cache
def _of_countries() -> frozenset[str]:
    """What countries, their capitals and their peoples are called."""
    rows = table("countries").items()
    return frozenset(n for name, c in rows for n in (name, *c.get("aliases", ()), c.get("capital", name), *c.get("people", ())))


@cache
def demonyms() -> dict[str, str]:
    """Adjectives of countries, as written, to the country."""
    return {word: name for name, country in table("countries").items() for word in country.get("demonyms", ())}


@cache
def given_names() -> frozenset[str]:
    return words_in("given_names", "male") | words_in("given_names", "female") | words_in("given_names", "either")

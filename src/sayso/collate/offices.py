"""By what office somebody speaks for others: a minister, a ministry or an embassy for a government, a spokeswoman for a company."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from sayso.collate.countries import countries_in, governed_by
from sayso.collate.wording import lists, terms
from sayso.findings import NameType, Party, Place
from sayso.folding import words

MOST_PLACES = 200
"""Mentions of a party that are looked at: a title is given with the first ones, if at all."""

TITLE, APPOSED = 90, 110
"""Characters before and after a name in which a title or an apposition stands."""

_LAST_WORDS = re.compile(r"(?:[^\W\d_][\w.’'-]*\s+)+$")
_APPOSED = re.compile(r",\s((?:[^\W\d_][\w.’'-]*\s?){1,12})(?=[,.;)]|\s[-–—]\s)")
_OF_SOMEBODY = re.compile(r"^(?:the\s)?(?P<whose>.+?)(?:['’]s?)?\s(?:government|administration|cabinet|regime)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Offices:
    """The lists of `offices.toml`."""

    offices: tuple[str, ...]
    spokespeople: tuple[str, ...]
    organs: tuple[str, ...]
    common: frozenset[str]
    heads: frozenset[str]
    past: frozenset[str]
    joints: frozenset[str]
    unnamed: frozenset[str]
    houses: Mapping[str, tuple[str, ...]]


@cache
def offices() -> Offices:
    table: dict[str, Any] = tomllib.loads(files("sayso.collate").joinpath("offices.toml").read_text("utf8"))
    return Offices(
        tuple(table["offices"]),
        tuple(table["spokespeople"]),
        tuple(table["organs"]),
        frozenset(table["common"]),
        frozenset(table["heads"]),
        frozenset(table["past"]),
        frozenset(table["joints"]),
        frozenset(table["unnamed"]),
        {whole: tuple(parts) for whole, parts in table["houses"].items()},
    )


class Voice(NamedTuple):
    """For whom somebody speaks, as a key that is the same for all who do, and the words that show it."""

    whose: str
    shown: str


def voice(party: Party, texts: Mapping[str, str]) -> Voice | None:
    """The government for which a party of a case speaks, by its name or by a title beside it; None where nothing shows one."""
    if country := governed_by(party.name):
        return Voice(country, party.name)
    if party.type is NameType.ORGANIZATION:
        return _of_organ(party, texts)
    if party.type is not NameType.PERSON:
        return None
    for title in titles(party, texts):
        found = countries_in(title)
        if len(found) == 1 and (_holds(title, offices().offices) or _is_press(title)):
            return Voice(next(iter(found)), f"{title} {party.name}")
    return None


def state_voice(source: str) -> Voice | None:
    """The government that a source means as a whole without naming a party: "EU leaders", but not "U.S. officials"."""
    if {word.text for word in words(source)} & offices().unnamed:
        return None
    country = governed_by(source)
    return Voice(country, source) if country else None


def whose_government(source: str) -> str | None:
    """Whose it is when a source is somebody's government: "May" in "May's government"."""
    found = _OF_SOMEBODY.match(" ".join(source.split()))
    return found["whose"] if found else None


def speaks_for(person: Party, body: Party, texts: Mapping[str, str]) -> str | None:
    """The title by which a person speaks for a body: "Norsk Marine spokeswoman"; None where the texts give none."""
    names = [found for name in (body.name, *body.aliases) if (found := terms(words(name)))]
    for title in titles(person, texts):
        said = terms(words(title))
        if _holds(title, offices().spokespeople) and any(name <= said for name in names):
            return f"{title} {person.name}"
    return None


def titles(person: Party, texts: Mapping[str, str]) -> Iterator[str]:
    """What stands right before a person's names, or between commas after them, where it holds an office; not those of the past."""
    for place in _places(person, texts):
        text = texts[place.document]
        for title in (_before(text, place), _after(text, place)):
            said = {word.text for word in words(title)}
            if title and not said & offices().past and (_holds(title, offices().offices) or _holds(title, offices().spokespeople)):
                yield title


def is_unnamed(speaker: str) -> bool:
    """Whether somebody is only called by what they are: "a senior U.S. official", "officials in Cairo"."""
    head = re.split(r",|\s(?:of|in|at|from|with|close|who|familiar|briefed|for|on|near|inside)\s", speaker.strip(), maxsplit=1)[0]
    said = [word.text for word in words(head)]
    return bool(said) and (said[-1] in offices().unnamed or said[0] in ("some", "many", "several"))


def one_house(a: str, b: str) -> bool:
    """Whether one of two assemblies is part of the other."""
    ours, theirs = (" ".join(word.text for word in words(name) if word.text != "the") for name in (a, b))
    return any(
        {ours, theirs} <= {whole, *parts} or (whole in (ours, theirs) and (ours in parts or theirs in parts))
        for whole, parts in offices().houses.items()
    )


def _of_organ(party: Party, texts: Mapping[str, str]) -> Voice | None:
    """An organ of a government: the country is in its names, or in the word before, or in the place after it."""
    named = " ; ".join((party.name, *party.aliases))
    if not _holds(named, offices().organs):
        return None
    found = countries_in(named)
    if found:
        return Voice(next(iter(found)), party.name) if len(found) == 1 else None
    owners = {beside: countries_in(beside) for beside in _owners(party, texts)}
    found = frozenset(country for those in owners.values() for country in those)
    if len(found) != 1:
        return None
    return Voice(next(iter(found)), next(f"{owner} {party.name}" for owner, those in owners.items() if those))


def _owners(party: Party, texts: Mapping[str, str]) -> Iterator[str]:
    for place in _places(party, texts):
        before = texts[place.document][max(0, place.span.start - 30) : place.span.start].split()
        yield from before[-1:]


def _places(party: Party, texts: Mapping[str, str]) -> Iterable[Place]:
    return [place for place in party.mentions if place.document in texts][:MOST_PLACES]


def _before(text: str, place: Place) -> str:
    """The words right before a name that may be its title: capitalised, or words of titles."""
    near = _LAST_WORDS.search(text, max(0, place.span.start - TITLE), place.span.start)
    kept: list[str] = []
    for word in reversed(near[0].split() if near else []):
        low = word.lower()
        if not (word[0].isupper() or low in _small_words()) or (word[0].isupper() and low in lists().small and low != "the"):
            break
        kept.insert(0, word)
    return " ".join(kept[1:] if kept and kept[0].lower() == "the" else kept)


def _after(text: str, place: Place) -> str:
    """What stands between commas after a name, where it is a title and no further name: ", the Norland foreign minister,"."""
    found = _APPOSED.match(text, place.span.end, place.span.end + APPOSED)
    said = [word.text for word in words(found[1])] if found else []
    if not said or set(said) & (lists().reporting | {"who", "and", "but"}):
        return ""
    linked = next((at for at, word in enumerate(said) if word in ("of", "for", "to", "at", "in", "with")), len(said))
    office = " ".join(said[:linked])
    ends = any(office.endswith(phrase) for phrase in (*offices().offices, *offices().spokespeople))
    return found[1].strip() if found and ends else ""


@cache
def _small_words() -> frozenset[str]:
    held = (*offices().offices, *offices().spokespeople, *offices().organs)
    return frozenset(word for phrase in held for word in phrase.split()) | offices().joints | offices().past


def _holds(title: str, phrases: Iterable[str]) -> bool:
    said = f" {' '.join(word.text.removesuffix(chr(39) + 's') for word in words(title))} "
    return any(f" {phrase} " in said for phrase in phrases)


def _is_press(title: str) -> bool:
    """Whether a title is that of a spokesman of an organ of a government: "White House press secretary"."""
    return _holds(title, offices().spokespeople) and _holds(title, offices().organs)

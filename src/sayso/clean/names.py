"""How people and places are written in the lines around a report, and the outlets that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.outlets import Outlet, known, named
from sayso.spans import Span

UPPER = r"A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞĢĪİĶŁŃŇŌŐŘŚŠŞȘŤȚŪŮŰŻŹŽΑ-ΩА-ЯЁІЇЄҐ"
PERSON = rf"(?:[{UPPER}][\w’'-]*\.?)(?: (?:[{UPPER}][\w’'-]*\.?|de|da|di|del|della|von|van|der|den|bin|al|el|la|le|du|dos|ibn|ben|ter|ten)){{1,5}}"
PEOPLE = rf"{PERSON}(?:(?:, | and | & |, and | und | et | y | e | og | och | en | и ){PERSON}){{0,9}}"
BETWEEN = re.compile(r", and |, | and | & | und | et | y | e | og | och | en | и ")

CAPITALISED = re.compile(rf"\b[{UPPER}][\w’'.-]*")


@dataclass(frozen=True, slots=True)
class Mention:
    """A known outlet's name in a text; `sure` unless the name is also an ordinary word or another outlet's short form."""

    outlet: Outlet
    span: Span


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, Outlet], ...]]:
    """Names of known outlets by their first word, the longest first; a leading article is left to the text."""
    found: dict[str, list[tuple[str, Outlet]]] = {}
    for outlet in known():
        for name in (outlet.name, *outlet.aliases):
            bare = name.removeprefix("The ").removeprefix("the ")
            match = CAPITALISED.match(bare)
            if match and not bare.endswith(")"):
                found.setdefault(match[0], []).append((bare, outlet))
    return {first: tuple(sorted(names, key=lambda n: (-len(n[0]), n[0]))) for first, names in found.items()}


def mentions(text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """The known outlets named in a stretch of a text, in order, with their article; the longest name wins."""
    table = _by_first_word()
    reached = start
    for word in CAPITALISED.finditer(text, start, len(text) if end is None else end):
        if word.start() < reached:
            continue
        for key in _keys(word[0]):
            hit = next((n for n in table.get(key, ()) if _stands(text, word.start(), n[0])), None)
            if hit:
                name, outlet = hit
                begin = _with_article(text, word.start(), start)
                if _needs_article(outlet, name) and begin == word.start():
                    break
                reached = word.start() + len(name)
                yield Mention(outlet, Span(begin, reached))
                break


def _keys(word: str) -> tuple[str, ...]:
    bare = re.sub(r"[’']s?$", "", word.rstrip(".-"))
    return (word,) if bare == word else (word, bare)


def _stands(text: str, place: int, name: str) -> bool:
    end = place + len(name)
    return text.startswith(name, place) and (end == len(text) or not (text[end].isalnum() or text[end] == "_"))


def _with_article(text: str, place: int, start: int) -> int:
    return place - 4 if place - 4 >= start and text[place - 4 : place] in ("The ", "the ") else place


def _needs_article(outlet: Outlet, name: str) -> bool:
    """A single common word such as "Times" or "Independent" is an outlet's name only with its article."""
    return outlet.name == f"The {name}" and " " not in name


def canonical(name: str) -> str:
    """The name an outlet is shown by: the table's where it is known, else the words themselves."""
    outlet = named(name)
    return outlet.name if outlet else name

"""How people and places are written in the lines around a report, and the outlets that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.outlets import Outlet, known, remembered
from sayso.spans import Span

UPPER = r"A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞĢĪİĶŁŃŇŌŐŘŚŠŞȘŤȚŪŮŰŻŹŽΑ-ΩА-ЯЁІЇЄҐ"
PARTICLE = "de|da|di|del|della|von|van|der|den|bin|al|el|la|le|du|dos|ibn|ben|ter|ten"
PERSON = rf"(?:[{UPPER}][\w’'.-]*)(?: (?:[{UPPER}][\w’'.-]*|{PARTICLE})){{1,5}}"
AND = ", and |, | and | & | und | et | y | e | og | och | en | и "
PEOPLE = rf"{PERSON}(?:(?:{AND}){PERSON}){{0,9}}"
BETWEEN = re.compile(AND)

INTO = re.compile(rf"\b[{UPPER}]\w* $")
CAPITALISED = re.compile(rf"\b[{UPPER}][\w’'.-]*")


@dataclass(frozen=True, slots=True)
class Mention:
    """An outlet's name in a text, with its article."""

    outlet: Outlet
    span: Span


Outlets = tuple[Outlet, ...]


@remembered
def _by_first_word(others: Outlets) -> dict[str, tuple[tuple[str, Outlet], ...]]:
    """Names of known and other outlets by their first word, the longest first; a leading article is left to the text."""
    found: dict[str, list[tuple[str, Outlet]]] = {}
    for outlet in (*known(), *others):
        for name in (outlet.name, *outlet.aliases):
            bare = name.removeprefix("The ").removeprefix("the ")
            match = CAPITALISED.match(bare)
            if match and not bare.endswith(")"):
                found.setdefault(match[0], []).append((bare, outlet))
    return {first: tuple(sorted(names, key=lambda n: (-len(n[0]), n[0]))) for first, names in found.items()}


def mentions(text: str, within: Span, others: Outlets = ()) -> Iterator[Mention]:
    """The known outlets, and others, named in a stretch of a text, in order; the longest name wins."""
    table = _by_first_word(others)
    reached = within.start
    for word in CAPITALISED.finditer(text, within.start, within.end):
        if word.start() < reached:
            continue
        mention = next((m for key in _keys(word[0]) if (m := _mention(text, word.start(), table.get(key, ()), within))), None)
        if mention:
            reached = mention.span.end
            yield mention


def _mention(text: str, place: int, names: tuple[tuple[str, Outlet], ...], within: Span) -> Mention | None:
    for name, outlet in names:
        if _stands(text, place, name):
            article = place - 4 >= within.start and text[place - 4 : place] in ("The ", "the ")
            if outlet.name == f"The {name}" and " " not in name and not (article and _no_longer_name(text, place - 4)):
                return None
            return Mention(outlet, Span(place - 4 if article else place, place + len(name)))
    return None


def _no_longer_name(text: str, article: int) -> bool:
    """False where a capitalised word runs into a small article, as in "Face the Nation"."""
    return text[article] == "T" or not INTO.search(text[max(0, article - 20) : article])


def _keys(word: str) -> tuple[str, ...]:
    bare = re.sub(r"[’']s?$", "", word.rstrip(".-"))
    return (word,) if bare == word else (word, bare)


def _stands(text: str, place: int, name: str) -> bool:
    end = place + len(name)
    return text.startswith(name, place) and (end == len(text) or not (text[end].isalnum() or text[end] == "_"))

"""When two names are one: full names and their parts, acronyms, and other names that a table knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from sayso.annotate.evidence import unarticled
from sayso.annotate.gazetteer import demonyms
from sayso.annotate.lexicon import table, words_in
from sayso.nicknames import same_given, short_forms

ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]s?\d?|(?:[A-Z]\.){2,}")
SMALL = frozenset(("of", "the", "for", "and", "on", "in", "de", "&", "to", "a"))
LEGAL = frozenset(
    ("inc", "ltd", "co", "corp", "corporation", "group", "company", "llc", "plc", "holdings", "foundation", "ag", "sa", "limited")
)
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


@lru_cache(maxsize=20_000)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without marks and the article it may begin with."""
    words = tuple(re.sub(r"[.,’'()]", "", word).lower() for word in name.split())
    return words[1:] if len(words) > 1 and words[0] == "the" else words


@lru_cache(maxsize=20_000)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without honours, initials, suffixes and Arabic articles."""
    words = [re.sub(r"[.,]", "", unarticled(word)).lower() for word in name.split()]
    kept = [w for w in words if w not in SUFFIXES and w not in words_in("roles", "honours") and w not in ("al", "el", "ul")]
    full = [w for w in kept if len(w) > 1]
    return tuple(full or kept or words)


def honoured(name: str) -> bool:
    """Whether a name begins with "Sir" or the like."""
    return name.split()[0].lower().rstrip(".") in words_in("roles", "honours")


@cache
def _short_given_names() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for a, b in short_forms():
        out.setdefault(a, set()).add(b)
    return {name: frozenset(others) for name, others in out.items()}


def short_given_names(name: str) -> frozenset[str]:
    """Other forms of a given name, in lower case."""
    return _short_given_names().get(name, frozenset())


def same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two full names can be one person's: the same last name and given names that agree; or the same words in order."""
    if len(a) < 2 or len(b) < 2:
        return False
    if a[-1] == b[-1] and same_given(a[0], b[0]):
        return len(a) == 2 or len(b) == 2 or set(a) <= set(b) or set(b) <= set(a)
    short, long = sorted((tuple(a), tuple(b)), key=len)
    return len(long) > len(short) and (long[: len(short)] == short or long[-len(short) :] == short)


@cache
def _table() -> dict[str, str]:
    out = {alias: name for name, aliases in table("aliases").items() for alias in (*aliases, name)}
    for name, country in table("countries").items():
        out.update(dict.fromkeys((name, *country.get("aliases", ())), name))
    return out


def table_name(name: str) -> str | None:
    """The name under which the table of aliases has it, or None: "MI6" is the Secret Intelligence Service."""
    known = _table().get(name) or (_table().get(name.title()) if len(name) > 3 and name.isupper() else None)
    return known or _table().get(name.removeprefix("The ").removeprefix("the "))


def letters_of(name: str) -> list[str]:
    """The letters of an acronym in lower case, as the one entry of a list; none when it is no acronym."""
    return [re.sub(r"[^A-Za-z]", "", name).rstrip("s").lower()] if ACRONYM.fullmatch(name) else []


def initials(name: str) -> list[str]:
    """The initials of a name's words in lower case: all words, without the small ones, and each without its country."""
    words = [w for part in name.replace("-", " ").split() if (w := part.strip(",.&").lower())]
    forms = (words, [w for w in words if w not in SMALL])
    tails = [form[1:] for form in forms if form and form[0].capitalize() in demonyms()]
    return ["".join(w[0] for w in form) for form in (*forms, *tails) if len(form) > 1]


def abbreviates(short: str, long: str) -> bool:
    """Whether the letters of an acronym are the initials of a name's words, in order."""
    return any(letters in initials(long) for letters in letters_of(short))


def shortened(words: Sequence[str]) -> list[tuple[str, ...]]:
    """What an organisation of that name is called for short: "Boeing" for "Boeing Co", "Observatory" for "City Observatory".

    Only a legal form falls away at the end. What falls away at the head does not end in "of": "Parliament" is no short form of a
    committee of it.
    """
    out = []
    for size in range(1, len(words)):
        if all(word in LEGAL for word in words[size:]):
            out.append(tuple(words[:size]))
        tail = tuple(words[-size:])
        if words[-size - 1] not in SMALL and (size > 1 or tail[0] in words_in("institutions", "by_head")):
            out.append(tail)
    if len(words) > 3 and words[2] == "for" and words[1] in words_in("institutions", "by_head"):
        out.append((words[1],))
    return out

"""When two names are one: full names and their parts, acronyms, and other names that a table knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.annotate.evidence import unarticled
from sayso.annotate.gazetteer import demonyms
from sayso.annotate.lexicon import table, words_in

ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]s?\d?|(?:[A-Z]\.){2,}")
SMALL = frozenset(("of", "the", "for", "and", "on", "in", "de", "&", "to", "a"))
LEGAL = frozenset(
    ("inc", "ltd", "co", "corp", "corporation", "group", "company", "llc", "plc", "holdings", "foundation", "ag", "sa", "limited")
)
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without marks and the article it may begin with."""
    words = tuple(re.sub(r"[.,’'()]", "", word).lower() for word in name.split())
    return words[1:] if len(words) > 1 and words[0] == "the" else words


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
def _nicknames() -> frozenset[tuple[str, str]]:
    pairs = [(a.lower(), b.lower()) for a, b in table("nicknames")["short"]]
    return frozenset(pairs) | frozenset((b, a) for a, b in pairs)


def same_given(a: str, b: str) -> bool:
    """Whether two given names can be one person's: the same, or a short form of the other."""
    return a == b or (a, b) in _nicknames()


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


def abbreviates(short: str, long: str) -> bool:
    """Whether the letters of an acronym are the initials of a name's words, in order, small words counted or not."""
    if not ACRONYM.fullmatch(short):
        return False
    letters = re.sub(r"[^A-Za-z]", "", short).rstrip("s").lower()
    words = [w for part in long.replace("-", " ").split() if (w := part.strip(",.&").lower())]
    forms = (words, [w for w in words if w not in SMALL])
    tails = [form[1:] for form in forms if form and form[0].capitalize() in demonyms()]
    return any("".join(w[0] for w in form) == letters for form in (*forms, *tails) if len(form) > 1)


def contains(long: Sequence[str], short: Sequence[str]) -> bool:
    """Whether the shorter name of an organisation is how the longer is called for short: "Boeing" of "Boeing Co".

    The rest must be a legal form after it, or stand before it without "of": "Parliament" is no short form of a committee of it.
    """
    if not short or len(short) >= len(long):
        return False
    if tuple(long[: len(short)]) == tuple(short):
        return all(word in LEGAL for word in long[len(short) :])
    if tuple(long[-len(short) :]) == tuple(short):
        return long[-len(short) - 1] not in SMALL and (len(short) > 1 or short[0] in words_in("heads", "organization"))
    return len(short) == 1 and short[0] in words_in("institutions", "by_head") and tuple(long[1:3]) == (short[0], "for")

"""What a number counts: the noun after it, in the singular."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.annotate.gazetteer import demonyms
from sayso.annotate.lexicon import table
from sayso.annotate.wordings import DAYS

WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’-][^\W\d_]+)*")
BREAK = re.compile(r"[.,;:!?()\[\]—–/]|\s-\s|\n")
QUOTES = "\"'“”‘’«» "
REACH = 90


class Noun(NamedTuple):
    """A head noun with what is kept of the words around it, and where it ends."""

    thing: str
    end: int


def counted(text: str, start: int, limit: int, single: bool) -> Noun | None:
    """The noun phrase after a number that ends at `start`; `single` when it counts one, so that the noun has no plural."""
    phrase = _phrase(text, start, min(limit, start + REACH))
    if not phrase:
        return None
    if single:
        head = _mass(phrase)
    else:
        places = [i for i, m in enumerate(phrase) if _plural(m.group())]
        if not places:
            return None
        head = places[0]
        if head + 1 < len(phrase) and head + 1 in places:
            head += 1
    return _with_object(text, phrase, head, limit)


def _mass(phrase: list[re.Match[str]]) -> int:
    """Where the head of a phrase without a plural is: its first noun, or the second of two."""
    first = next((i for i, m in enumerate(phrase) if not _adjective(m.group())), len(phrase) - 1)
    following = phrase[first + 1].group().lower() if first + 1 < len(phrase) else "s"
    return first if following.endswith(("s", "ed", "ing", "en")) else first + 1


def _with_object(text: str, phrase: list[re.Match[str]], head: int, limit: int) -> Noun:
    noun = singular(phrase[head].group().lower())
    end = phrase[head].end()
    if noun in _partitive() and (of := re.compile(r"\s+of\s+(?:the\s+)?").match(text, end, limit)):
        inner = _phrase(text, of.end(), min(limit, of.end() + REACH))
        if inner:
            place = next((i for i, m in enumerate(inner) if _plural(m.group())), _mass(inner))
            return Noun(f"{noun} of {singular(_modified(inner, place))}", inner[place].end())
    return Noun(_modified(phrase, head), end)


def _modified(phrase: list[re.Match[str]], head: int) -> str:
    """The head in the singular with the noun right before it, if one is: "state secret", but "diplomat" of "Russian diplomats"."""
    noun = singular(phrase[head].group().lower())
    if head == 0:
        return noun
    before = phrase[head - 1].group()
    return noun if _adjective(before) or text_between(phrase, head) != " " else f"{before.lower()} {noun}"


def text_between(phrase: list[re.Match[str]], head: int) -> str:
    """The characters between a word of a phrase and the one before it."""
    return phrase[head].string[phrase[head - 1].end() : phrase[head].start()]


def _phrase(text: str, start: int, limit: int) -> list[re.Match[str]]:
    """The words from `start` to the first that cannot belong to a counted noun phrase."""
    out: list[re.Match[str]] = []
    numbers = table("numbers")
    last = start
    for match in WORD.finditer(text, start, limit):
        if BREAK.search(text, last, match.start()) or (out and any(c.isdigit() for c in text[last : match.start()])):
            break
        low = match.group().lower()
        if not out and low in numbers["between"]["words"]:
            last = match.end()
            continue
        if low in numbers["boundary"]["words"] or low in DAYS or low.endswith("ly") or len(out) > 5:
            break
        out.append(match)
        last = match.end()
        if text[last : last + 2] in ("’s", "'s"):
            break
    return out


def singular(word: str) -> str:
    """The singular of an English noun in lower case, by its ending; of two words, that of the second."""
    head, _, tail = word.rpartition(" ")
    if head:
        return f"{head} {singular(tail)}"
    irregular: dict[str, str] = table("numbers")["irregular"]
    if word in irregular:
        return irregular[word]
    if not _plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")) or (word.endswith("oes") and len(word) > 5):
        return word[:-2]
    return word[:-1]


def _plural(word: str) -> bool:
    low = word.lower()
    return low in table("numbers")["irregular"] or (
        len(low) > 2 and low.endswith("s") and not low.endswith(("ss", "us", "is", "’s", "'s"))
    )


def _adjective(word: str) -> bool:
    low = word.lower()
    lists = table("numbers")["adjectives"]
    if low in lists["nouns"]:
        return False
    return (
        word[0].isupper() or word in demonyms() or low in lists["words"] or low.endswith(tuple(lists["endings"])) or _plural(word)
    )


def _partitive() -> frozenset[str]:
    return frozenset(table("numbers")["between"]["partitive"])

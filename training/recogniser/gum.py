"""Names in GUM, which marks every mention and only says of some that they are names."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

TYPES = {"person": "person", "organization": "organization", "place": "place"}
SMALL = frozenset(re.findall(r"\S+", "of the and for in on at to de van von der den du la le el al bin ibn da di y & a"))
PRONOUNS = frozenset(
    re.findall(r"\S+", "i he she it they we you his her my your their its our me him us them this that these those there")
)
FIRST = frozenset(("al", "de", "la", "el", "van", "von"))
"""Small words that a name begins with at times."""

BEFORE = re.compile(
    r"(?:(?:the|a|an|both|mr|mrs|ms|dr|prof|professor|president|vice|sen|senators?|rep|representatives?|chief|associate|justices?|judge|"
    r"governor|gov|mayor|king|queen|prince|princess|general|gen|captain|capt|colonel|saint|pope|bishop|minister|secretary)\b\.?\s+)+",
    re.IGNORECASE,
)
"""Articles and titles, which GUM counts in and the other data leaves out."""

BEHIND = re.compile(r",\s(?!Jr|Sr|Inc|LLC|Ltd)|[;(\[]|\s(?:in|at|on|by|from|with)\s")
"""Where a name ends though its mention goes on: "Durham, England", "the school in Texas"."""

MORE = re.compile(r"\s(?:and|&|of)\s")
"""What a person's name does not hold: two persons are named, or an office."""

POSSESSIVE = re.compile(r"\s*(?:[’']s?)?\s*$")
WORDS = re.compile(r"\S+")


def names(row: dict[str, Any]) -> list[tuple[int, int, str]]:
    """The names of a document, each with its start, end and type: a name is an outermost mention, article and title left off,
    of which every word but the small ones is capitalised, unless it is one word that only its place in the sentence capitalises.
    """
    text: str = row["text"]
    starts = {s for s, _ in row["sentences"]}
    inside = Counter(m[0] for s, e in row["sentences"] for m in WORDS.finditer(text, s, e) if m.start() != s)
    found: list[tuple[int, int, str]] = []
    for start, end, mention in sorted(row["entities"], key=lambda entity: (entity[0], -entity[1])):
        kind = TYPES.get(mention[1], "other")
        first, last = _bare(text, start, end)
        words = text[first:last].split()
        if mention[1] == "time" or not words or (found and found[-1][1] > first) or not _is_name(words):
            continue
        if kind == "person" and MORE.search(text, first, last):
            continue
        linked = len(mention) > 7
        if len(words) == 1 and first in starts and not linked and not inside[words[0]]:
            continue
        found.append((first, last, kind))
    return found


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    before = BEFORE.match(text, start, end)
    first = before.end() if before else start
    behind = BEHIND.search(text, first, end)
    last = behind.start() if behind else end
    return first, first + len(POSSESSIVE.sub("", text[first:last]))


def _is_name(words: list[str]) -> bool:
    bare = [word.strip("“”\"'‘’(),.") for word in words]
    if not bare[0] or not bare[-1] or bare[0].lower() in SMALL - FIRST or any(word.lower() in PRONOUNS for word in bare):
        return False
    return all(not w or w.lower() in SMALL or w[0].isupper() or w[0].isdigit() for w in bare) and any(w[:1].isupper() for w in bare)

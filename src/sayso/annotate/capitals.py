"""The words of sentences, and what the capital of each one says: that it is a name, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from sayso.annotate.lexicon import listed
from sayso.findings import Sentence

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
TITLE_CASE_SHARE = 0.75
CAPITALS_SHARE = 0.8


class Capital(IntEnum):
    """What stands behind a capital at the head of a word."""

    NONE = 0
    """No capital is there."""
    NAME = 1
    """Nothing but the word itself: it is a name, or part of one."""
    OPENING = 2
    """A sentence or a quotation begins here."""
    TITLE = 3
    """The words of the headline have capitals whatever they are."""
    SHOUTED = 4
    """All letters here are capitals."""


class Word(NamedTuple):
    """A word with its place in the text; hyphens part words, and a possessive 's is none."""

    start: int
    end: int
    text: str
    capital: Capital


def words(text: str, sentences: Sequence[Sentence]) -> list[Word]:
    """The words of all sentences, in order of the text."""
    return [word for sentence in sentences for word in _of_sentence(text, sentence.span.start, sentence.span.end)]


def _of_sentence(text: str, start: int, end: int) -> Iterator[Word]:
    found = [(m.start(), m.end(), m[0]) for m in WORD.finditer(text, start, end)]
    texts = [word for _, _, word in found]
    everywhere = Capital.SHOUTED if _shouted(texts) else Capital.TITLE if _title_cased(texts) else None
    for i, (first, last, word) in enumerate(found):
        if not word[0].isupper():
            capital = Capital.NONE
        elif everywhere:
            capital = everywhere
        else:
            capital = Capital.OPENING if i == 0 or _opens(text[found[i - 1][1] : first]) else Capital.NAME
        yield Word(first, last, word, capital)


def _shouted(texts: Sequence[str]) -> bool:
    long = [word for word in texts if len(word) > 1 and word[0].isalpha()]
    return len(long) > 2 and sum(word.isupper() for word in long) >= CAPITALS_SHARE * len(long)


def _title_cased(texts: Sequence[str]) -> bool:
    rest = [word for word in texts[1:] if len(word) > 3 and word[0].isalpha()]
    capitals = [word for word in rest if word[0].isupper()]
    if len(capitals) < TITLE_CASE_SHARE * len(rest):
        return False
    return sum(word.lower() in listed("common_words") for word in capitals) >= 2


def _opens(gap: str) -> bool:
    """Whether what stands before a word lets a sentence or a quotation begin."""
    return any(mark in gap for mark in '"“‘«:.?!…|•\n') or gap.endswith((" '", "- ", "– ", "— "))

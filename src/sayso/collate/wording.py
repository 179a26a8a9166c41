"""Words as collation compares them: folded, contractions opened, and without the small words when it is the matter that counts."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from sayso.folding import Word, words
from sayso.spans import Span

LONGEST = 400
"""Words of one sentence that are compared; a "sentence" beyond that is a list or a text without full stops."""

OPENED = {"cannot": ("can", "not"), "can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not")}


@dataclass(frozen=True, slots=True)
class WordLists:
    """The lists of `words.toml`, folded, each word also as it is spelled when compared."""

    small: frozenset[str]
    hedges: frozenset[str]
    negations: frozenset[str]
    naming: frozenset[str]
    servants: frozenset[str]
    neutral_cues: frozenset[str]
    reporting: frozenset[str]
    exhorting: tuple[str, ...]
    tolls: frozenset[str]
    titles: frozenset[str]
    joining: frozenset[str]
    subjects: frozenset[str]
    opening: frozenset[str]
    objects: frozenset[str]
    relating: frozenset[str]
    hanging: frozenset[str]
    binding: frozenset[str]
    finite: frozenset[str]
    pasts: frozenset[str]
    leaning: frozenset[str]
    labels: frozenset[str]
    stamps: frozenset[str]
    greeting: tuple[str, ...]
    declaring: tuple[str, ...]


@cache
def lists() -> WordLists:
    """The word lists, read once."""
    table = tomllib.loads(files("sayso.collate").joinpath("words.toml").read_text("utf8"))
    found: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else _each(v) for k, v in table.items()}
    return WordLists(**found)


def _each(listed: str) -> frozenset[str]:
    words = listed.split()
    return frozenset((*words, *map(spelled, words)))


@lru_cache(maxsize=4096)
def sentence_words(text: str, span: Span) -> tuple[Word, ...]:
    """The folded words of a span, contractions such as "didn't" opened, each with its place in the text; at most `LONGEST`."""
    out: list[Word] = []
    for word in words(span.of(text)[: LONGEST * 12])[:LONGEST]:
        out.extend(_opened(Word(word.text, word.span.moved(span.start))))
    return tuple(out)


SPELLINGS = (
    (r"(?<=[a-z]{2})our(s|ed|ing|ite|able)?$", r"or\1"),
    (r"is(e[ds]?|ing|ation|er|ers)$", r"iz\1"),
    (r"([aeo])nce$", r"\1nse"),
)
"""British endings and the American ones they are compared as; what this makes of other words does no harm, for it does it twice."""


@lru_cache(maxsize=65536)
def spelled(word: str) -> str:
    """A folded word in the one spelling that is compared: without the points of an abbreviation, American endings."""
    word = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", word)
    if len(word) > 4:
        for british, american in SPELLINGS:
            word = re.sub(british, american, word)
    return word


def _opened(word: Word) -> Iterable[Word]:
    if word.text in OPENED:
        parts: tuple[str, str] = OPENED[word.text]
    elif word.text.endswith("n't"):
        parts = (word.text[:-3], "not")
    else:
        return (Word(spelled(word.text), word.span),)
    middle = max(word.span.start, word.span.end - 3)
    return (Word(parts[0], Span(word.span.start, middle)), Word(parts[1], Span(middle, word.span.end)))


def terms(said: Iterable[Word]) -> frozenset[str]:
    """The words that carry the matter, in a crude stem."""
    small = lists().small
    return frozenset(stem(word.text) for word in said if word.text not in small and len(word.text) > 1)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its possessive and most common endings, enough that "agencies" meets "agency" and "denied" meets "denies"."""
    word = word.removesuffix("'s").rstrip("'")
    for ending, kept in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word.removesuffix(ending) + kept
            break
    return word.removesuffix("e") if len(word) > 4 else word

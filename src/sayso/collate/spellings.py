"""Two spellings of one name: by another transliteration, with or without a hyphen, with an initial for a first name."""

from __future__ import annotations

import re
from functools import cache

from sayso.folding import words

SOUNDS = (
    ("shch|sch|sh|tch|ch|zh|dj", "j"),
    ("kh|gh|q|ck|c|g", "k"),
    ("ph|v|w", "f"),
    ("th|dh|d", "t"),
    ("tz|ts|z|x", "s"),
    ("p(?!h)", "b"),
)
"""Letters that one sound of another script is written with, and the one letter that they are compared as."""

ARTICLE = re.compile(r"\b(?:al|el)[-‐]", re.IGNORECASE)
"""The Arabic article, which some write with a name and some leave out."""

FEWEST_SOUNDS = 3
"""Consonants below which two names sound alike by chance."""


def two_spellings(one: str, other: str) -> bool:
    """Whether two names, word for word, are one name in two spellings; not where they are the same."""
    ours, theirs = _words(one), _words(other)
    if ours == theirs or not ours or not theirs:
        return ours == theirs and _plain(one) != _plain(other)
    if "".join(ours) == "".join(theirs):
        return True
    if len(ours) != len(theirs):
        return False
    return all(
        a == b or _sounds_alike(a, b) or _is_initial(a, b, place, len(ours))
        for place, (a, b) in enumerate(zip(ours, theirs, strict=True))
    )


def _words(name: str) -> tuple[str, ...]:
    return tuple(word.text.removesuffix("'s") for word in words(ARTICLE.sub("", name)))


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _is_initial(a: str, b: str, place: int, of: int) -> bool:
    return place < of - 1 and a[:1] == b[:1] and min(len(a), len(b)) == 1


def _sounds_alike(a: str, b: str) -> bool:
    """Whether the consonants are the same to the ear, and the vowels no further apart than a transliteration puts them."""
    if a[:1] in "aeiou" and b[:1] in "aeiou" and a[0] != b[0] and len(a) < 6:
        return False
    ours, theirs = _consonants(a), _consonants(b)
    return ours == theirs and len(ours) >= FEWEST_SOUNDS


@cache
def _consonants(word: str) -> str:
    for pattern, sound in SOUNDS:
        word = re.sub(pattern, sound, word)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyh]|(?<=.)j(?=$)", "", word))

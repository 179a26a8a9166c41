"""What a model sees of a text: word pieces with their places, and how each word is written.

The encoder reads folded letters, so that "MAY" and "may" are one to it; how a word is written goes in beside it as its `Shape`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from tokenizers import Tokenizer

LONGEST = 254
"""Pieces that go in at once, without the marks at both ends: the encoder was trained on 256."""

SHARED = 64
"""Pieces that two parts of a longer stretch have in common, so that nothing is read at the edge of what is seen."""

WORD = re.compile(r"\w+(?:[’'\-.&/]\w+)*|[^\w\s]")


class Shape(IntEnum):
    """How the word is written that a piece belongs to."""

    MARK = 0
    LOWER = 1
    CAPITALISED = 2
    CAPITALS = 3
    LETTER = 4
    MIXED = 5
    FIGURES = 6


@dataclass(frozen=True, slots=True)
class Pieces:
    """Consecutive word pieces of a text: their numbers, the shapes of their words, and where each lies in the text."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.ids)

    def part(self, first: int, last: int) -> Pieces:
        return Pieces(self.ids[first:last], self.shapes[first:last], self.offsets[first:last])


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces that go in at once; what begins in `own` (first, behind the last) is this window's to say."""

    pieces: Pieces
    own: tuple[int, int]


def windows(pieces: Pieces) -> list[Window]:
    """The pieces as windows: one, if they go in at once."""
    found: list[Window] = []
    for at in range(0, max(1, len(pieces) - SHARED), LONGEST - SHARED):
        part = pieces.part(at, at + LONGEST)
        last = at + LONGEST >= len(pieces)
        found.append(Window(part, (SHARED // 2 if at else 0, len(part) if last else LONGEST - SHARED // 2)))
    return found


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text and the places of its pieces, first and behind the last."""

    start: int
    end: int
    first: int
    last: int


def pieces_of(text: str, start: int, end: int, tokenizer: Tokenizer) -> Pieces:
    """The pieces of `text[start:end]`, with offsets in the whole text. Pieces that stand for no character are left out."""
    encoding = tokenizer.encode(text[start:end], add_special_tokens=False)
    kept = [(i, s + start, e + start) for i, (s, e) in zip(encoding.ids, encoding.offsets, strict=True) if e > s]
    words = [(m.start(), int(shape(m[0]))) for m in WORD.finditer(text, start, end)]
    starts = [at for at, _ in words]
    shapes = tuple(words[max(0, bisect_right(starts, s) - 1)][1] if words else 0 for _, s, _ in kept)
    return Pieces(tuple(i for i, _, _ in kept), shapes, tuple((s, e) for _, s, e in kept))


def shape(word: str) -> Shape:
    """How a word is written; "U.S." and "AL-ASSAD" are capitals, "McCallum" and "al-Assad" are mixed."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return Shape.FIGURES if any(c.isdigit() for c in word) else Shape.MARK
    capitals = sum(c.isupper() for c in letters)
    if capitals == 0:
        return Shape.LOWER
    if len(letters) == 1:
        return Shape.LETTER
    if capitals == len(letters):
        return Shape.CAPITALS
    return Shape.CAPITALISED if capitals == 1 and letters[0].isupper() else Shape.MIXED


def words_of(text: str, offsets: Sequence[tuple[int, int]]) -> list[Word]:
    """The words that the pieces lie in, in order; every piece is in one word."""
    if not offsets:
        return []
    spans = [m.span() for m in WORD.finditer(text, offsets[0][0], offsets[-1][1])]
    starts = [start for start, _ in spans]
    found: list[Word] = []
    for i, (start, end) in enumerate(offsets):
        at = bisect_right(starts, start) - 1
        word = spans[at] if at >= 0 and start < spans[at][1] else (start, end)
        if found and found[-1].start == word[0]:
            found[-1] = Word(word[0], max(word[1], end), found[-1].first, i + 1)
        else:
            found.append(Word(word[0], max(word[1], end), i, i + 1))
    return found

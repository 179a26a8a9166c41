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

from sayso.spans import Span

LONGEST = 254
"""Pieces that go in at once, without the marks at both ends: the encoder was trained on 256."""

SHARED = 64
"""Pieces that two parts of a longer stretch have in common, so that nothing is read at the edge of what is seen."""

LONGEST_STRETCH = 20_000
"""Characters that are cut into pieces at once: what bounds the memory for a text without paragraphs. Few paragraphs have 2,000."""

MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
"""Accents and the like that stand after the letter they belong to."""

UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
"""Soft hyphens, joiners and marks of direction: nobody sees them inside a word, nor does the encoder."""

LETTERS = rf"\w+(?:(?:[{MARKS}]+|[{UNSEEN}]+(?=\w))\w*)*"
WORD = re.compile(rf"{LETTERS}(?:[.&/]{LETTERS})*|[^\w\s]")
"""What a span never cuts. Apostrophes and hyphens stand alone: in "Ruiz’s", "she’d" and "Kyiv-based" a name or a source may end."""

WRITTEN = re.compile(rf"{LETTERS}(?:[’'\-.&/]{LETTERS})*|[^\w\s]")
"""A word as it is written, whose `Shape` all its pieces have."""

GAP = re.compile(r"\s")
HALF = re.compile("[\ud800-\udfff]")
"""Half a character, which no tokenizer takes."""


Place = tuple[int, int]


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
    """Consecutive word pieces of a text: their numbers, the shapes of their words, where each lies in the text, and its word.

    Two words never overlap, and each holds all of its pieces, though some of them may lie beyond what is seen here.
    """

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    offsets: tuple[Place, ...]
    words: tuple[Place, ...]

    def __len__(self) -> int:
        return len(self.ids)

    def part(self, first: int, last: int) -> Pieces:
        cut = slice(first, last)
        return Pieces(self.ids[cut], self.shapes[cut], self.offsets[cut], self.words[cut])


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


def stretches(text: str, paragraph: Span) -> list[Span]:
    """The paragraph itself, or the parts of one that is too long to be cut into pieces at once. No word is cut."""
    found: list[Span] = []
    at = paragraph.start
    while gap := GAP.search(text, min(at + LONGEST_STRETCH, paragraph.end), paragraph.end):
        found.append(Span(at, gap.end()))
        at = gap.end()
    return [*found, Span(at, paragraph.end)]


def pieces_of(text: str, start: int, end: int, tokenizer: Tokenizer) -> Pieces:
    """The pieces of `text[start:end]`, with places in the whole text. Pieces that stand for no character are left out."""
    encoding = tokenizer.encode(HALF.sub("\ufffd", text[start:end]), add_special_tokens=False)
    kept = [(i, (s + start, e + start)) for i, (s, e) in zip(encoding.ids, encoding.offsets, strict=True) if e > s]
    offsets = tuple(place for _, place in kept)
    written = [(m.start(), int(shape(m[0]))) for m in WRITTEN.finditer(text, start, end)]
    words = [m.span() for m in WORD.finditer(text, start, end)]
    firsts, lasts = _places(words, [s for s, _ in offsets]), _places(words, [e - 1 for _, e in offsets])
    return Pieces(
        tuple(i for i, _ in kept),
        tuple(written[i][1] for i in _places(written, [s for s, _ in offsets])) if written else (0,) * len(kept),
        offsets,
        _whole(offsets, [(words[a][0], words[b][1]) for a, b in zip(firsts, lasts, strict=True)] if words else offsets),
    )


def _places(words: Sequence[tuple[int, int]], characters: Sequence[int]) -> list[int]:
    """Which of the words, by their starts, each of the characters lies in or behind."""
    starts = [start for start, _ in words]
    return [max(0, bisect_right(starts, character) - 1) for character in characters]


def _whole(offsets: Sequence[Place], written: Sequence[Place]) -> tuple[Place, ...]:
    """The word of each piece: as it is written, with the whole of its pieces; words that a piece lies across are one."""
    found: list[Place] = []
    counts: list[int] = []
    for (start, end), word in zip(offsets, written, strict=True):
        first, last = min(start, word[0]), max(end, word[1])
        if found and first < found[-1][1]:
            found[-1] = found[-1][0], max(last, found[-1][1])
            counts[-1] += 1
        else:
            found.append((first, last))
            counts.append(1)
    return tuple(place for place, count in zip(found, counts, strict=True) for _ in range(count))


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


def words_of(pieces: Pieces) -> list[Word]:
    """The words that the pieces lie in, in order; every piece is in one word."""
    found: list[Word] = []
    for i, (start, end) in enumerate(pieces.words):
        if found and found[-1].start == start:
            found[-1] = Word(start, end, found[-1].first, i + 1)
        else:
            found.append(Word(start, end, i, i + 1))
    return found

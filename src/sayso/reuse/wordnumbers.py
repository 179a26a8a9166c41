"""The folded words of a text as numbers, all at once: the same words as `folding.words` gives, a hundred times sooner.

Whole piles are compared word by word, and taking words apart one at a time would be two thirds of that work.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.folding import ALIKE, fold, fold_character

KNOWN = 0x2100
"""Characters below this one are looked up in a table: the Latin, Greek, Cyrillic, Hebrew and Arabic ones, and punctuation."""
SPACE, GONE, SEVERAL = ord(" "), -1, -2
"""What stands in the table for a character of white space, one that folding takes out, and one that becomes several."""
MARKS = "'.,"
"""Between two letters or digits these belong to the word: "don't", "1,000", "3.5"."""
LETTER = re.compile(r"[^\W_]")
WIDE = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F))  # Chinese and Japanese
NARROW = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))  # Thai, Lao, Burmese, Khmer
WIDE_SIZE, NARROW_SIZE = 0.5, 0.25  # a word is about two characters of the first, four of the others
AT_A_TIME = 1 << 16
"""Characters whose hashes are made at once."""
FACTOR = 0xD1342543DE82EF95
INVERSE = pow(FACTOR, -1, 1 << 64)
MIX = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio, as Fibonacci hashing has it (Knuth, volume 3, 6.4)


@dataclass(frozen=True, slots=True)
class WordNumbers:
    """The words of a text in order, one entry a word in each array.

    `ids` are hashes of the folded words (uint64, the same on every machine, never 0), `starts` and `ends` their places in the
    untouched text, `sizes` how much of a word they are: less than 1 for a character of a script without spaces.
    """

    ids: NDArray[np.uint64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    sizes: NDArray[np.float64]


def numbered(text: str) -> WordNumbers:
    """The words of a text; characters of scripts without spaces stand each for itself."""
    codes, origin = _folded(text)
    letters = _letters(codes)
    inside = letters.copy()
    inner = np.flatnonzero(letters[:-2] & letters[2:] & _marks(codes[1:-1])) + 1
    inside[inner] = True
    wide, narrow = _among(codes, WIDE) & letters, _among(codes, NARROW) & letters
    alone = wide | narrow
    inside[inner[alone[inner - 1] | alone[inner + 1]]] = False
    before = np.concatenate([[False], inside[:-1]])
    after_alone = np.concatenate([[False], alone[:-1]])
    first = np.flatnonzero(inside & (~before | alone | after_alone))
    if not len(first):
        return WordNumbers(np.empty(0, np.uint64), *(np.empty(0, np.int64),) * 2, np.empty(0, np.float64))
    ends_run = np.flatnonzero(inside & ~np.concatenate([inside[1:], [False]])) + 1
    run_end = ends_run[np.searchsorted(ends_run, first, side="right")]
    end = np.minimum(run_end, np.append(first[1:], len(codes)))
    sizes = np.where(wide[first], WIDE_SIZE, np.where(narrow[first], NARROW_SIZE, 1.0))
    return WordNumbers(_hashed(codes, first, end), origin[first], origin[end - 1] + 1, sizes)


def _folded(text: str) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The code points of the folded text, and the place in the untouched text from which each came.

    Runs of white space are left as they are, for they part words as one space does.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.int32)
    if len(codes) and codes.max() < KNOWN:
        found = _table()[codes]
        if not (found == SEVERAL).any():
            kept = np.flatnonzero(found != GONE)
            return found[kept], kept
    folded = fold(text)
    return (
        np.frombuffer(folded.text.encode("utf-32-le", "surrogatepass"), np.int32),
        np.fromiter(folded.origin, np.int64, len(folded.origin))[:-1],
    )


@cache
def _table() -> NDArray[np.int32]:
    """For each known character what it is folded to. An ellipsis parts words, whether as one character or as three."""
    return np.array([_one(chr(code)) for code in range(KNOWN)], np.int32)


def _one(character: str) -> int:
    folded = fold_character(character)
    if len(folded) == 1:
        return ord(folded)
    if not folded:
        return GONE
    return SPACE if ALIKE.get(character) == "..." else SEVERAL


@cache
def _letter_table() -> NDArray[np.bool_]:
    return np.array([LETTER.match(chr(code)) is not None for code in range(KNOWN)], np.bool_)


def _letters(codes: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which characters are letters or digits."""
    known = codes < KNOWN
    if known.all():
        return np.asarray(_letter_table()[codes])
    letters = np.zeros(len(codes), np.bool_)
    letters[known] = _letter_table()[codes[known]]
    others, place = np.unique(codes[~known], return_inverse=True)
    letters[~known] = np.array([LETTER.match(chr(code)) is not None for code in others.tolist()], np.bool_)[place]
    return letters


def _marks(codes: NDArray[np.int32]) -> NDArray[np.bool_]:
    found = np.zeros(len(codes), np.bool_)
    for mark in MARKS:
        found |= codes == ord(mark)
    return found


def _among(codes: NDArray[np.int32], ranges: tuple[tuple[int, int], ...]) -> NDArray[np.bool_]:
    among = np.zeros(len(codes), np.bool_)
    if len(codes) and codes.max() >= min(low for low, _ in ranges):
        for low, high in ranges:
            among |= (codes >= low) & (codes <= high)
    return among


def _hashed(codes: NDArray[np.int32], first: NDArray[np.int64], end: NDArray[np.int64]) -> NDArray[np.uint64]:
    """A hash of the characters from each `first` to its `end`: a polynomial of their mixed codes, mixed again, modulo 2^64.

    Taken from sums over the whole text: those up to a word's end less those up to its start, and as the factor is odd, what the
    word's place has multiplied them by is undone by the powers of its inverse.
    """
    hashes = np.empty(len(first), np.uint64)
    # Cut between words, so that a text of megabytes needs no more memory than a page.
    cuts = np.searchsorted(end, np.arange(AT_A_TIME, len(codes) + AT_A_TIME, AT_A_TIME), side="right")
    for start, stop in pairwise(np.unique([0, *cuts.tolist(), len(first)]).tolist()):
        begin = int(first[start])
        hashes[start:stop] = _sums(codes[begin : int(end[stop - 1])], first[start:stop] - begin, end[start:stop] - begin)
    hashes = (hashes ^ (hashes >> np.uint64(32))) * MIX
    hashes ^= hashes >> np.uint64(29)
    return np.asarray(np.maximum(hashes, np.uint64(1)), np.uint64)


def _sums(codes: NDArray[np.int32], first: NDArray[np.int64], end: NDArray[np.int64]) -> NDArray[np.uint64]:
    mixed = codes.astype(np.uint64)
    mixed *= MIX
    mixed ^= mixed >> np.uint64(29)
    mixed *= _powers(FACTOR, len(codes))
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(mixed, dtype=np.uint64)])
    return np.asarray((sums[end] - sums[first]) * _powers(INVERSE, len(codes))[first])


def _powers(factor: int, count: int) -> NDArray[np.uint64]:
    """The first `count` powers of an odd number, modulo 2^64."""
    return _many_powers(factor, 1 << max(12, count.bit_length()))[:count]


@lru_cache(maxsize=16)
def _many_powers(factor: int, count: int) -> NDArray[np.uint64]:
    factors = np.full(count, factor, np.uint64)
    factors[0] = 1
    powers: NDArray[np.uint64] = np.multiply.accumulate(factors)
    return powers

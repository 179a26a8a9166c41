"""The words of a document's body as numbers, and hashes of every few of them in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from sayso.documents import Role
from sayso.findings import Reading
from sayso.folding import WORD, fold
from sayso.spans import Span

OWN_WORDS = (Role.HEADLINE, Role.BODY)
BREAK = 0
"""The id that stands where words were left out (a caption, a promotion): it equals nothing, and no passage reaches across it."""

MOST_OF_IT = 0.5
"""Text that is common, or an outlet's own, ties two documents only when it is this share of the shorter one's shingles."""

WIDE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"  # Chinese and Japanese
UNSPACED = f"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff{WIDE}"  # and Thai, Lao, Burmese, Khmer
CHARACTER = re.compile(f"[{UNSPACED}]|[^{UNSPACED}]+")
WIDE_SIZE, NARROW_SIZE = 0.5, 0.25  # a word is about two characters of the first, four of the others


@dataclass(frozen=True, slots=True)
class Wording:
    """The folded words of a document's headline and body in order, one entry a word in each array.

    `ids` are hashes of the words (uint64), `starts` and `ends` their places in the untouched text, `quoted` whether they stand
    inside quotation marks, `sizes` how much of a word they are: less than 1 for a character of a script without spaces.
    `shingles` are the distinct hashes of every `length` words in a row, sorted, `first` the word where each begins first, and
    `house` whether the outlet prints it again and again.
    """

    document: str
    outlet: str | None
    ids: NDArray[np.uint64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    quoted: NDArray[np.bool_]
    sizes: NDArray[np.float64]
    shingles: NDArray[np.uint64]
    first: NDArray[np.int64]
    length: int
    house: NDArray[np.bool_]

    def span(self, first: int, last: int) -> Span:
        """The untouched text from one word to another, both included."""
        return Span(int(self.starts[first]), int(self.ends[last]))

    def in_house(self) -> NDArray[np.bool_]:
        """For each word whether it stands in house text of the outlet."""
        inside = np.zeros(len(self.ids), np.bool_)
        for offset in range(self.length):
            inside[self.first[self.house] + offset] = True
        return inside


@lru_cache(maxsize=1 << 17)
def word_id(word: str) -> int:
    """A number for a word: the same in every run, never `BREAK`."""
    return int.from_bytes(blake2b(word.encode("utf8", "surrogatepass"), digest_size=8).digest(), "little") or 1


def wording(reading: Reading, shingle_words: int) -> Wording:
    """The words of the reading's own text; those of captions, credits, promotions and chrome are left out and leave a break."""
    found = list(_words(reading.text))
    starts = np.array([start for _, start, _, _ in found], np.int64)
    ends = np.array([end for _, _, end, _ in found], np.int64)
    ids = np.array([number for number, _, _, _ in found], np.uint64)
    sizes = np.array([size for _, _, _, size in found], np.float64)
    own = _inside(starts, [block.span for block in reading.profile.blocks_of(*OWN_WORDS)])
    quoted = _inside(starts, [quotation.outer for quotation in reading.annotation.quotations])
    ids[~own], sizes[~own] = BREAK, 0.0
    kept = own.copy()
    kept[1:] |= own[:-1]  # of the words left out in a row, the first stays as their break
    ids, starts, ends, quoted, sizes = ids[kept], starts[kept], ends[kept], quoted[kept], sizes[kept]
    shingles, first = _shingles(ids, shingle_words)
    house = np.zeros(len(shingles), np.bool_)
    return Wording(reading.id, reading.profile.outlet, ids, starts, ends, quoted, sizes, shingles, first, shingle_words, house)


def _words(text: str) -> Iterator[tuple[int, int, int, float]]:
    folded = fold(text)
    origin, plain = folded.origin, folded.text.isascii()
    for match in WORD.finditer(folded.text):
        if plain or match[0].isascii():
            yield word_id(match[0]), origin[match.start()], origin[match.end() - 1] + 1, 1.0
            continue
        for part in CHARACTER.finditer(match[0]):
            start, end = match.start() + part.start(), match.start() + part.end()
            yield word_id(part[0]), origin[start], origin[end - 1] + 1, _size(part[0])


def _size(part: str) -> float:
    if not re.match(f"[{UNSPACED}]", part):
        return 1.0
    return WIDE_SIZE if re.match(f"[{WIDE}]", part) else NARROW_SIZE


def _inside(starts: NDArray[np.int64], spans: list[Span]) -> NDArray[np.bool_]:
    inside = np.zeros(len(starts), np.bool_)
    for span in spans:
        inside[np.searchsorted(starts, span.start) : np.searchsorted(starts, span.end)] = True
    return inside


def _shingles(ids: NDArray[np.uint64], length: int) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    count = len(ids) - length + 1
    if count <= 0:
        return np.empty(0, np.uint64), np.empty(0, np.int64)
    hashes = np.zeros(count, np.uint64)
    whole = np.ones(count, np.bool_)
    for place in range(length):
        these = ids[place : place + count]
        hashes = (hashes ^ these) * np.uint64(0x9E3779B97F4A7C15)  # multiplication wraps at 64 bits and keeps the order of words
        hashes ^= hashes >> np.uint64(32)
        whole &= these != BREAK
    shingles, at = np.unique(hashes[whole], return_index=True)
    return shingles, np.flatnonzero(whole)[at]

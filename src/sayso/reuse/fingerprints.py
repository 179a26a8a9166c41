"""The words of a document's body as numbers, and hashes of every few of them in a row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.documents import Role
from sayso.findings import Reading
from sayso.reuse.wordnumbers import numbered
from sayso.spans import Span

OWN_WORDS = (Role.HEADLINE, Role.BODY)
BREAK = 0
"""The id that stands where words were left out (a caption, a promotion): it equals nothing, and no passage reaches across it."""

MOST_OF_IT = 0.5
"""Text that is common, or an outlet's own, ties two documents only when it is this share of the shorter one's shingles."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The folded words of a document's headline and body in order, one entry a word in each array.

    `ids` are hashes of the words (uint64), `starts` and `ends` their places in the untouched text, `quoted` whether they stand
    inside quotation marks, `sizes` how much of a word they are: less than 1 for a character of a script without spaces.
    `shingles` are the distinct hashes of every `length` words in a row, sorted, `first` the word where each begins first, and
    `house` whether the outlet prints it again and again. There are `distinct` of them; `holders.in_common` keeps those alone that
    another document has too.
    """

    document: str
    outlet: str | None
    ids: NDArray[np.uint64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    quoted: NDArray[np.bool_]
    sizes: NDArray[np.float32]
    shingles: NDArray[np.unsignedinteger]
    first: NDArray[np.int32]
    length: int
    house: NDArray[np.bool_]
    distinct: int

    def span(self, first: int, last: int) -> Span:
        """The untouched text from one word to another, both included."""
        return Span(int(self.starts[first]), int(self.ends[last]))

    def in_house(self) -> NDArray[np.bool_]:
        """For each word whether it stands in house text of the outlet."""
        inside = np.zeros(len(self.ids), np.bool_)
        for offset in range(self.length):
            inside[self.first[self.house] + offset] = True
        return inside


def wording(reading: Reading, shingle_words: int) -> Wording:
    """The words of the reading's own text; those of captions, credits, promotions and chrome are left out and leave a break."""
    found = numbered(reading.text)
    ids, starts, ends, sizes = found.ids, found.starts, found.ends, found.sizes
    own = _inside(starts, [block.span for block in reading.profile.blocks_of(*OWN_WORDS)])
    quoted = _inside(starts, [quotation.outer for quotation in reading.annotation.quotations])
    ids, sizes = np.where(own, ids, np.uint64(BREAK)), np.where(own, sizes, 0.0)
    kept = own.copy()
    kept[1:] |= own[:-1]  # of the words left out in a row, the first stays as their break
    ids, starts, ends, quoted, sizes = ids[kept], starts[kept], ends[kept], quoted[kept], sizes[kept]
    shingles, first = _shingles(ids, shingle_words)
    house = np.zeros(len(shingles), np.bool_)
    return Wording(
        reading.id,
        reading.profile.outlet,
        ids,
        starts.astype(np.int32),
        ends.astype(np.int32),
        quoted,
        sizes.astype(np.float32),
        shingles,
        first,
        shingle_words,
        house,
        len(shingles),
    )


def _inside(starts: NDArray[np.int64], spans: list[Span]) -> NDArray[np.bool_]:
    edges = np.array([(span.start, span.end) for span in spans], np.int64).reshape(-1, 2)
    first, end = np.searchsorted(starts, edges.T)
    steps = np.bincount(first, minlength=len(starts) + 1) - np.bincount(end, minlength=len(starts) + 1)
    return np.asarray(np.cumsum(steps)[:-1] > 0)


def _shingles(ids: NDArray[np.uint64], length: int) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    count = len(ids) - length + 1
    if count <= 0:
        return np.empty(0, np.uint64), np.empty(0, np.int32)
    hashes = np.zeros(count, np.uint64)
    whole = np.ones(count, np.bool_)
    for place in range(length):
        these = ids[place : place + count]
        hashes = (hashes ^ these) * np.uint64(0x9E3779B97F4A7C15)  # multiplication wraps at 64 bits and keeps the order of words
        hashes ^= hashes >> np.uint64(32)
        whole &= these != BREAK
    shingles, at = np.unique(hashes[whole], return_index=True)
    return shingles, np.flatnonzero(whole)[at].astype(np.int32)

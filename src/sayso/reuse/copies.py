"""Near-duplicates: documents that hold nearly the same shingles, found without laying any two beside each other.

The resemblance of two documents is the share of shingles that they have in common (Broder 1997). Within one shingle, a document is
linked with the one before it in time and with the earliest alone, so that ten thousand copies give twenty thousand links and not
fifty million: copies of one text mostly resemble it, or the one that they were made from, more than each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from sayso.reuse.counting import counted, together
from sayso.reuse.fingerprints import Wording
from sayso.reuse.holders import Holders

NEARLY_ALL = 0.8
"""The share of the longer one's shingles that a copy has: an edit in every fifth sentence leaves that much."""
EACH_WITH_EACH = 8
"""Copies of one text that are laid each beside each; of more, each beside the earliest only."""
MANY_PAIRS = 10_000
"""In a pile so full of copies that these would be more pairs than this, and than one for four documents, of fewer."""


def copies(holding: Holders, wordings: Sequence[Wording], order: Sequence[int]) -> NDArray[np.int64]:
    """For each document the earliest of those that are nearly the same, itself where there is none; `order` lists all documents by
    publication.
    """
    rank = np.argsort(np.array(order, np.int64))
    first = np.arange(len(wordings))
    pairs, shared = together([counted(_links(part, len(wordings))) for part in holding.parts()])
    sizes = np.array([wording.distinct for wording in wordings], np.int64)
    earlier, later = pairs // max(1, len(wordings)), pairs % max(1, len(wordings))
    for place in np.flatnonzero(shared >= NEARLY_ALL * np.maximum(sizes[earlier], sizes[later])).tolist():
        roots = _root(first, int(earlier[place])), _root(first, int(later[place]))
        one, other = sorted(roots, key=lambda at: int(rank[at]))
        first[other] = one
    return np.array([_root(first, at) for at in range(len(wordings))], np.int64)


def _links(holding: Holders, total: int) -> NDArray[np.int64]:
    """One entry a shingle and link: the pair as one number, the earlier first."""
    place = np.arange(len(holding.owners)) - np.repeat(holding.begins, holding.counts)
    second, later = np.flatnonzero(place >= 1), np.flatnonzero(place >= 2)
    before = np.concatenate([second - 1, later - place[later]])
    after = np.concatenate([second, later])
    return np.asarray(holding.owners[before].astype(np.int64) * total + holding.owners[after])


def _root(first: NDArray[np.int64], at: int) -> int:
    while first[at] != at:
        first[at] = first[first[at]]
        at = int(first[at])
    return at


def few_of(first: NDArray[np.int64]) -> int:
    """How many copies of one text are few enough in this pile to be laid each beside each."""
    sizes = np.bincount(first)
    return _fewest(sizes, sizes * (sizes - 1) // 2, EACH_WITH_EACH, len(first))


def few_between(first: NDArray[np.int64], pairs: NDArray[np.int64]) -> int:
    """The most pairs of copies, one of either text, that two texts may have for all of these to be laid beside each other.

    `pairs` are those of documents that share words, each as one number.
    """
    sizes = np.bincount(first, minlength=len(first))[first]
    several = sizes[pairs // len(first)] * sizes[pairs % len(first)] if len(pairs) else pairs
    return _fewest(several, several, EACH_WITH_EACH**2, len(first))


def _fewest(sizes: NDArray[np.int64], pairs: NDArray[np.int64], most: int, documents: int) -> int:
    """The largest size up to `most` up to which there are not too many pairs."""
    enough = max(MANY_PAIRS, documents // 4)
    return next(size for size in range(most, -1, -1) if size <= 1 or pairs[(sizes > 1) & (sizes <= size)].sum() <= enough)


def one_of_many(first: NDArray[np.int64], few: int) -> NDArray[np.bool_]:
    """Which documents are later copies of a text that has more than a few, so that the earliest stands for them."""
    return np.asarray((np.bincount(first, minlength=len(first))[first] > few) & (first != np.arange(len(first))))


def within(first: NDArray[np.int64], few: int) -> set[tuple[int, int]]:
    """The pairs of copies that are worth laying beside each other, the smaller place first."""
    members: dict[int, list[int]] = {}
    for at, earliest in enumerate(first.tolist()):
        members.setdefault(earliest, []).append(at)
    found: set[tuple[int, int]] = set()
    for earliest, group in members.items():
        if len(group) <= few:
            found.update(combinations(group, 2))
        else:
            found.update((min(at, earliest), max(at, earliest)) for at in group if at != earliest)
    return found

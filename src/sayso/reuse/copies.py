"""Near-duplicates: documents that hold nearly the same shingles, found without laying any two beside each other.

The resemblance of two documents is the share of shingles that they have in common (Broder 1997). Within one shingle, only documents
that follow one another in time are linked, so that ten thousand copies give ten thousand links and not fifty million.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from sayso.reuse.fingerprints import Wording
from sayso.reuse.holders import Holders

NEARLY_ALL = 0.8
"""The share of the longer one's shingles that a copy has: an edit in every fifth sentence leaves that much."""
EACH_WITH_EACH = 8
"""Copies of one text that are laid each beside each; of more, each beside the earliest only."""


def copies(holding: Holders, wordings: Sequence[Wording]) -> NDArray[np.int64]:
    """For each document the earliest of those that are nearly the same, itself where there is none."""
    first = np.arange(len(wordings))
    linked = np.ones(len(holding.owners), np.bool_)
    linked[holding.begins] = False
    after = np.flatnonzero(linked)
    before = holding.owners[after - 1].astype(np.int64)
    pairs, shared = np.unique(before * len(wordings) + holding.owners[after], return_counts=True)
    sizes = np.array([wording.distinct for wording in wordings], np.int64)
    earlier, later = pairs // max(1, len(wordings)), pairs % max(1, len(wordings))
    for place in np.flatnonzero(shared >= NEARLY_ALL * np.maximum(sizes[earlier], sizes[later])).tolist():
        one, other = _root(first, int(earlier[place])), _root(first, int(later[place]))
        first[other] = one
    return np.array([_root(first, at) for at in range(len(wordings))], np.int64)


def _root(first: NDArray[np.int64], at: int) -> int:
    while first[at] != at:
        first[at] = first[first[at]]
        at = int(first[at])
    return at


def one_of_many(first: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which documents are later copies of a text that has so many that the earliest stands for them."""
    return np.asarray((np.bincount(first, minlength=len(first))[first] > EACH_WITH_EACH) & (first != np.arange(len(first))))


def within(first: NDArray[np.int64]) -> set[tuple[int, int]]:
    """The pairs of copies that are worth laying beside each other, the smaller place first."""
    members: dict[int, list[int]] = {}
    for at, earliest in enumerate(first.tolist()):
        members.setdefault(earliest, []).append(at)
    found: set[tuple[int, int]] = set()
    for earliest, group in members.items():
        if len(group) <= EACH_WITH_EACH:
            found.update(combinations(group, 2))
        else:
            found.update((min(at, earliest), max(at, earliest)) for at in group if at != earliest)
    return found

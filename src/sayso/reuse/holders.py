"""All shingles of a pile with the documents that hold them: the one large table from which copies and pairs are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.reuse.fingerprints import Wording

AT_A_TIME = 1 << 20
"""Entries in a part: what is made of them takes some hundred megabytes."""
ENTRIES = 31
"""Bits of the number of an entry, or of a group of them."""


@dataclass(frozen=True, slots=True)
class Holders:
    """One entry a shingle and document, sorted by shingle, within one shingle in order of publication.

    `owners` are the places of the documents in the pile (int32), `places` the word at which the shingle first begins there (int32),
    `house` whether it is house text there. `begins` are the entries at which a shingle's own begin, `counts` how many it has.
    """

    owners: NDArray[np.int32]
    places: NDArray[np.int32]
    house: NDArray[np.bool_]
    begins: NDArray[np.int64]
    counts: NDArray[np.int64]

    def shingles(self) -> NDArray[np.int64]:
        """For each entry the number of its shingle."""
        return np.repeat(np.arange(len(self.begins)), self.counts)

    def parts(self) -> Iterator[Holders]:
        """The same a part at a time, whole shingles in each, for work that would take as much memory again as all of them."""
        cuts = np.searchsorted(self.begins, np.arange(0, len(self.owners) + AT_A_TIME, AT_A_TIME)).tolist()
        edges = np.append(self.begins, len(self.owners)).tolist()
        for start, end in pairwise(cuts):
            own = slice(edges[start], edges[end])
            yield Holders(
                self.owners[own], self.places[own], self.house[own], self.begins[start:end] - edges[start], self.counts[start:end]
            )

    def kept(self, which: NDArray[np.bool_]) -> Holders:
        """The same with some entries only."""
        shingle = self.shingles()[which]
        begins = np.flatnonzero(np.diff(shingle, prepend=-1))
        return Holders(self.owners[which], self.places[which], self.house[which], begins, np.diff(np.append(begins, len(shingle))))


def holders(wordings: Sequence[Wording], order: Sequence[int]) -> Holders:
    """The shingles of all documents that more than one holds; `order` lists the documents by publication."""
    owners = np.repeat(np.array(order, np.int32), [len(wordings[at].shingles) for at in order])
    hashes = np.concatenate([wordings[at].shingles for at in order])
    places = np.concatenate([wordings[at].first for at in order])
    house = np.concatenate([wordings[at].house for at in order])
    by_hash = np.argsort(hashes)
    hashes = hashes[by_hash]
    shared = np.zeros(len(hashes), np.bool_)
    same = hashes[1:] == hashes[:-1]
    shared[1:] |= same
    shared[:-1] |= same
    by_hash, hashes = by_hash[shared], hashes[shared]
    begins = np.flatnonzero(np.diff(hashes, prepend=~hashes[:1]) != 0)
    counts = np.diff(np.append(begins, len(hashes)))
    # Within one shingle, documents stay in order of publication; a stable sort of all hashes would take three times as long.
    by_hash = in_groups(np.repeat(np.arange(len(begins)), counts), by_hash)
    return Holders(owners[by_hash], places[by_hash], house[by_hash], begins, counts)


def in_groups(groups: NDArray[np.int64], entries: NDArray[np.int64]) -> NDArray[np.int64]:
    """The entries sorted by their groups, within a group rising. Both as one number: ten times as fast as sorting by two keys."""
    return np.asarray(np.sort(groups << ENTRIES | entries) & ((1 << ENTRIES) - 1))


def in_common(wordings: Sequence[Wording], holding: Holders) -> list[Wording]:
    """The wordings with those of their shingles alone that another document has too, as numbers of the pile instead of hashes.

    Comparing two documents needs no others, and mostly they are few.
    """
    order = in_groups(holding.owners.astype(np.int64), np.arange(len(holding.owners)))
    ends = np.cumsum(np.bincount(holding.owners, minlength=len(wordings)))
    shingles, places, house = holding.shingles().astype(np.uint32)[order], holding.places[order], holding.house[order]
    own = [slice(start, end) for start, end in zip([0, *ends.tolist()], ends.tolist(), strict=False)]
    return [
        replace(wording, shingles=shingles[part].copy(), first=places[part].copy(), house=house[part].copy())
        for wording, part in zip(wordings, own, strict=True)
    ]

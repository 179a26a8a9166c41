"""All shingles of a pile with the documents that hold them: the one large table from which copies and pairs are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sayso.reuse.fingerprints import Wording


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

    def kept(self, which: NDArray[np.bool_]) -> Holders:
        """The same with some entries only."""
        shingle = self.shingles()[which]
        begins = np.flatnonzero(np.diff(shingle, prepend=-1))
        return Holders(
            self.owners[which], self.places[which], self.house[which], begins, np.diff(np.append(begins, len(shingle)))
        )


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
    by_hash = by_hash[np.lexsort((by_hash, np.repeat(np.arange(len(begins)), counts)))]
    return Holders(owners[by_hash], places[by_hash], house[by_hash], begins, counts)


def in_common(wordings: Sequence[Wording], holding: Holders) -> list[Wording]:
    """The wordings with those of their shingles alone that another document has too, as numbers of the pile instead of hashes.

    Comparing two documents needs no others, and mostly they are few.
    """
    order = np.argsort(holding.owners, kind="stable")  # within one document, shingles stay sorted
    ends = np.cumsum(np.bincount(holding.owners, minlength=len(wordings)))
    shingles, places, house = holding.shingles()[order].astype(np.uint64), holding.places[order], holding.house[order]
    own = [slice(start, end) for start, end in zip([0, *ends.tolist()], ends.tolist(), strict=False)]
    return [
        replace(wording, shingles=shingles[part].copy(), first=places[part].copy(), house=house[part].copy())
        for wording, part in zip(wordings, own, strict=True)
    ]

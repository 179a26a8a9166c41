"""All shingles of a pile with the documents that hold them: the one large table from which copies and pairs are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.reuse.fingerprints import Wording


@dataclass(frozen=True, slots=True)
class Holders:
    """One entry a shingle and document, sorted by shingle, within one shingle in order of publication.

    `owners` are the places of the documents in the pile (int64), `places` the word at which the shingle first begins there (int64),
    `house` whether it is house text there. `begins` are the entries at which a shingle's own begin, `counts` how many it has.
    """

    owners: NDArray[np.int64]
    places: NDArray[np.int64]
    house: NDArray[np.bool_]
    begins: NDArray[np.int64]
    counts: NDArray[np.int64]

    def kept(self, which: NDArray[np.bool_]) -> Holders:
        """The same with some entries only."""
        shingle = np.repeat(np.arange(len(self.begins)), self.counts)[which]
        begins = np.flatnonzero(np.diff(shingle, prepend=-1))
        return Holders(
            self.owners[which], self.places[which], self.house[which], begins, np.diff(np.append(begins, len(shingle)))
        )


def holders(wordings: Sequence[Wording], order: Sequence[int]) -> Holders:
    """The shingles of all documents that more than one holds; `order` lists the documents by publication."""
    owners = np.concatenate([np.full(len(wordings[at].shingles), at, np.int64) for at in order])
    hashes = np.concatenate([wordings[at].shingles for at in order])
    places = np.concatenate([wordings[at].first for at in order])
    house = np.concatenate([wordings[at].house for at in order])
    by_hash = np.argsort(hashes, kind="stable")  # stable: within one shingle, documents stay in order of publication
    hashes = hashes[by_hash]
    shared = np.zeros(len(hashes), np.bool_)
    same = hashes[1:] == hashes[:-1]
    shared[1:] |= same
    shared[:-1] |= same
    by_hash, hashes = by_hash[shared], hashes[shared]
    begins = np.flatnonzero(np.diff(hashes, prepend=~hashes[:1]) != 0)
    return Holders(owners[by_hash], places[by_hash], house[by_hash], begins, np.diff(np.append(begins, len(hashes))))

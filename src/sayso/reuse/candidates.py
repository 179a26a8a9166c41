"""Which pairs of documents are worth laying beside each other, found without laying all beside all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.config import ReuseSettings
from sayso.dates import Days
from sayso.reuse.fingerprints import MOST_OF_IT, Wording

Pairs = list[tuple[int, int]]
"""Places in the sequence of documents, the smaller first, sorted."""

BLOCK = 1024


def sharing_words(wordings: Sequence[Wording], order: Sequence[int], settings: ReuseSettings) -> Pairs:
    """Pairs that share enough shingles; `order` lists all documents by publication.

    What very many documents hold is boilerplate, a stock phrase or a text carried everywhere: it pairs its documents with the
    earliest only. That, and an outlet's house text between two documents of the outlet, counts only when it is most of a document:
    copies stay tied, footers do not.
    """
    if not wordings:
        return []
    numbers = {outlet: number for number, outlet in enumerate(sorted({w.outlet for w in wordings if w.outlet}))}
    outlet_of = np.array([numbers[w.outlet] if w.outlet else -1 - at for at, w in enumerate(wordings)], np.int64)
    owners = np.concatenate([np.full(len(wordings[at].shingles), at, np.int64) for at in order])
    hashes = np.concatenate([wordings[at].shingles for at in order])
    in_house = np.concatenate([wordings[at].house for at in order])
    by_hash = np.argsort(hashes, kind="stable")  # stable: within one shingle, documents stay in order of publication
    hashes, owners, in_house = hashes[by_hash], owners[by_hash], in_house[by_hash]
    begins = np.flatnonzero(np.diff(hashes, prepend=~hashes[:1]) != 0)
    holders = np.diff(np.append(begins, len(hashes)))

    total, telling, common = len(wordings), [], []
    for count in range(2, settings.common_shingle + 1):
        places = begins[holders == count][:, None] + np.arange(count)
        left, right = (places[:, side].ravel() for side in np.triu_indices(count, 1))
        pairs = np.minimum(owners[left], owners[right]) * total + np.maximum(owners[left], owners[right])
        housed = in_house[left] & (outlet_of[owners[left]] == outlet_of[owners[right]])
        telling.append(pairs[~housed])
        common.append(pairs[housed])
    for begin, count in zip(begins.tolist(), holders.tolist(), strict=True):
        if count > settings.common_shingle:
            first, others = owners[begin], owners[begin + 1 : begin + count]
            common.append(np.minimum(others, first) * total + np.maximum(others, first))
    return sorted(_enough(telling, common, wordings, settings))


def _enough(
    telling: list[NDArray[np.int64]], common: list[NDArray[np.int64]], wordings: Sequence[Wording], settings: ReuseSettings
) -> set[tuple[int, int]]:
    found = {divmod(pair, len(wordings)) for pair, shared in _counted(telling) if shared >= settings.shared_shingles}
    for pair, shared in _counted([*telling, *common]):
        a, b = divmod(pair, len(wordings))
        if shared >= max(settings.shared_shingles, MOST_OF_IT * min(len(wordings[a].shingles), len(wordings[b].shingles))):
            found.add((a, b))
    return found


def _counted(pairs: list[NDArray[np.int64]]) -> list[tuple[int, int]]:
    keys, counts = np.unique(np.concatenate([np.empty(0, np.int64), *pairs]), return_counts=True)
    return list(zip(keys.tolist(), counts.tolist(), strict=True))


def near_in_meaning(means: NDArray[np.float32], dates: Sequence[Days | None], settings: ReuseSettings) -> Pairs:
    """Pairs whose mean vectors (unit rows, zero where there is none) are near, and whose dates allow one to copy the other.

    Each document keeps its nearest few. Documents of unknown date are compared with all.
    """
    first = np.array([d.first if d else -(10**7) for d in dates], np.int64)
    last = np.array([d.last if d else 10**7 for d in dates], np.int64)
    found: set[tuple[int, int]] = set()
    for start in range(0, len(means), BLOCK):
        rows = slice(start, start + BLOCK)
        near = np.round(means[rows] @ means.T, 4)
        apart = np.maximum(first[rows, None] - last[None, :], first[None, :] - last[rows, None])
        near[apart > settings.window_days] = -1.0
        near[np.arange(near.shape[0]), np.arange(start, start + near.shape[0])] = -1.0
        nearest = np.argsort(-near, axis=1, kind="stable")[:, : settings.near_documents]
        for row, places in enumerate(nearest.tolist()):
            here = start + row
            found.update((min(here, there), max(here, there)) for there in places if near[row, there] >= settings.near)
    return sorted(found)

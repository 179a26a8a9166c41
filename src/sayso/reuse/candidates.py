"""Which pairs of documents are worth laying beside each other, found without laying all beside all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.config import ReuseSettings
from sayso.dates import Days
from sayso.reuse.copies import EACH_WITH_EACH, copies, within
from sayso.reuse.fingerprints import MOST_OF_IT, Wording
from sayso.reuse.holders import Holders, holders

Pairs = list[tuple[int, int]]
"""Places in the sequence of documents, the smaller first, sorted."""

BLOCK = 1024
BAND = 16
"""Words by which the two sides of a passage may drift apart through what was added or left out."""
RARE = 4
"""Documents that hold a run of words which is no stock phrase."""
WIDEST = 1 << 22
"""More than there are bands in the longest document."""


def sharing_words(wordings: Sequence[Wording], order: Sequence[int], settings: ReuseSettings) -> Pairs:
    """Pairs that share enough shingles at one place; `order` lists all documents by publication.

    Copies of one text are told first and count as one for what follows, so that the text most copied is not lost among what is
    common. What very many texts hold is boilerplate or a stock phrase: it pairs its documents with the earliest only. That, and an
    outlet's house text between two documents of the outlet, counts only when it is most of a document: copies stay tied, footers
    do not.
    """
    if not wordings:
        return []
    holding = holders(wordings, order)
    first = copies(holding, wordings)
    few = _one_of_each_text(holding, first, settings.common_shingle)
    telling, common = _meetings(few, wordings, settings.common_shingle)
    found = {
        *_at_one_place(telling, settings.shared_shingles),
        *_at_one_place(telling.rare(), settings.rare_shingles),
        *_most_of_it(telling, common, wordings, settings),
    }
    return sorted(within(first) | set(_with_copies(found, first)))


def _one_of_each_text(holding: Holders, first: NDArray[np.int64], most: int) -> Holders:
    """The holders, of many copies of one text only the earliest that holds the shingle."""
    texts = first[holding.owners]
    shingle = np.repeat(np.arange(len(holding.begins)), holding.counts)
    order = np.lexsort((np.arange(len(texts)), texts, shingle))
    again = np.zeros(len(texts), np.bool_)
    same = (np.diff(shingle[order]) == 0) & (np.diff(texts[order]) == 0)
    again[order[1:][same]] = True
    crowded = np.repeat(holding.counts > most, holding.counts)
    return holding.kept(~(again & crowded))


@dataclass(frozen=True, slots=True)
class Meetings:
    """Where two documents hold the same shingle, one entry each: the pair as one number, how far one's words lie behind the other's
    there, so that a passage's shingles stand all at about the same distance, and how many documents hold the shingle.
    """

    pairs: NDArray[np.int64]
    apart: NDArray[np.int64]
    holders: NDArray[np.int64]

    def rare(self) -> Meetings:
        """Those over shingles that hardly any document holds."""
        few = self.holders <= RARE
        return Meetings(self.pairs[few], self.apart[few], self.holders[few])


def _meetings(holding: Holders, wordings: Sequence[Wording], most: int) -> tuple[Meetings, Meetings]:
    """The meetings that tell something, and those over what is common."""
    numbers = {outlet: number for number, outlet in enumerate(sorted({w.outlet for w in wordings if w.outlet}))}
    outlet_of = np.array([numbers[w.outlet] if w.outlet else -1 - at for at, w in enumerate(wordings)], np.int64)
    telling, common = [_NONE], [_NONE]
    for count in range(2, most + 1):
        entries = holding.begins[holding.counts == count][:, None] + np.arange(count)
        left, right = (entries[:, side].ravel() for side in np.triu_indices(count, 1))
        met = _met(holding, left, right, len(wordings), count)
        housed = holding.house[left] & (outlet_of[holding.owners[left]] == outlet_of[holding.owners[right]])
        telling.append(met[:, ~housed])
        common.append(met[:, housed])
    crowded = holding.counts > most
    others = np.repeat(crowded, holding.counts)
    others[holding.begins[crowded]] = False
    earliest = np.repeat(holding.begins, holding.counts)
    common.append(_met(holding, earliest[others], np.flatnonzero(others), len(wordings), most + 1))
    return Meetings(*np.concatenate(telling, axis=1)), Meetings(*np.concatenate(common, axis=1))


_NONE = np.empty((3, 0), np.int64)


def _met(holding: Holders, left: NDArray[np.int64], right: NDArray[np.int64], total: int, count: int) -> NDArray[np.int64]:
    turned = holding.owners[left] > holding.owners[right]
    left, right = np.where(turned, right, left), np.where(turned, left, right)
    pairs = holding.owners[left] * total + holding.owners[right]
    return np.stack([pairs, holding.places[left] - holding.places[right], np.full(len(pairs), count)])


def _at_one_place(met: Meetings, least: int) -> set[int]:
    """Pairs with enough meetings at about one distance. Bands overlap by half, so that no passage falls between two."""
    pairs = np.concatenate([met.pairs, met.pairs])
    bands = np.concatenate([met.apart // BAND * 2, (met.apart + BAND // 2) // BAND * 2 + 1])
    return {pair for pair, shared in _counted(pairs * WIDEST + bands + WIDEST // 2, WIDEST) if shared >= least}


def _most_of_it(telling: Meetings, common: Meetings, wordings: Sequence[Wording], settings: ReuseSettings) -> Iterator[int]:
    for pair, shared in _counted(np.concatenate([telling.pairs, common.pairs]), 1):
        a, b = divmod(pair, len(wordings))
        if shared >= max(settings.shared_shingles, MOST_OF_IT * min(len(wordings[a].shingles), len(wordings[b].shingles))):
            yield pair


def _counted(keys: NDArray[np.int64], parts: int) -> Iterator[tuple[int, int]]:
    """Each pair behind the keys, of which there are so many `parts` to a pair, with how often a key comes."""
    found, counts = np.unique(keys, return_counts=True)
    return zip((found // parts).tolist(), counts.tolist(), strict=True)


def _with_copies(found: set[int], first: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """The pairs, and with two texts of which there are a few copies those of their copies."""
    members: dict[int, list[int]] = {}
    for at, earliest in enumerate(first.tolist()):
        members.setdefault(earliest, []).append(at)
    for pair in found:
        a, b = divmod(pair, len(first))
        yield a, b
        one, other = members[int(first[a])], members[int(first[b])]
        if one is not other and len(one) * len(other) <= EACH_WITH_EACH**2:
            yield from ((min(x, y), max(x, y)) for x in one for y in other)


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

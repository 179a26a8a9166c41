"""Which pairs of documents are worth laying beside each other, found without laying all beside all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.config import ReuseSettings
from sayso.dates import Days
from sayso.reuse.copies import few_between, one_of_many, within
from sayso.reuse.counting import Counts, counted, together
from sayso.reuse.fingerprints import MOST_OF_IT, Wording
from sayso.reuse.holders import ENTRIES, Holders

Pairs = list[tuple[int, int]]
"""Places in the sequence of documents, the smaller first, sorted."""

BLOCK = 1024
BAND = 16
"""Words by which the two sides of a passage may drift apart through what was added or left out."""
RARE = 4
"""Documents that hold a run of words which is no stock phrase."""
FAR = 10**7
"""Days: the reach of a date that is not known."""
WIDEST = 1 << 22
"""More than there are bands in the longest document."""


def sharing_words(
    holding: Holders, first: NDArray[np.int64], few: int, wordings: Sequence[Wording], settings: ReuseSettings
) -> Pairs:
    """Pairs that share enough shingles at one place; `first` is for each document its text's earliest copy, and `few` copies of a
    text are laid each beside each (`copies`).

    Copies of one text count as one, so that the text most copied is not lost among what is common. What very many texts hold is
    boilerplate or a stock phrase: it pairs its documents with the earliest only. That, and an outlet's house text between two
    documents of the outlet, counts only when it is most of a document: copies stay tied, footers do not.
    """
    holding = _one_of_each_text(holding, first, one_of_many(first, few), settings.common_shingle)
    outlets = _outlets(wordings)
    placed, rare, shared = [], [], []
    for part in holding.parts():
        telling, common = _meetings(part, outlets, settings.common_shingle)
        placed.append(counted(telling.bands()))
        rare.append(counted(telling.rare().bands()))
        shared.append(counted(np.concatenate([telling.pairs, common.pairs])))
    found = np.unique(
        np.concatenate(
            [
                _at_one_place(together(placed), settings.shared_shingles),
                _at_one_place(together(rare), settings.rare_shingles),
                _most_of_it(together(shared), wordings, settings),
            ]
        )
    )
    return sorted(within(first, few) | set(_with_copies(found.tolist(), first, few_between(first, found))))


def _one_of_each_text(holding: Holders, first: NDArray[np.int64], many: NDArray[np.bool_], most: int) -> Holders:
    """The holders, of many copies of one text, and where more than `most` hold a shingle, only the earliest that holds it."""
    kept = [np.empty(0, np.bool_)]
    for part in holding.parts():
        texts = part.shingles() << ENTRIES | first[part.owners]
        order = np.argsort(texts, kind="stable")
        again = np.zeros(len(texts), np.bool_)
        again[order[1:][np.diff(texts[order]) == 0]] = True
        crowded = np.repeat(part.counts > most, part.counts)
        kept.append(~(again & (crowded | many[part.owners])))
    return holding.kept(np.concatenate(kept))


@dataclass(frozen=True, slots=True)
class Meetings:
    """Where two documents hold the same shingle, one entry each: the pair as one number, how far one's words lie behind the other's
    there, so that a passage's shingles stand all at about the same distance, and how many documents hold the shingle.
    """

    pairs: NDArray[np.int64]
    apart: NDArray[np.int64]
    holders: NDArray[np.int64]

    def bands(self) -> NDArray[np.int64]:
        """Each meeting's pair and distance as one number, and again half a band further: no passage falls between two."""
        bands = np.concatenate([self.apart // BAND * 2, (self.apart + BAND // 2) // BAND * 2 + 1])
        return np.asarray(np.concatenate([self.pairs, self.pairs]) * WIDEST + bands + WIDEST // 2)

    def rare(self) -> Meetings:
        """Those over shingles that hardly any document holds."""
        few = self.holders <= RARE
        return Meetings(self.pairs[few], self.apart[few], self.holders[few])


def _outlets(wordings: Sequence[Wording]) -> NDArray[np.int64]:
    """For each document the number of its outlet; one of its own where that is not known."""
    numbers = {outlet: number for number, outlet in enumerate(sorted({w.outlet for w in wordings if w.outlet}))}
    return np.array([numbers[w.outlet] if w.outlet else -1 - at for at, w in enumerate(wordings)], np.int64)


def _meetings(holding: Holders, outlets: NDArray[np.int64], most: int) -> tuple[Meetings, Meetings]:
    """The meetings that tell something, and those over what is common."""
    telling, common = [_NONE], [_NONE]
    for count in range(2, most + 1):
        entries = holding.begins[holding.counts == count][:, None] + np.arange(count)
        left, right = (entries[:, side].ravel() for side in np.triu_indices(count, 1))
        met = _met(holding, left, right, len(outlets), count)
        housed = holding.house[left] & (outlets[holding.owners[left]] == outlets[holding.owners[right]])
        telling.append(met[:, ~housed])
        common.append(met[:, housed])
    crowded = holding.counts > most
    others = np.repeat(crowded, holding.counts)
    others[holding.begins[crowded]] = False
    earliest = np.repeat(holding.begins, holding.counts)
    common.append(_met(holding, earliest[others], np.flatnonzero(others), len(outlets), most + 1))
    return Meetings(*np.concatenate(telling, axis=1)), Meetings(*np.concatenate(common, axis=1))


_NONE = np.empty((3, 0), np.int64)


def _met(holding: Holders, left: NDArray[np.int64], right: NDArray[np.int64], total: int, count: int) -> NDArray[np.int64]:
    turned = holding.owners[left] > holding.owners[right]
    left, right = np.where(turned, right, left), np.where(turned, left, right)
    pairs = holding.owners[left].astype(np.int64) * total + holding.owners[right]
    return np.stack([pairs, holding.places[left].astype(np.int64) - holding.places[right], np.full(len(pairs), count)])


def _at_one_place(bands: Counts, least: int) -> NDArray[np.int64]:
    """Pairs with enough meetings at about one distance."""
    found, shared = bands
    return np.asarray(found[shared >= least] // WIDEST)


def _most_of_it(meetings: Counts, wordings: Sequence[Wording], settings: ReuseSettings) -> NDArray[np.int64]:
    pairs, shared = meetings
    sizes = np.array([wording.distinct for wording in wordings], np.int64)
    shorter = np.minimum(sizes[pairs // len(sizes)], sizes[pairs % len(sizes)])
    return np.asarray(pairs[shared >= np.maximum(settings.shared_shingles, MOST_OF_IT * shorter)])


def _with_copies(found: Sequence[int], first: NDArray[np.int64], few: int) -> Iterator[tuple[int, int]]:
    """The pairs, and with two texts of which so few pairs of copies can be made these."""
    members: dict[int, list[int]] = {}
    for at, earliest in enumerate(first.tolist()):
        members.setdefault(earliest, []).append(at)
    for pair in found:
        a, b = divmod(pair, len(first))
        yield a, b
        one, other = members[int(first[a])], members[int(first[b])]
        if one is not other and len(one) * len(other) <= few:
            yield from ((min(x, y), max(x, y)) for x in one for y in other)


def near_in_meaning(
    means: NDArray[np.float32], texts: NDArray[np.int64], dates: Sequence[Days | None], settings: ReuseSettings
) -> Pairs:
    """Pairs whose mean vectors (unit rows, zero where there is none) are near, and whose dates allow one to copy the other.

    Each document keeps its nearest few, without copies of its own text: `texts` has one number for these. Documents of unknown date
    are compared with all.
    """
    first = np.array([d.first if d else -FAR for d in dates], np.int64)
    last = np.array([d.last if d else FAR for d in dates], np.int64)
    by_date = np.argsort(first, kind="stable")
    found: set[tuple[int, int]] = set()
    for start in range(0, len(means), BLOCK):
        here = by_date[start : start + BLOCK]
        soonest, latest = first[here].min() - settings.window_days, last[here].max() + settings.window_days
        there = np.flatnonzero((last >= soonest) & (first <= latest))
        near = np.round(means[here] @ means[there].T, 4)
        apart = np.maximum(first[here, None] - last[there], first[there] - last[here, None])
        rows, columns = np.nonzero((near >= settings.near) & (apart <= settings.window_days) & (texts[here, None] != texts[there]))
        nearest = np.lexsort((columns, -near[rows, columns], rows))
        rows, columns = rows[nearest], columns[nearest]
        kept = np.arange(len(rows)) - np.searchsorted(rows, rows) < settings.near_documents
        ends = here[rows[kept]], there[columns[kept]]
        found.update(zip(np.minimum(*ends).tolist(), np.maximum(*ends).tolist(), strict=True))
    return sorted(found)

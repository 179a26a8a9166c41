"""Where the same few words stand in two documents, found for many pairs at once, and whether a passage can come of it.

Of the pairs that share enough short runs of words to be looked at, three in four have no passage. Told for hundreds of pairs in a
few operations on long arrays, that costs a tenth of laying each two beside each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.config import ReuseSettings
from sayso.reuse.fingerprints import BREAK, MOST_OF_IT, Wording

HOLD = 3
"""After an edit this many words must be the same again: fewer come together by chance ("of the two")."""

Stretch = tuple[int, int, int]
"""Words alike in a row: the first place in a, the first place in b, how many."""
Matches = list[Stretch]
"""Stretches between which a few words were changed, added or left out, both places rising."""
Two = tuple[Wording, Wording]

AT_A_TIME = 1 << 17
"""Shingles of the pairs looked at together: some ten megabytes."""
PLACES = 22
"""Bits of a place within a document, and of the distance between two: more than there are words in the longest that is read."""


def seeds(pairs: Sequence[Two], settings: ReuseSettings) -> Iterator[Matches]:
    """For each pair the runs of words that both have, from the front to the back of both; none where no passage can grow of them.

    Between two documents of one outlet its house text begins no passage, unless it is most of either.
    """
    for some in _portions(pairs):
        yield from _seeds(some, settings)


def _portions(pairs: Sequence[Two]) -> Iterator[Sequence[Two]]:
    begins, held = 0, 0
    for at, (a, b) in enumerate(pairs):
        held += len(a.shingles) + len(b.shingles)
        if held > AT_A_TIME:
            yield pairs[begins : at + 1]
            begins, held = at + 1, 0
    if begins < len(pairs):
        yield pairs[begins:]


@dataclass(frozen=True, slots=True)
class _Runs:
    """One entry a run: which pair has it, where it begins in either document, and its length."""

    pair: NDArray[np.int64]
    in_a: NDArray[np.int64]
    in_b: NDArray[np.int64]
    many: NDArray[np.int64]


def _seeds(pairs: Sequence[Two], settings: ReuseSettings) -> list[Matches]:
    runs = _runs(pairs)
    found: list[Matches] = [[] for _ in pairs]
    if not len(runs.pair):
        return found
    hopeful = np.bincount(runs.pair, _hopeful(pairs, runs, settings), minlength=len(pairs)) > 0
    kept = hopeful[runs.pair]
    rows = zip(*(column[kept].tolist() for column in (runs.pair, runs.in_a, runs.in_b, runs.many)), strict=True)
    for pair, i, j, many in rows:
        found[pair].append((i, j, many))
    for matches in found:
        matches.sort(key=lambda run: (run[0] + run[1], run))
    return found


def _runs(pairs: Sequence[Two]) -> _Runs:
    """Where shingles agree, those on end joined."""
    numbers = np.arange(len(pairs), dtype=np.int64)
    keys_a, keys_b = (
        np.concatenate([two[side].shingles for two in pairs]).astype(np.int64)
        | np.repeat(numbers << 32, [len(two[side].shingles) for two in pairs])
        for side in (0, 1)
    )
    at = np.minimum(np.searchsorted(keys_a, keys_b), max(0, len(keys_a) - 1))
    met = np.flatnonzero(keys_a[at] == keys_b) if len(keys_a) else np.empty(0, np.int64)
    at, pair = at[met], keys_b[met] >> 32
    in_a = np.concatenate([a.first for a, _ in pairs])[at].astype(np.int64)
    in_b = np.concatenate([b.first for _, b in pairs])[met].astype(np.int64)
    told = ~(np.concatenate([a.house for a, _ in pairs])[at] & _of_one_outlet(pairs, pair)[pair])
    # A pair, a distance and a place as one number: shingles on end are numbers on end.
    order = np.sort(pair[told] << (2 * PLACES) | (in_a[told] - in_b[told] + (1 << (PLACES - 1))) << PLACES | in_a[told])
    begins = np.flatnonzero(np.diff(order, prepend=-2) != 1)
    many = np.diff(np.append(begins, len(order)))
    first = order[begins]
    pair, place = first >> (2 * PLACES), first & ((1 << PLACES) - 1)
    apart = (first >> PLACES & ((1 << PLACES) - 1)) - (1 << (PLACES - 1))
    return _Runs(pair, place, place - apart, many + pairs[0][0].length - 1)


def _of_one_outlet(pairs: Sequence[Two], met: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which pairs are one outlet's and share less than most of the shorter one; `met` has the pair of each shingle shared."""
    shared = np.bincount(met, minlength=len(pairs)).tolist()
    return np.array(
        [
            bool(a.outlet) and a.outlet == b.outlet and many < MOST_OF_IT * min(a.distinct, b.distinct)
            for (a, b), many in zip(pairs, shared, strict=True)
        ],
        np.bool_,
    )


def _hopeful(pairs: Sequence[Two], runs: _Runs, settings: ReuseSettings) -> NDArray[np.bool_]:
    """Which runs are long enough themselves, or go on behind an edit."""
    room = settings.edit_words + HOLD + 1
    words = _Laid(pairs, runs, room)
    before, after = words.on(words.a - 1, words.b - 1, -1), words.on(words.a + runs.many, words.b + runs.many, 1)
    many = runs.many + before + after
    a, b = words.a - before, words.b - before
    quoted = np.minimum(words.quoted[a + many] - words.quoted[a], words.quoted[b + many] - words.quoted[b])
    hopeful = (many >= settings.passage_words) | (quoted >= settings.quoted_words)
    # Whether the words agree again behind an edit, breaks or not, is asked in full where the run is grown.
    ends = ((a - 1, b - 1, -1), (a + many, b + many, 1))
    for x, y, step in ends:
        for i in range(settings.edit_words + 1):
            for j in range(settings.edit_words + 1):
                if i or j:
                    hopeful |= words.hold(x + step * i, y + step * j, step)
    return np.asarray(hopeful)


class _Laid:
    """The words of all these documents in one row, with room between them, and where each run begins in it on either side."""

    def __init__(self, pairs: Sequence[Two], runs: _Runs, room: int) -> None:
        documents = {wording.document: wording for two in pairs for wording in two}
        gap = np.full(room, BREAK, np.uint64)
        self._ids = np.concatenate([gap, *(part for w in documents.values() for part in (w.ids, gap))])
        ends = np.cumsum([len(w.ids) + room for w in documents.values()])
        starts = dict(zip(documents, (ends - [len(w.ids) for w in documents.values()]).tolist(), strict=True))
        self.a, self.b = (
            np.array([starts[two[side].document] for two in pairs], np.int64)[runs.pair] + places
            for side, places in ((0, runs.in_a), (1, runs.in_b))
        )
        none = np.zeros(room, np.bool_)
        quoted = np.concatenate([none, *(part for w in documents.values() for part in (w.quoted, none))])
        self.quoted = np.concatenate([[0], np.cumsum(quoted)])

    def on(self, a: NDArray[np.int64], b: NDArray[np.int64], step: int) -> NDArray[np.int64]:
        """How many words in a row are the same from these places on."""
        many = np.zeros(len(a), np.int64)
        going = np.arange(len(a))
        while len(going):
            x, y = a[going] + step * many[going], b[going] + step * many[going]
            going = going[(self._ids[x] == self._ids[y]) & (self._ids[x] != BREAK)]
            many[going] += 1
        return many

    def hold(self, a: NDArray[np.int64], b: NDArray[np.int64], step: int) -> NDArray[np.bool_]:
        """Whether so many words are the same from these places on as must be behind an edit."""
        same = np.ones(len(a), np.bool_)
        for more in range(HOLD):
            x, y = self._ids[a + step * more], self._ids[b + step * more]
            same &= (x == y) & (x != BREAK)
        return same

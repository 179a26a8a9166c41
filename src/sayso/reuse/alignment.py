"""The passages that two wordings share: seeds, where a few words in a row are the same, grown both ways over small edits."""

from __future__ import annotations

from collections import defaultdict
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

AT_A_TIME = 256
"""Words compared at once where many in a row are the same."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A stretch of words of `a` (first and last place, both included) that recurs in `b`.

    `alike` is how many words agree, `quoted` how many of these stand inside quotation marks on both sides, `quoted_run` the most of
    those without an edit between them, `score` the share of the longer side's words that agree.
    """

    a_first: int
    a_last: int
    b_first: int
    b_last: int
    alike: float
    quoted: float
    quoted_run: float
    score: float


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one side twice: as an array for many at once, and as a list, which is quicker for one."""

    ids: NDArray[np.uint64]
    listed: list[int]

    @classmethod
    def of(cls, wording: Wording) -> _Words:
        return cls(wording.ids, wording.ids.tolist())

    def row(self, place: int, size: int, step: int) -> NDArray[np.uint64]:
        """So many words from a place on, in the order of reading or against it."""
        return self.ids[place : place + size] if step > 0 else self.ids[place - size + 1 : place + 1][::-1]


def align(a: Wording, b: Wording, settings: ReuseSettings) -> list[Alignment]:
    """All passages long and alike enough, in the order of `a`; no word of either side is in two of them.

    A text repeated within one document counts at its first place only.
    """
    runs = _runs(a, b)
    if not runs:
        return []
    grown = _grow(runs, _Words.of(a), _Words.of(b), settings.edit_words)
    found = [_measured(matches, a, b) for matches in _apart(grown, len(a.ids), len(b.ids))]
    return sorted((f for f in found if _enough(f, settings)), key=lambda f: (f.a_first, f.b_first))


def _runs(a: Wording, b: Wording) -> Matches:
    """Where shingles agree, those on end joined.

    Between two documents of one outlet its house text begins no passage, unless it is most of either.
    """
    _, in_a, in_b = np.intersect1d(a.shingles, b.shingles, assume_unique=True, return_indices=True)
    if a.outlet and a.outlet == b.outlet and len(in_a) < MOST_OF_IT * min(a.distinct, b.distinct):
        telling = ~a.house[in_a]
        in_a, in_b = in_a[telling], in_b[telling]
    if not len(in_a):
        return []
    places_a, places_b = a.first[in_a].astype(np.int64), b.first[in_b].astype(np.int64)
    order = np.lexsort((places_a, places_a - places_b))
    places_a, places_b = places_a[order], places_b[order]
    begins = np.flatnonzero(np.diff(places_a, prepend=-2) != 1)
    begins = np.union1d(begins, np.flatnonzero(np.diff(places_a - places_b, prepend=0)))
    lasts = np.append(begins[1:], len(places_a)) - 1
    lengths = places_a[lasts] - places_a[begins] + a.length
    runs = zip(places_a[begins].tolist(), places_b[begins].tolist(), lengths.tolist(), strict=True)
    return sorted(runs, key=lambda run: (run[0] + run[1], run))


def _enough(found: Alignment, settings: ReuseSettings) -> bool:
    long = found.alike >= settings.passage_words or found.quoted >= settings.quoted_words
    return long and found.score >= settings.alike


def _measured(matches: Matches, a: Wording, b: Wording) -> Alignment:
    in_a, in_b = _places(matches)
    sizes, quoted = a.sizes[in_a], a.quoted[in_a] & b.quoted[in_b]
    runs = np.cumsum(np.concatenate([[0], (np.diff(in_a) != 1) | (np.diff(in_b) != 1)]))
    a_first, b_first, a_last, b_last = (int(place) for place in (in_a[0], in_b[0], in_a[-1], in_b[-1]))
    longer = max(a.sizes[a_first : a_last + 1].sum(), b.sizes[b_first : b_last + 1].sum())
    alike = float(sizes.sum())
    return Alignment(
        a_first,
        a_last,
        b_first,
        b_last,
        alike,
        quoted=float(sizes[quoted].sum()),
        quoted_run=float(np.bincount(runs, sizes * quoted).max()),
        score=alike / float(longer),
    )


def _places(matches: Matches) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The words of the stretches one by one: their places in a, and in b."""
    in_a = np.concatenate([np.arange(i, i + many) for i, _, many in matches])
    in_b = np.concatenate([np.arange(j, j + many) for _, j, many in matches])
    return in_a, in_b


def _grow(runs: Matches, a: _Words, b: _Words, edit: int) -> list[Matches]:
    """Each run grown over small edits; one that another has grown over is part of it."""
    jumps = _jumps(edit)
    known: dict[int, list[tuple[int, int]]] = defaultdict(list)
    grown = []
    for i, j, many in runs:
        if any(start <= i < end for start, end in known[i - j]):
            continue
        more_back, more_on = _alike(a, b, i - 1, j - 1, -1), _alike(a, b, i + many, j + many, 1)
        start_i, start_j, end_i, end_j = i - more_back, j - more_back, i + many + more_on, j + many + more_on
        matches = [
            *_extend(a, b, start_i - 1, start_j - 1, -1, jumps),
            (start_i, start_j, end_i - start_i),
            *_extend(a, b, end_i, end_j, 1, jumps),
        ]
        for x, y, length in matches:
            known[x - y].append((x, x + length))
        grown.append(matches)
    return grown


def _jumps(edit: int) -> list[tuple[int, int]]:
    jumps = [(i, j) for i in range(edit + 1) for j in range(edit + 1) if i or j]
    return sorted(jumps, key=lambda jump: (sum(jump), abs(jump[0] - jump[1]), jump))


def _alike(a: _Words, b: _Words, i: int, j: int, step: int) -> int:
    """How many words in a row are the same from two places on, in one direction."""
    left = min(len(a.listed) - i, len(b.listed) - j) if step > 0 else min(i, j) + 1
    if left <= 0 or a.listed[i] != b.listed[j] or a.listed[i] == BREAK:
        return 0  # as it mostly is
    count = 1
    while count < left:
        size = min(AT_A_TIME, left - count)
        here, there = (side.row(place + step * count, size, step) for side, place in ((a, i), (b, j)))
        same = (here == there) & (here != BREAK)
        if not same.all():
            return count + int(same.argmin())
        count += size
    return count


def _extend(a: _Words, b: _Words, i: int, j: int, step: int, jumps: list[tuple[int, int]]) -> Matches:
    """The stretches that follow in one direction, over edits, from two words that differ."""
    matches: Matches = []
    while jump := _over(a, b, i, j, step, jumps):
        i, j = i + step * jump[0], j + step * jump[1]
        many = _alike(a, b, i, j, step)
        matches.append((i, j, many) if step > 0 else (i - many + 1, j - many + 1, many))
        i, j = i + step * many, j + step * many
    return matches if step > 0 else matches[::-1]


def _over(a: _Words, b: _Words, i: int, j: int, step: int, jumps: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The smallest jump after which the words agree again; that mostly none does is seen at the first word."""
    ours, theirs = a.listed, b.listed
    for jump in jumps:
        x, y = i + step * jump[0], j + step * jump[1]
        if 0 <= x < len(ours) and 0 <= y < len(theirs) and ours[x] == theirs[y] and _holds(a, b, i, j, step, jump):
            return jump
    return None


def _holds(a: _Words, b: _Words, i: int, j: int, step: int, jump: tuple[int, int]) -> bool:
    """True when the words agree again after leaving out so many of each side, none of them a break."""
    x, y = i + step * jump[0], j + step * jump[1]
    last_x, last_y = x + step * (HOLD - 1), y + step * (HOLD - 1)
    if not (0 <= last_x < len(a.listed) and 0 <= last_y < len(b.listed)):
        return False
    if BREAK in a.listed[i:x:step] or BREAK in b.listed[j:y:step]:
        return False
    return all(a.listed[x + step * k] == b.listed[y + step * k] != BREAK for k in range(HOLD))


def _apart(grown: list[Matches], a_words: int, b_words: int) -> list[Matches]:
    """The longest first, each without the words that a longer one has taken; of what is left, the longest part without a gap."""
    free_a, free_b = np.ones(a_words, np.bool_), np.ones(b_words, np.bool_)
    kept = []
    for matches in sorted(grown, key=lambda m: (-sum(many for *_, many in m), m[0])):
        in_a, in_b = _places(matches)
        free = np.concatenate([[False], free_a[in_a] & free_b[in_b], [False]])
        begins, ends = np.flatnonzero(free[1:] & ~free[:-1]), np.flatnonzero(free[:-1] & ~free[1:])
        if not len(begins):
            continue
        longest = int((ends - begins).argmax())
        first, last = int(begins[longest]), int(ends[longest]) - 1
        free_a[in_a[first] : in_a[last] + 1] = False
        free_b[in_b[first] : in_b[last] + 1] = False
        kept.append(_cut(matches, first, last))
    return kept


def _cut(matches: Matches, first: int, last: int) -> Matches:
    """The stretches from one of their words to another, both counted from the first word of all and included."""
    cut: Matches = []
    before = 0
    for i, j, many in matches:
        start, end = max(0, first - before), min(many, last + 1 - before)
        if end > start:
            cut.append((i + start, j + start, end - start))
        before += many
    return cut

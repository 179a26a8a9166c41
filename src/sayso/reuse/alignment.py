"""The passages that two wordings share: seeds, where a few words in a row are the same, grown both ways over small edits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sayso.config import ReuseSettings
from sayso.reuse.fingerprints import BREAK, Wording
from sayso.reuse.seeds import HOLD, Matches, seeds

AT_A_TIME = 256
"""Words compared at once where many in a row are the same."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A stretch of words of `a` (first and last place, both included) that recurs in `b`.

    `alike` is how many words agree, `quoted` how many of these stand inside quotation marks on both sides, `quoted_run` the most of
    those without an edit between them, `score` the share of the longer side's words that agree. `goes_on` is true of one too short
    to be a passage by itself that goes on where another was broken off.
    """

    a_first: int
    a_last: int
    b_first: int
    b_last: int
    alike: float
    quoted: float
    quoted_run: float
    score: float
    goes_on: bool = False


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


def align(a: Wording, b: Wording, settings: ReuseSettings, runs: Matches | None = None) -> list[Alignment]:
    """All passages long and alike enough, in the order of `a`; no word of either side is in two of them.

    A text repeated within one document counts at its first place only. `runs` are what `seeds` gave for the two.
    """
    runs = next(seeds([(a, b)], settings)) if runs is None else runs
    if not runs:
        return []
    grown = _grow(runs, _Words.of(a), _Words.of(b), settings.edit_words)
    found = [_measured(matches, a, b) for matches in _apart(grown, len(a.ids), len(b.ids))]
    passages = [f for f in found if _enough(f, settings)]
    if passages and len(passages) < len(found):
        short = [f for f in found if f.score >= settings.alike and f.alike >= settings.broken_words and not _enough(f, settings)]
        passages += _going_on(passages, short, a, b, settings.edit_words)
    return sorted(passages, key=lambda f: (f.a_first, f.b_first))


def _enough(found: Alignment, settings: ReuseSettings) -> bool:
    long = found.alike >= settings.passage_words or found.quoted >= settings.quoted_words
    return long and found.score >= settings.alike


def _going_on(passages: Sequence[Alignment], short: list[Alignment], a: Wording, b: Wording, edit: int) -> list[Alignment]:
    """Those of the short ones that adjoin a passage across a break: what was one text without the caption between them."""
    found: list[Alignment] = []
    sure = list(passages)
    while new := [f for f in short if any(_broken_off(f, p, a, b, edit) or _broken_off(p, f, a, b, edit) for p in sure)]:
        found += [replace(f, goes_on=True) for f in new]
        sure, short = new, [f for f in short if f not in new]
    return found


def _broken_off(one: Alignment, other: Alignment, a: Wording, b: Wording, edit: int) -> bool:
    """Whether the other begins where the one ends, with a break between them on one side at least, and hardly a word."""
    between_a, between_b = a.ids[one.a_last + 1 : other.a_first], b.ids[one.b_last + 1 : other.b_first]
    if other.a_first <= one.a_last or other.b_first <= one.b_last or max(len(between_a), len(between_b)) > 2 * edit + 1:
        return False
    breaks = int((between_a == BREAK).sum()), int((between_b == BREAK).sum())
    return max(breaks) > 0 and max(len(between_a) - breaks[0], len(between_b) - breaks[1]) <= edit


def _measured(matches: Matches, a: Wording, b: Wording) -> Alignment:
    (a_first, b_first, _), (i, j, many) = matches[0], matches[-1]
    a_last, b_last = i + many - 1, j + many - 1
    alike, quoted, run, longest = 0.0, 0.0, 0.0, 0.0
    next_i, next_j = a_first, b_first
    for i, j, many in matches:
        sizes = a.sizes[i : i + many]
        both = a.quoted[i : i + many] & b.quoted[j : j + many]
        alike += float(sizes.sum())
        said = float(sizes[both].sum()) if both.any() else 0.0
        quoted += said
        run = run + said if (i, j) == (next_i, next_j) else said
        longest = max(longest, run)
        next_i, next_j = i + many, j + many
    longer = max(float(a.sizes[a_first : a_last + 1].sum()), float(b.sizes[b_first : b_last + 1].sum()))
    return Alignment(a_first, a_last, b_first, b_last, alike, quoted, longest, alike / longer)


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


@cache
def _jumps(edit: int) -> tuple[tuple[int, int], ...]:
    jumps = [(i, j) for i in range(edit + 1) for j in range(edit + 1) if i or j]
    return tuple(sorted(jumps, key=lambda jump: (sum(jump), abs(jump[0] - jump[1]), jump)))


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


def _extend(a: _Words, b: _Words, i: int, j: int, step: int, jumps: Sequence[tuple[int, int]]) -> Matches:
    """The stretches that follow in one direction, over edits, from two words that differ."""
    matches: Matches = []
    while jump := _over(a, b, i, j, step, jumps):
        i, j = i + step * jump[0], j + step * jump[1]
        many = _alike(a, b, i, j, step)
        matches.append((i, j, many) if step > 0 else (i - many + 1, j - many + 1, many))
        i, j = i + step * many, j + step * many
    return matches if step > 0 else matches[::-1]


def _over(a: _Words, b: _Words, i: int, j: int, step: int, jumps: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
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
    taken_a, taken_b = bytearray(a_words), bytearray(b_words)
    kept = []
    for matches in sorted(grown, key=lambda m: (-sum(many for *_, many in m), m[0])):
        if not any(taken_a[i : i + many].count(1) or taken_b[j : j + many].count(1) for i, j, many in matches):
            cut = matches  # as it mostly is
        else:
            cut = _free(matches, taken_a, taken_b)
        if cut:
            (i, j, _), (last_i, last_j, many) = cut[0], cut[-1]
            taken_a[i : last_i + many] = b"\1" * (last_i + many - i)
            taken_b[j : last_j + many] = b"\1" * (last_j + many - j)
            kept.append(cut)
    return kept


def _free(matches: Matches, taken_a: bytearray, taken_b: bytearray) -> Matches:
    """The longest part of the stretches, without a gap, of which no word is taken."""
    in_a, in_b = _places(matches)
    free = np.concatenate([[0], 1 - (np.frombuffer(taken_a, np.uint8)[in_a] | np.frombuffer(taken_b, np.uint8)[in_b]), [0]])
    begins, ends = np.flatnonzero(free[1:] > free[:-1]), np.flatnonzero(free[:-1] > free[1:])
    if not len(begins):
        return []
    longest = int((ends - begins).argmax())
    return _cut(matches, int(begins[longest]), int(ends[longest]) - 1)


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

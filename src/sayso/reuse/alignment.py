"""The passages that two wordings share: seeds, where a few words in a row are the same, grown both ways over small edits."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from sayso.config import ReuseSettings
from sayso.reuse.fingerprints import BREAK, MOST_OF_IT, Wording

HOLD = 3
"""After an edit this many words must be the same again: fewer come together by chance ("of the two")."""

Matches = list[tuple[int, int]]
"""Words alike, as (place in a, place in b), both rising."""


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


def align(a: Wording, b: Wording, settings: ReuseSettings) -> list[Alignment]:
    """All passages long and alike enough, in the order of `a`; no word of either side is in two of them.

    A text repeated within one document counts at its first place only.
    """
    grown = _grow(_seeds(a, b), a.ids.tolist(), b.ids.tolist(), settings.edit_words)
    found = [_measured(matches, a, b) for matches in _apart(grown)]
    return sorted((f for f in found if _enough(f, settings)), key=lambda f: (f.a_first, f.b_first))


def _seeds(a: Wording, b: Wording) -> Matches:
    """Where shingles agree; between two documents of one outlet its house text begins no passage, unless it is most of either."""
    _, in_a, in_b = np.intersect1d(a.shingles, b.shingles, assume_unique=True, return_indices=True)
    if a.outlet and a.outlet == b.outlet and len(in_a) < MOST_OF_IT * min(len(a.shingles), len(b.shingles)):
        telling = ~a.house[in_a]
        in_a, in_b = in_a[telling], in_b[telling]
    seeds = zip(a.first[in_a].tolist(), b.first[in_b].tolist(), strict=True)
    return sorted(seeds, key=lambda seed: (seed[0] + seed[1], seed))


def _enough(found: Alignment, settings: ReuseSettings) -> bool:
    long = found.alike >= settings.passage_words or found.quoted >= settings.quoted_words
    return long and found.score >= settings.alike


def _measured(matches: Matches, a: Wording, b: Wording) -> Alignment:
    in_a, in_b = np.array([i for i, _ in matches]), np.array([j for _, j in matches])
    sizes, quoted = a.sizes[in_a], a.quoted[in_a] & b.quoted[in_b]
    runs = np.cumsum(np.concatenate([[0], (np.diff(in_a) != 1) | (np.diff(in_b) != 1)]))
    (a_first, b_first), (a_last, b_last) = matches[0], matches[-1]
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


def _grow(seeds: Matches, a: list[int], b: list[int], edit: int) -> list[Matches]:
    jumps = _jumps(edit)
    known: set[tuple[int, int]] = set()
    grown = []
    for seed in seeds:
        if seed in known:
            continue
        back = _extend(a, b, seed[0] - 1, seed[1] - 1, -1, jumps)
        matches = back[::-1] + _extend(a, b, *seed, 1, jumps)
        known.update(matches)
        grown.append(matches)
    return grown


def _jumps(edit: int) -> list[tuple[int, int]]:
    jumps = [(i, j) for i in range(edit + 1) for j in range(edit + 1) if i or j]
    return sorted(jumps, key=lambda jump: (sum(jump), abs(jump[0] - jump[1]), jump))


def _extend(a: list[int], b: list[int], i: int, j: int, step: int, jumps: list[tuple[int, int]]) -> Matches:
    matches: Matches = []
    while True:
        while 0 <= i < len(a) and 0 <= j < len(b) and a[i] == b[j] != BREAK:
            matches.append((i, j))
            i, j = i + step, j + step
        jump = next((jump for jump in jumps if _holds(a, b, i, j, step, jump)), None)
        if jump is None:
            return matches
        i, j = i + step * jump[0], j + step * jump[1]


def _holds(a: list[int], b: list[int], i: int, j: int, step: int, jump: tuple[int, int]) -> bool:
    """True when the words agree again after leaving out so many of each side, none of them a break."""
    for words, start, left_out in ((a, i, jump[0]), (b, j, jump[1])):
        end = start + step * (left_out + HOLD - 1)
        if not (0 <= end < len(words)) or any(words[k] == BREAK for k in range(start, start + step * left_out, step)):
            return False
    x, y = i + step * jump[0], j + step * jump[1]
    return all(a[x + step * k] == b[y + step * k] != BREAK for k in range(HOLD))


def _apart(grown: list[Matches]) -> list[Matches]:
    """The longest first, each without the words that a longer one has taken; of what is left, the longest unbroken part."""
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    kept = []
    for matches in sorted(grown, key=lambda m: (-len(m), m[0])):
        free = [place for place, (i, j) in enumerate(matches) if i not in taken_a and j not in taken_b]
        best = max(_runs(free), key=len, default=[])
        if best:
            chosen = matches[best[0] : best[-1] + 1]
            taken_a.update(range(chosen[0][0], chosen[-1][0] + 1))
            taken_b.update(range(chosen[0][1], chosen[-1][1] + 1))
            kept.append(chosen)
    return kept


def _runs(places: list[int]) -> list[list[int]]:
    cuts = [0, *(at for at, (x, y) in enumerate(pairwise(places), 1) if y != x + 1), len(places)]
    return [places[start:end] for start, end in pairwise(cuts) if end > start]

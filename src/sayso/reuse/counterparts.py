"""Which sentence of one document says what a sentence of another says: one for one, or a part of what was split or merged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from sayso.config import ReuseSettings
from sayso.reuse.sentences import Products, Sentences


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Sentence `i` of one document and `j` of another, each the nearest of the other, or a part of what the other was made of.

    `cosine` has two places, for more would differ between machines. `alike` is the share of the longer one's words that the other
    has in the same order; `place` the rank (from 1) among those that stand in the same order in both documents, None for one that
    was moved. Where a sentence was split or merged, each further part is a pair of its own, and `together` the cosine of the parts,
    taken as one, with the whole; else it is 0.
    """

    i: int
    j: int
    cosine: float
    alike: float
    place: int | None = None
    together: float = 0.0

    @property
    def part(self) -> bool:
        return self.together > 0


def nearest(a: Sentences, b: Sentences, products: Products, settings: ReuseSettings) -> list[Counterpart]:
    """The pairs of which each is the other's nearest, in the order of `a`; an outlet's house text in two of its reports is none."""
    if not products.size:
        return []
    in_b, in_a = products.argmax(axis=1), products.argmax(axis=0)
    rows = np.arange(len(in_b))
    near = np.round(products[rows, in_b].astype(float), 2) >= settings.corresponding
    mutual = np.flatnonzero((in_a[in_b] == rows) & near).tolist()
    pairs = [(i, int(in_b[i])) for i in mutual]
    if a.outlet and a.outlet == b.outlet:
        pairs = [(i, j) for i, j in pairs if not (a.house[i] and b.house[j])]
    return [_pair(a, b, products, i, j) for i, j in pairs]


def _pair(a: Sentences, b: Sentences, products: Products, i: int, j: int) -> Counterpart:
    return Counterpart(i, j, round(float(products[i, j]), 2), words_in_order(a.words[i], b.words[j]))


def parts(
    a: Sentences, b: Sentences, products: Products, chain: Sequence[Counterpart], settings: ReuseSettings
) -> list[Counterpart]:
    """Sentences without a counterpart of their own that were split off one, or merged into one, with which the next corresponds.

    That shows in the vectors: the two together are nearer to the sentence made of them than either is.
    """
    in_a, in_b = {p.i for p in chain}, {p.j for p in chain}
    found: dict[tuple[int, int], float] = {}
    for p, step in product(chain, (-1, 1)):
        if p.i + step not in in_a and (together := _together(a, p.i, p.i + step, products[:, p.j], settings)):
            found[p.i + step, p.j] = together
        if p.j + step not in in_b and (together := _together(b, p.j, p.j + step, products[p.i], settings)):
            found[p.i, p.j + step] = together
    return [replace(_pair(a, b, products, i, j), together=found[i, j]) for i, j in sorted(found)]


def _together(side: Sentences, at: int, beside: int, near: NDArray[np.float32], settings: ReuseSettings) -> float:
    """The cosine of two neighbours, taken together, with a sentence of the other document; 0 when the first alone is as near to it.

    `near` has the cosine of each sentence of this side with that sentence.
    """
    if not 0 <= beside < len(near) or side.house[beside] or near[beside] < settings.part:
        return 0.0
    between = float(np.round(side.vectors[at] @ side.vectors[beside], 4))
    together = float(near[at] + near[beside]) / sqrt(max(2 + 2 * between, 1e-9))
    return round(together, 2) if round(together - float(near[at]), 2) >= settings.part_gain else 0.0


def words_in_order(a: Sequence[int], b: Sequence[int]) -> float:
    """Length of the longest common subsequence, as a share of the longer one (bit-parallel, Crochemore et al. 2001)."""
    places: dict[int, int] = {}
    for place, word in enumerate(a):
        places[word] = places.get(word, 0) | 1 << place
    whole = rest = (1 << len(a)) - 1
    for word in b:
        hit = rest & places.get(word, 0)
        rest = ((rest + hit) | (rest - hit)) & whole
    return (len(a) - rest.bit_count()) / max(len(a), len(b), 1)


def rising(pairs: Sequence[Counterpart]) -> list[Counterpart]:
    """The longest part of the pairs (given by rising `i`) in which `j` rises too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for at, pair in enumerate(pairs):
        length = bisect_left(tails, pair.j)
        before.append(ends[length - 1] if length else None)
        tails[length:] = [pair.j, *tails[length + 1 :]]
        ends[length:] = [at, *ends[length + 1 :]]
    chain: list[Counterpart] = []
    place = ends[-1] if ends else None
    while place is not None:
        chain.append(pairs[place])
        place = before[place]
    return chain[::-1]

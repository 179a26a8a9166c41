"""Which sentence of one document says what a sentence of another says: one for one, or a part of what was split or merged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
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
    was moved. `part` is True where the sentences next to it show that a sentence was split, merged or reshaped there.
    """

    i: int
    j: int
    cosine: float
    alike: float
    place: int | None = None
    part: bool = False


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


def _pair(a: Sentences, b: Sentences, products: Products, i: int, j: int, *, part: bool = False) -> Counterpart:
    return Counterpart(i, j, round(float(products[i, j]), 2), words_in_order(a.words[i], b.words[j]), part=part)


def parts(
    a: Sentences, b: Sentences, products: Products, chain: Sequence[Counterpart], settings: ReuseSettings
) -> list[Counterpart]:
    """Sentences without a counterpart of their own that were split off one, or merged into one, with which the next corresponds.

    That shows in the vectors: the two together are nearer to the sentence made of them than either is.
    """
    divided = [(p.i + step, p.j) for p in chain for step in (-1, 1) if _completes(a, p.i, p.i + step, products[:, p.j], settings)]
    merged = [(p.i, p.j + step) for p in chain for step in (-1, 1) if _completes(b, p.j, p.j + step, products[p.i], settings)]
    known = {p.i for p in chain}, {p.j for p in chain}
    found = {(i, j) for i, j in divided if i not in known[0]} | {(i, j) for i, j in merged if j not in known[1]}
    return [_pair(a, b, products, i, j, part=True) for i, j in sorted(found)]


def _completes(side: Sentences, at: int, beside: int, near: NDArray[np.float32], settings: ReuseSettings) -> bool:
    """True when a sentence and the one beside it, taken together, are nearer to a sentence of the other document than the first.

    `near` has the cosine of each sentence of this side with that sentence.
    """
    if not 0 <= beside < len(near) or side.house[beside] or near[beside] < settings.part:
        return False
    between = float(np.round(side.vectors[at] @ side.vectors[beside], 4))
    together = float(near[at] + near[beside]) / sqrt(max(2 + 2 * between, 1e-9))
    return round(together - float(near[at]), 2) >= settings.part_gain


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

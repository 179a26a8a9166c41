"""Sentences of one document that another says in other words.

Two reporters at the same event write sentences that mean the same, in the same order: the cosine of sentence vectors alone takes
one report in seven for a rewording of another. Who rewords keeps most words and their order. So a pair of sentences counts by both.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.config import ReuseSettings
from sayso.findings import Reading
from sayso.reuse.fingerprints import OWN_WORDS, Wording
from sayso.spans import Span, Spans, covered, shared

SHORTEST, LONGEST = 5, 200
"""Words of a sentence that can be compared: shorter ones are alike by chance, of longer ones the encoder reads only the start."""

MOSTLY = 0.5
CELLS = 640
"""Of a product computed at once: with 384 dimensions, below what OpenBLAS gives to several threads."""

Products = NDArray[np.float32]
"""Cosines, shape (sentences of the one, sentences of the other)."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a document's own text: spans, one vector a row, the ids of their words, which are mostly quoted, and which
    are mostly house text of the outlet.
    """

    outlet: str | None

    spans: Spans
    vectors: NDArray[np.float32]
    words: tuple[tuple[int, ...], ...]
    quoted: tuple[bool, ...]
    house: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Sentence `i` of one document and `j` of another, each the nearest of the other.

    `cosine` has two places, for more would differ between machines. `alike` is the share of the longer one's words that the other
    has in the same order; `place` the rank (from 1) among those that stand in the same order in both documents, None for one that
    was moved.
    """

    i: int
    j: int
    cosine: float
    alike: float
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Rewording:
    """All sentences of two documents that correspond; `in_order` of them stand in the same order, a `share` of the shorter one."""

    counterparts: tuple[Counterpart, ...]
    in_order: int
    share: float


def own_sentences(reading: Reading, wording: Wording) -> Sentences:
    """The sentences of headline and body that are long enough to compare."""
    said = [(row, s.span) for row, s in enumerate(reading.annotation.sentences) if s.role in OWN_WORDS]
    first = np.searchsorted(wording.starts, [span.start for _, span in said])
    end = np.searchsorted(wording.starts, [span.end for _, span in said])
    long = np.flatnonzero((end - first >= SHORTEST) & (end - first <= LONGEST))
    first, end = first[long], end[long]
    ids = wording.ids.tolist()
    return Sentences(
        wording.outlet,
        tuple(said[at][1] for at in long.tolist()),
        reading.vectors[[said[at][0] for at in long.tolist()]],
        tuple(tuple(ids[f:e]) for f, e in zip(first.tolist(), end.tolist(), strict=True)),
        _mostly(wording.quoted, first, end),
        _mostly(wording.in_house(), first, end),
    )


def _mostly(words: NDArray[np.bool_], first: NDArray[np.int64], end: NDArray[np.int64]) -> tuple[bool, ...]:
    """For each stretch of words whether more than half of them are so."""
    before = np.concatenate([[0], np.cumsum(words)])
    return tuple((before[end] - before[first] > MOSTLY * (end - first)).tolist())


def cosines(one: Sentences, others: Sequence[Sentences]) -> Iterator[Products]:
    """The cosine of each sentence of one document with each of another, for each of the others, to four places.

    More places would differ between machines. The work is cut small on purpose: a larger product is spread over threads, which
    wait for one another a hundred times longer than they compute as soon as the machine has anything else to do.
    """
    for other in others:
        products = np.empty((len(one.spans), len(other.spans)), np.float32)
        step = max(1, CELLS // max(1, len(one.spans)))
        for at in range(0, len(other.spans), step):
            np.matmul(one.vectors, other.vectors[at : at + step].T, out=products[:, at : at + step])
        yield np.round(products, 4)


def rewording(a: Sentences, b: Sentences, products: Products, settings: ReuseSettings) -> Rewording | None:
    """The sentences that correspond, in the order of `a`; None when there are too few to show that one text was made from another.

    Quotations alone show nothing: both may quote the same speaker. A pair with fewer words alike counts only between two others, or
    where nearly all of the shorter report corresponds in the same order: so much two reporters never have in common by chance.
    """
    pairs = _nearest(a, b, products, settings)
    shorter = max(1, min(len(a.spans), len(b.spans)))
    firm = [p for p in pairs if p.alike >= settings.reworded_alike]
    evidence = rising(_unquoted(a, b, firm))
    if len(evidence) >= settings.reworded_pairs or (len(evidence) >= 2 and len(evidence) / shorter >= settings.reworded_share):
        found = sorted([*firm, *_between(firm, pairs, settings)], key=lambda p: (p.i, p.j))
    else:
        found = rising(pairs)
        told = _unquoted(a, b, found)
        if len(told) < settings.throughout_pairs or len(told) / max(1, min(_own(a), _own(b))) < settings.throughout_share:
            return None
    chain = rising(found)
    ranks = {pair: rank for rank, pair in enumerate(chain, 1)}
    sure = [p for p in found if p in ranks or p.alike >= settings.moved_alike]
    placed = tuple(Counterpart(p.i, p.j, p.cosine, p.alike, ranks.get(p)) for p in sure)
    return Rewording(placed, len(chain), len(chain) / shorter)


def _unquoted(a: Sentences, b: Sentences, pairs: Sequence[Counterpart]) -> list[Counterpart]:
    return [p for p in pairs if not (a.quoted[p.i] and b.quoted[p.j])]


def _own(sentences: Sentences) -> int:
    return sentences.quoted.count(False)


def _nearest(a: Sentences, b: Sentences, products: Products, settings: ReuseSettings) -> list[Counterpart]:
    if not products.size:
        return []
    in_b, in_a = products.argmax(axis=1), products.argmax(axis=0)
    rows = np.arange(len(in_b))
    near = np.round(products[rows, in_b].astype(float), 2) >= settings.reworded_near
    mutual = np.flatnonzero((in_a[in_b] == rows) & near).tolist()
    pairs = [(i, int(in_b[i])) for i in mutual]
    if a.outlet and a.outlet == b.outlet:
        pairs = [(i, j) for i, j in pairs if not (a.house[i] and b.house[j])]
    return [Counterpart(i, j, round(float(products[i, j]), 2), words_in_order(a.words[i], b.words[j])) for i, j in pairs]


def _between(firm: Sequence[Counterpart], pairs: Sequence[Counterpart], settings: ReuseSettings) -> list[Counterpart]:
    """Pairs near in meaning that directly follow one firm pair and precede another, in both documents."""
    known = {(p.i, p.j) for p in firm}
    return [
        p
        for p in pairs
        if (p.i, p.j) not in known
        and p.cosine >= settings.reworded
        and p.alike >= settings.reworded_alike / 2
        and {(p.i - 1, p.j - 1), (p.i + 1, p.j + 1)} <= known
    ]


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


def mostly_covered(span: Span, by: Sequence[Span]) -> bool:
    """True when more than half of the span lies in the others."""
    return shared([span], by) > MOSTLY * covered([span])

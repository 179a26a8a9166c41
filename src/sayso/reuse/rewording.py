"""Whether one document says in other words what another says.

Two reporters at the same event write sentences that mean the same, often in the same order, and quote the same speakers. Who
rewords has a sentence for nearly each of the other's, with the same details in the same places. No sign of this decides alone: see
`rewording.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.config import ReuseSettings
from sayso.reuse.counterparts import Counterpart, nearest, parts, rising
from sayso.reuse.sentences import Products, Sentences
from sayso.reuse.signs import kept, score, signs, unquoted

FEWEST = 2
"""Sentences of one's own in the same order below which nothing is asked further."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """All sentences of two documents that correspond; `in_order` of them stand in the same order, a `share` of the shorter one.

    `score` is what the `signs` come to by their weights.
    """

    counterparts: tuple[Counterpart, ...]
    in_order: int
    share: float
    score: float
    signs: Mapping[str, float] = field(default_factory=dict)


def rewording(a: Sentences, b: Sentences, products: Products, settings: ReuseSettings) -> Rewording | None:
    """The sentences that correspond, in the order of `a`; None when they do not show that one text was made from the other."""
    pairs = nearest(a, b, products, settings)
    chain = rising(pairs)
    if len(unquoted(a, b, chain)) < FEWEST:
        return None
    known = set(chain)
    moved = [p for p in pairs if p not in known]
    divided = parts(a, b, products, chain, settings)
    found = signs(a, b, chain, divided, moved, settings)
    worth = score(found)
    if worth < settings.reworded_score:
        return None
    throughout = score({**found, "copied": 0.0}) >= settings.reworded_score
    sure = _throughout(chain, divided, moved, settings) if throughout else _here_and_there(a, b, chain, moved, settings)
    return _shown(a, b, sure, worth, found)


def _throughout(
    chain: Sequence[Counterpart], divided: Sequence[Counterpart], moved: Sequence[Counterpart], settings: ReuseSettings
) -> list[Counterpart]:
    """Where all of a report is reworded: those near or alike enough, those that stand next to another at the same place, and
    their parts.
    """
    places = {(p.i, p.j) for p in chain}
    placed = {
        p
        for p in chain
        if p.alike >= settings.reworded_alike
        or p.cosine >= settings.reworded_near
        or {(p.i - 1, p.j - 1), (p.i + 1, p.j + 1)} & places
    }
    elsewhere = [p for p in moved if p.alike >= settings.moved_alike or p.cosine >= settings.moved_near]
    in_a, in_b = {p.i for p in placed}, {p.j for p in placed}
    return sorted({*placed, *elsewhere, *(p for p in divided if p.i in in_a or p.j in in_b)}, key=lambda p: (p.i, p.j))


def _here_and_there(
    a: Sentences, b: Sentences, chain: Sequence[Counterpart], moved: Sequence[Counterpart], settings: ReuseSettings
) -> list[Counterpart]:
    """Where some sentences of a report were taken over: those that keep most words, and those near in meaning between two."""
    firm = [p for p in chain if kept(a, b, p, settings)]
    places = {(p.i, p.j) for p in firm}
    between = [
        p
        for p in chain
        if p.cosine >= settings.reworded_near
        and p.alike >= settings.reworded_alike / 2
        and {(p.i - 1, p.j - 1), (p.i + 1, p.j + 1)} <= places
    ]
    elsewhere = [p for p in moved if p.alike >= settings.moved_alike and kept(a, b, p, settings)]
    return sorted({*firm, *between, *elsewhere}, key=lambda p: (p.i, p.j))


def _shown(a: Sentences, b: Sentences, sure: Sequence[Counterpart], worth: float, found: Mapping[str, float]) -> Rewording:
    chain = rising([p for p in sure if not p.part])
    ranks = {pair: rank for rank, pair in enumerate(chain, 1)}
    placed = tuple(replace(p, place=ranks.get(p)) for p in sure)
    return Rewording(placed, len(chain), len(chain) / max(1, min(len(a.spans), len(b.spans))), worth, found)

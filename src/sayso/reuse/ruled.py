"""What people ruled on passages and on who took from whom: what is rejected stays, says so, and shows nothing any more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.findings import Direction, Lineage, Passage, Relation, Ruling
from sayso.reuse.groups import Between
from sayso.rulings import rejections

Follows = Callable[[str, str, Sequence[Passage]], Lineage]
"""What follows for two documents from passages that they share."""


def without(pairs: Sequence[Between], rulings: Sequence[Ruling], follows: Follows) -> Iterator[Between]:
    """What two documents share without the passages that a person rejected, and without pairs that nothing is left of."""
    gone = rejections([p for passages, _ in pairs for p in passages], rulings)
    apart = rejections([kin for _, kin in pairs], rulings)
    for passages, kin in pairs:
        left = tuple(p for p in passages if p.id not in gone)
        if not left or kin.id in apart:
            continue
        yield (passages, kin) if len(left) == len(passages) else _anew(left, follows(kin.a, kin.b, left))


def _anew(passages: Sequence[Passage], kin: Lineage) -> Between:
    return tuple(replace(passage, direction=kin.direction) for passage in passages), kin


def marked(
    pairs: Sequence[Between], passages: Iterable[Passage], lineages: Iterable[Lineage], rulings: Sequence[Ruling]
) -> Mapping[type, tuple[object, ...]]:
    """All passages and lineages in the order in which they were found, those that were left out with the line that says by whom."""
    standing, kept = {p.id: p for p in passages}, {kin.id: kin for kin in lineages}
    if len(kept) == len(pairs) and not rulings:
        return {Passage: tuple(standing.values()), Lineage: tuple(kept.values())}
    gone = rejections([p for found, _ in pairs for p in found], rulings)
    apart = rejections([kin for _, kin in pairs], rulings)
    every, kin_of = [], []
    for found, kin in pairs:
        every += [standing.get(p.id) or _open(p, (gone.get(p.id) or apart.get(kin.id), *p.because)) for p in found]
        kin_of.append(kept.get(kin.id) or _nothing(kin, apart.get(kin.id) or gone[found[0].id]))
    return {Passage: tuple(every), Lineage: tuple(kin_of)}


def _open(passage: Passage, because: Iterable[str | None]) -> Passage:
    return replace(passage, direction=Direction.UNKNOWN, because=tuple(filter(None, because)))


def _nothing(kin: Lineage, because: str) -> Lineage:
    return Lineage(kin.a, kin.b, Relation.NOT_ESTABLISHED, Direction.UNKNOWN, 0.0, 0.0, (because,))

"""Who repeats whom: what two reports share, how much of each it is, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.findings import Lineage, Passage, PassageKind, Relation
from sayso.web import wording
from sayso.web.contexts.shelf import Shelf, Source

FOLLOWS = {
    Relation.DERIVED: "one took from the other",
    Relation.VERSION: "two versions of one report",
    Relation.COMMON_ORIGIN: "common origin",
    Relation.NOT_ESTABLISHED: "no origin established from it",
}


@dataclass(frozen=True, slots=True)
class Repeat:
    """What two reports share, in words; `follows` is the relation with its direction, `a_share` and `b_share` are in 0…1, `href`
    is where they stand side by side.
    """

    a: Source
    b: Source
    shares: str
    a_share: float
    b_share: float
    relation: str
    follows: str
    because: tuple[str, ...]
    href: str


def repeats(shelf: Shelf, lineages: Sequence[Lineage], passages: Sequence[Passage]) -> tuple[Repeat, ...]:
    """Those that share most first; pairs of which nothing is shown are left out."""
    between: dict[tuple[str, str], list[Passage]] = {}
    for passage in passages:
        between.setdefault((passage.a, passage.b), []).append(passage)
    telling = [one for one in lineages if one.relation is not Relation.NOT_ESTABLISHED or between.get((one.a, one.b))]
    telling.sort(key=lambda one: -max(one.a_share, one.b_share))
    return tuple(_repeat(shelf, one, between.get((one.a, one.b), [])) for one in telling)


def _repeat(shelf: Shelf, one: Lineage, passages: Sequence[Passage]) -> Repeat:
    a, b = shelf.source(one.a), shelf.source(one.b)
    return Repeat(
        a=a,
        b=b,
        shares=_shares(one, a, b, passages),
        a_share=one.a_share,
        b_share=one.b_share,
        relation=one.relation.value,
        follows=_follows(one, a, b),
        because=one.because,
        href=f"/documents/{one.a}/beside/{one.b}",
    )


def _follows(one: Lineage, a: Source, b: Source) -> str:
    said = {Relation.DERIVED: wording.TAKEN, Relation.VERSION: wording.VERSIONS}.get(one.relation)
    return said[one.direction].format(a=name(a, b), b=name(b, a)) if said else FOLLOWS[one.relation]


def _shares(one: Lineage, a: Source, b: Source, passages: Sequence[Passage]) -> str:
    """ "9 passages (7 reworded), 64 % of one and 40 % of the other" with the outlets' names."""
    if not passages:
        return "no passage in common"
    reworded = sum(p.kind is PassageKind.REWORDED for p in passages)
    manner = "all reworded" if reworded == len(passages) else f"{reworded} reworded" if reworded else "word for word"
    return (
        f"{wording.count(len(passages), 'passage')} ({manner}): "
        f"{one.a_share:.0%} of {name(a, b)}, {one.b_share:.0%} of {name(b, a)}"
    )


def name(source: Source, beside: Source) -> str:
    """What tells it from the report beside it: its outlet, or where that is not stated or the same its title."""
    return source.outlet if source.named and source.outlet != beside.outlet else source.title

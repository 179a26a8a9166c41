"""What people ruled about who says what, and what is one claim, before claims are made and on top of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from sayso.collate.told import Told
from sayso.findings import About, Attribution, Difference, Lineage, Passage, Reading, Ruling, What
from sayso.rulings import Groups, about, lying_at, regrouped, rejections

Between = TypeVar("Between", Passage, Lineage)


def heard(readings: Iterable[Reading], rulings: Sequence[Ruling]) -> tuple[Reading, ...]:
    """The readings without the attributions that people rejected: nothing rests on them any more, though they are kept."""
    readings = tuple(readings)
    if not rulings:
        return readings
    said: tuple[Attribution, ...] = tuple(a for reading in readings for a in reading.attributions)
    gone = rejections(said, rulings)
    if not gone:
        return readings
    return tuple(replace(r, attributions=tuple(a for a in r.attributions if a.id not in gone)) for r in readings)


def not_rejected(found: Sequence[Between], rulings: Sequence[Ruling]) -> tuple[Between, ...]:
    """What people let stand: what they rejected ties no accounts together."""
    gone = rejections(found, rulings)
    return tuple(one for one in found if one.id not in gone)


def claims_as_ruled(groups: Sequence[Sequence[int]], accounts: Sequence[Told], rulings: Sequence[Ruling]) -> Groups:
    """The accounts of each claim, by their places, merged and split as people said; else in the order given."""
    ours = about(rulings, About.CLAIM, What.MERGE, What.SPLIT)
    if not ours:
        return [list(group) for group in groups]
    return regrouped(groups, ours, lying_at((account.document, i, (account.span,)) for i, account in enumerate(accounts)))


def with_rejections(found: Sequence[Difference], rulings: Sequence[Ruling]) -> tuple[Difference, ...]:
    """The differences, those that people rejected saying so."""
    gone = rejections(found, rulings)
    return tuple(replace(one, because=(*one.because, gone[one.id])) if one.id in gone else one for one in found)

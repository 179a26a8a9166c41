"""What people ruled about who says what, and what is one claim, before claims are made and on top of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from sayso.collate.told import Told
from sayso.findings import Attribution, Difference, Lineage, Passage, Place, Reading, Ruling
from sayso.findings.pointing import meet
from sayso.rulings import Groups, regrouped, rejections

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
    if not rulings:
        return [list(group) for group in groups]
    here: dict[str, list[int]] = {}
    for i, account in enumerate(accounts):
        here.setdefault(account.document, []).append(i)

    def members(place: Place) -> Iterable[int]:
        return (i for i in here.get(place.document, ()) if meet(Place(place.document, accounts[i].span), place))

    return regrouped(groups, rulings, members)


def with_rejections(found: Sequence[Difference], rulings: Sequence[Ruling]) -> tuple[Difference, ...]:
    """The differences, those that people rejected saying so."""
    gone = rejections(found, rulings)
    return tuple(replace(one, because=(*one.because, gone[one.id])) if one.id in gone else one for one in found)

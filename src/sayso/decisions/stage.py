"""Decisions as two stages: before anything is found, where they point today; after all, what has become of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sayso.decisions.anchors import Shelf
from sayso.decisions.resolving import rulings
from sayso.decisions.settling import Settled
from sayso.documents import Document, Version
from sayso.findings import Attribution, Claim, Difference, Event, Lineage, Party, Passage, Story
from sayso.findings.decisions import Decision, Ruling, Standing
from sayso.stages import Bench, Found, Outcome


@dataclass(frozen=True, slots=True)
class Rule:
    """The first stage after reading: the rulings that the later stages put on top of what they find."""

    name: ClassVar[str] = "rule"
    version: ClassVar[int] = 1
    needs: ClassVar[tuple[type, ...]] = (Document,)
    gives: ClassVar[tuple[type, ...]] = (Ruling,)

    def run(self, found: Found, bench: Bench) -> Outcome:
        return Outcome({Ruling: rulings(found[Decision], _shelf(found))})


@dataclass(frozen=True, slots=True)
class Settle:
    """The last stage: for every decision whether it stands, and on which finding of today."""

    name: ClassVar[str] = "settle"
    version: ClassVar[int] = 1
    needs: ClassVar[tuple[type, ...]] = (Document, Attribution, Passage, Lineage, Story, Party, Claim, Difference, Event)
    gives: ClassVar[tuple[type, ...]] = (Standing,)

    def run(self, found: Found, bench: Bench) -> Outcome:
        return Outcome({Standing: Settled(found, _shelf(found)).of(found[Decision])})


def _shelf(found: Found) -> Shelf:
    """The documents of today, and which of them took the place of an earlier text."""
    return Shelf(found[Document], {version.was.id: version.document for version in found[Version]})

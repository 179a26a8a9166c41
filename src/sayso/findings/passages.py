"""Which reports repeat one another: found by reuse."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.spans import Span


class PassageKind(StrEnum):
    VERBATIM = "verbatim"
    REWORDED = "reworded"


class Direction(StrEnum):
    A_TO_B = "a→b"
    B_TO_A = "b→a"
    COMMON = "common"
    UNKNOWN = "unknown"


class Relation(StrEnum):
    """How two documents stand to each other: one took from the other, both took from a third, both are one outlet's texts of one
    report (the direction goes from the earlier version to the later), or nothing is shown.
    """

    DERIVED = "derived"
    VERSION = "version"
    COMMON_ORIGIN = "common origin"
    NOT_ESTABLISHED = "not established"


@dataclass(frozen=True, slots=True)
class Passage:
    """The same text in two documents, `a` the one with the smaller id. `score` in 0…1: share of words alike, or the cosine."""

    id: str
    a: str
    a_span: Span
    b: str
    b_span: Span
    kind: PassageKind
    score: float
    direction: Direction
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """What follows for two documents from their passages, credits and dates. `a_share`, `b_share`: part of each body they share.

    It is known by its two documents: `id` is "a+b".
    """

    a: str
    b: str
    relation: Relation
    direction: Direction
    a_share: float
    b_share: float
    because: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.a}+{self.b}"

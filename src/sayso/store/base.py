"""What a case answers, whatever it is kept in. Pages, reports, exports and commands read through this and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sayso.findings import Attribution, Party

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StageRun:
    """One stage of the latest run: finished with so many values and rejects after so many seconds, or not finished (None)."""

    stage: str
    version: int
    seconds: float | None
    gave: int
    rejected: int


class View(Protocol):
    """A case as it stands at one moment. Kinds are the value classes of `documents` and `findings`:

    Document, Version, Profile, Rejected, Annotation, Unread, Attribution, Passage, Lineage, Story, Party, Claim, Difference, Event,
    Decision, Standing. Values come back equal to those that the stages gave, in a fixed order, decisions in that of their log;
    asking for another kind raises `KeyError`.
    """

    @property
    def name(self) -> str:
        """The case's name: its file's name without the ending."""
        ...

    def all(self, kind: type[T]) -> Sequence[T]:
        """Every value of the kind."""
        ...

    def get(self, kind: type[T], key: str) -> T | None:
        """The value whose id is `key` (a Profile, Annotation or Unread: its document's id), or None."""
        ...

    def ids(self, kind: type) -> Sequence[str]:
        """The ids of every value of a kind that has ids, in the same order; far quicker than the values."""
        ...

    def in_document(self, kind: type[T], *documents: str) -> Sequence[T]:
        """Those that touch one of the documents: attributions, passages on either side, parties mentioned, claims accounted for."""
        ...

    def in_story(self, kind: type[T], *stories: str) -> Sequence[T]:
        """Those of the stories: their documents and what was found in them, their claims, differences, events."""
        ...

    def search(self, kind: type, query: str) -> Sequence[str]:
        """The ids of the documents, claims or parties that hold all words of the query, the best first; none for an empty query.

        Accents and case do not matter; "words in this order" stand so; a word that ends in * may go on.
        """
        ...

    def speaker(self, attribution: Attribution) -> Party | None:
        """The party across the case that stands behind an attribution's source."""
        ...

    def runs(self) -> Sequence[StageRun]:
        """The stages of the latest run, in order; the case is complete when each has its seconds."""
        ...

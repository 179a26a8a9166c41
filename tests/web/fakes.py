"""A case held in memory, for tests of whatever reads a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sayso.documents import Document, Profile, Rejected
from sayso.findings import (
    Annotation,
    Attribution,
    Claim,
    Decision,
    Difference,
    Event,
    Lineage,
    Party,
    Passage,
    Standing,
    Story,
    Unread,
)  # fmt: skip
from sayso.store.base import StageRun
from sayso.terms import phrases, places

T = TypeVar("T")
KINDS: tuple[type, ...] = (
    Document, Profile, Rejected, Annotation, Unread, Attribution, Passage, Lineage, Story, Party, Claim, Difference, Event,
    Decision, Standing,
)  # fmt: skip


@dataclass(frozen=True)
class FakeView:
    """Answers as `store.base.View` says, from a tuple of values of any kinds."""

    values: tuple[Any, ...] = ()
    name: str = "invented"
    stages: tuple[StageRun, ...] = ()

    def all(self, kind: type[T]) -> Sequence[T]:
        if kind not in KINDS:
            raise KeyError(kind)
        return tuple(v for v in self.values if isinstance(v, kind))

    def get(self, kind: type[T], key: str) -> T | None:
        field = "document" if kind in (Profile, Annotation, Unread) else "id"
        return next((v for v in self.all(kind) if getattr(v, field) == key), None)

    def ids(self, kind: type) -> Sequence[str]:
        values: Sequence[Any] = self.all(kind)
        return tuple(v.id for v in values)

    def in_document(self, kind: type[T], *documents: str) -> Sequence[T]:
        return tuple(v for v in self.all(kind) if documents_of(v) & set(documents))

    def in_story(self, kind: type[T], *stories: str) -> Sequence[T]:
        belonging = [v for story in stories for v in self._of(kind, story)]
        return tuple(v for v in self.all(kind) if v in belonging)

    def _of(self, kind: type[T], story: str) -> Sequence[T]:
        found = self.get(Story, story)
        inside = set(found.documents) if found else set()
        claims = {c.id for c in self.all(Claim) if c.story == story}

        def belongs(value: Any) -> bool:
            if isinstance(value, Claim | Event):
                return value.story == story
            if isinstance(value, Difference):
                return value.claim in claims
            touched = documents_of(value)
            return touched <= inside if isinstance(value, Lineage | Passage) else bool(touched & inside)

        return tuple(v for v in self.all(kind) if belongs(v))

    def search(self, kind: type, query: str) -> Sequence[str]:
        asked = phrases(query)
        words = {Document: ("text",), Claim: ("text",), Party: ("name", "aliases")}[kind]
        values: Sequence[Any] = self.all(kind)
        texts = [(v.id, " . ".join(map(str, (getattr(v, name) for name in words)))) for v in values]
        return tuple(key for key, text in texts if asked and all(places(text, (phrase,)) for phrase in asked))

    def speaker(self, attribution: Attribution) -> Party | None:
        return next((p for p in self.all(Party) if attribution.speaker in p.members), None)

    def runs(self) -> Sequence[StageRun]:
        return self.stages


def documents_of(value: Any) -> set[str]:
    """The documents that a value touches."""
    match value:
        case Document():
            return {value.id}
        case Passage() | Lineage():
            return {value.a, value.b}
        case Claim():
            return {a.document for a in value.accounts}
        case Party():
            return {m.document for m in value.mentions}
        case Difference():
            return {s.document for s in value.sides}
        case Story():
            return set(value.documents)
        case _:
            return {value.document}

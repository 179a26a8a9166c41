"""What a stage is, what it is given, and the run that takes documents through all of them.

A stage says which kinds of values it needs and gives; the order is checked before anything runs. It never knows the store, the
engine or another stage: it gets a `Found` to read from and a `Bench` to work on, and gives an `Outcome`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from sayso.documents import Document, Profile, Rejected
from sayso.errors import SaysoError
from sayso.findings import Annotation, Attribution, Moment, Reading, Recognised, Sentence, SentenceVectors, Unread
from sayso.spans import Span

T = TypeVar("T")
R = TypeVar("R")

ONE_A_DOCUMENT: tuple[type, ...] = (Profile, Annotation, SentenceVectors)
"""Kinds of which every document that goes on has exactly one: whatever gives them must give one or reject the document."""


class StageFault(SaysoError):  # noqa: N818
    """Stages in an order that cannot work, or a stage that broke its word: a fault of Sayso, not of the input."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is: `done` of `total` pieces of work. A terminal bar, a log and a page show the same events."""

    stage: str
    done: int
    total: int


Listener = Callable[[Progress], None]

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
"""The sentence encoder as a stage sees it: n texts in, n rows of length 1 out, float32, shape (n, 384); given by the order."""

class Recognise(Protocol):
    """What finds names and who says what; given by the order."""

    def __call__(self, texts: Sequence[tuple[str, Sequence[Span]]]) -> list[Recognised]:
        """For each text what is found in the given stretches of it, its paragraphs, and which of them it cannot read."""
        ...


Dated = Callable[[str, Sequence[Sentence], str | None], tuple[Moment, ...]]
"""What the words for dates in a text's sentences mean if it was published on an EDTF date; given by the order."""


class Bench(Protocol):
    """Where a stage's work is done. An engine brings it; results come back in the order of the items, whoever does the work."""

    def each(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """`work(item)` for each item, in order, counted as progress of the stage that asks."""
        ...

    def tell(self, done: int, total: int) -> None:
        """Progress of work that is not a simple walk over items."""
        ...


class Engine(Protocol):
    def bench(self, stage: str) -> Bench:
        """The bench for one stage."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """All that was found so far, by kind of value: `found[Story]` are the stories."""

    kinds: Mapping[type, tuple[object, ...]] = field(default_factory=dict)

    def __getitem__(self, kind: type[T]) -> tuple[T, ...]:
        return cast("tuple[T, ...]", self.kinds.get(kind, ()))

    def __contains__(self, kind: type) -> bool:
        return kind in self.kinds

    def plus(self, values: Mapping[type, tuple[object, ...]]) -> Found:
        return Found({**self.kinds, **values})

    def readings(self) -> tuple[Reading, ...]:
        """Each document with all that was found within it, in the order of the documents."""
        profiles = {p.document: p for p in self[Profile]}
        annotations = {a.document: a for a in self[Annotation]}
        vectors = {v.document: v.rows for v in self[SentenceVectors]}
        unread = {u.document: u.paragraphs for u in self[Unread]}
        said: dict[str, list[Attribution]] = {}
        for attribution in self[Attribution]:
            said.setdefault(attribution.document, []).append(attribution)
        return tuple(
            Reading(d, profiles[d.id], annotations[d.id], vectors[d.id], tuple(said.get(d.id, ())), unread.get(d.id, ()))
            for d in self[Document]
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a stage gives: its values by kind, and what it rejects. A rejected document goes no further, and is kept as rejected."""

    values: Mapping[type, tuple[object, ...]]
    rejected: tuple[Rejected, ...] = ()


class Stage(Protocol):
    """`version` rises whenever the same input may give another result, so that a case knows what to compute again."""

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def needs(self) -> tuple[type, ...]: ...
    @property
    def gives(self) -> tuple[type, ...]: ...

    def run(self, found: Found, bench: Bench) -> Outcome: ...


def check(stages: Sequence[Stage], given: Sequence[type]) -> None:
    """Raises `StageFault` unless every stage finds what it needs among what was given before it."""
    there = set(given)
    for stage in stages:
        missing = [kind.__name__ for kind in stage.needs if kind not in there]
        if missing:
            raise StageFault(f"stage {stage.name} needs {', '.join(missing)}, which nothing before it gives")
        there.update(stage.gives)


Keep = Callable[[Stage, Outcome], None]


def run(stages: Sequence[Stage], found: Found, engine: Engine, keep: Keep) -> Found:
    """All stages in order over what was found; `keep` is called once a stage, with what it gave, before the next begins.

    Raises `StageFault` when the order cannot work or a stage loses a document without rejecting it.
    """
    check(stages, tuple(found.kinds))
    for stage in stages:
        outcome = stage.run(found, engine.bench(stage.name))
        _check_word(stage, found, outcome)
        keep(stage, outcome)
        found = _go_on(found, outcome)
    return found


def _check_word(stage: Stage, found: Found, outcome: Outcome) -> None:
    if set(outcome.values) != set(stage.gives):
        raise StageFault(f"stage {stage.name} did not give what it promised")
    gone = {r.document for r in outcome.rejected}
    expected = [d.id for d in found[Document] if d.id not in gone]
    for kind in ONE_A_DOCUMENT:
        if kind in outcome.values:
            values = cast("tuple[Profile | Annotation | SentenceVectors, ...]", outcome.values[kind])
            if [value.document for value in values] != expected:
                raise StageFault(f"stage {stage.name} lost a document on the way")


def _go_on(found: Found, outcome: Outcome) -> Found:
    found = found.plus(outcome.values)
    gone = {r.document for r in outcome.rejected if r.document}
    if not gone:
        return found
    left: dict[type, tuple[object, ...]] = {Document: tuple(d for d in found[Document] if d.id not in gone)}
    for kind in ONE_A_DOCUMENT:
        if kind in found:
            values = cast("tuple[Profile | Annotation | SentenceVectors, ...]", found.kinds[kind])
            left[kind] = tuple(value for value in values if value.document not in gone)
    return found.plus(left)

"""A run of the stages over a case: what is kept, what is rejected, what happens when it is stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from sayso.cli.interrupts import Interrupts
from sayso.cli.place import typed
from sayso.documents import Document, Offer, Rejected, Version
from sayso.engines.local import LocalEngine
from sayso.errors import NothingUsable, SaysoError, UsageError
from sayso.fetch.base import Look
from sayso.findings import Decision
from sayso.stages import Bench, Engine, Found, Listener, Outcome, Progress, Stage, run
from sayso.store.writer import Writer

T = TypeVar("T")
R = TypeVar("R")


class Stopped(SaysoError):  # noqa: N818 (the user's wish, not a fault)
    """Ctrl-C was pressed; what was kept by then stays."""

    exit_code = 130


@dataclass(slots=True)
class Run:
    """What has come of a run so far; `looks` are what came of the addresses that were fetched for it, `waiting` the
    decisions that people made while it went on.
    """

    case: Path
    documents: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    waiting: int = 0


def run_case(
    case: Path,
    offers: Sequence[Offer] | None,
    stages: Sequence[Stage],
    listener: Listener,
    reject: Callable[[Rejected], None],
    refused: Sequence[Rejected] = (),
) -> Run:
    """Runs all stages over the documents of the case and those newly offered, and keeps each stage's findings when it is done.

    With no offers (None) what the case holds is computed anew. `reject` hears of each reject when it is kept. What was `refused`
    before, while it was fetched, is kept with what reading rejects. Raises
    `NothingUsable` when there is no document to go on with, `UsageError` when there is neither a case nor an offer, and
    `Stopped` on Ctrl-C.
    """
    made = Run(case)
    with Interrupts() as interrupts, Writer(case) as writer:
        found, todo = _start(writer, offers, stages)
        engine = _Watched(LocalEngine(partial(_listen, listener, interrupts)))
        writer.begin_run(stages)

        def keep(stage: Stage, outcome: Outcome) -> None:
            _must_have_documents(made, outcome, reject)
            before = refused if Document in stage.gives else ()
            with interrupts.held():
                writer.keep(stage, replace(outcome, rejected=(*before, *outcome.rejected)))
                made.kept.append(stage.name)
            made.rejected += (*before, *outcome.rejected)
            for rejected in outcome.rejected:
                reject(rejected)

        try:
            left = run(todo, found, engine, keep)
            made.waiting = len(writer.decisions()) - len(found[Decision])
        except KeyboardInterrupt as e:
            raise _stopped(made) from e
    made.documents = len(left[Document])
    if not left[Document]:
        raise NothingUsable(f"{case}: none of the documents can be used", "The lines above say why.")
    return made


def _start(writer: Writer, offers: Sequence[Offer] | None, stages: Sequence[Stage]) -> tuple[Found, Sequence[Stage]]:
    """What the run begins with, and the stages it goes through: without offers, all after reading."""
    before = writer.documents()
    held: Mapping[type, tuple[object, ...]] = {Document: before, Version: writer.versions()}
    ruled: Mapping[type, tuple[object, ...]] = {Decision: writer.decisions()}
    if offers is not None:
        if not offers:
            raise NothingUsable("There is nothing to read there", "Name files, or a folder with files in it.")
        return Found({Offer: tuple(offers), **ruled, **(held if before else {})}), stages
    if not before:
        raise UsageError(
            f"{writer.path}: there is no document in this case yet", "Say what to read: sayso run PATH -c NAME.sayso"
        )
    return Found({**held, **ruled}), [stage for stage in stages if Document not in stage.gives]


def _must_have_documents(made: Run, outcome: Outcome, reject: Callable[[Rejected], None]) -> None:
    """A case in which nothing could be read is not made."""
    if Document in outcome.values and not outcome.values[Document]:
        for rejected in outcome.rejected:
            reject(rejected)
        hint = f"{made.case} was not changed." if made.case.exists() else "No case was made."
        raise NothingUsable("Nothing of what you gave could be read", hint)


def _listen(listener: Listener, interrupts: Interrupts, progress: Progress) -> None:
    interrupts.check()
    listener(progress)


def _stopped(made: Run) -> Stopped:
    """What was kept, and how to go on."""
    if not made.kept:
        return Stopped(f"Stopped. {made.case} is as it was before.", "To start again, give the same command.")
    return Stopped(
        f"Stopped. {made.case} keeps what these stages found: {', '.join(made.kept)}.", f"To go on: sayso run -c {typed(made.case)}"
    )


@dataclass(frozen=True, slots=True)
class _Watched:
    """An engine whose faults say in which stage and at which document they arose."""

    engine: Engine

    def bench(self, stage: str) -> Bench:
        return _WatchedBench(self.engine.bench(stage), stage)


@dataclass(frozen=True, slots=True)
class _WatchedBench:
    bench: Bench
    stage: str

    def each(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        return self.bench.each(partial(_noting, work, self.stage), items)

    def tell(self, done: int, total: int) -> None:
        self.bench.tell(done, total)


def _noting(work: Callable[[T], R], stage: str, item: T) -> R:
    try:
        return work(item)
    except Exception as e:
        where = getattr(getattr(item, "document", item), "key", None)
        e.add_note(f"stage {stage}" + (f", {where}" if isinstance(where, str) else ""))
        raise

"""A desk on one case: processes that decide and read at once. `python -m tests.chaos.desk [PROCESSES] [EACH]` prints figures."""

from __future__ import annotations

import multiprocessing
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.decisions.deciding import decide
from sayso.findings import Claim, Decision
from sayso.findings.decisions import What
from sayso.stages import Outcome
from sayso.store.verifying import flaws
from sayso.store.view import CaseView
from sayso.store.writer import Writer
from tests.store.values import stages

WRITES = 0.5
"""The part of what a hand does that is a decision; the rest is reading."""

LONGEST_S = 30.0


@dataclass(frozen=True, slots=True)
class Hand:
    """What one process did: the decisions that were acknowledged, and how long each decision and each reading took."""

    acknowledged: tuple[str, ...]
    decided_s: tuple[float, ...]
    read_s: tuple[float, ...]


def work(case: Path, name: str, each: int) -> Hand:
    """Decides and reads by turns, as dice fall."""
    dice = random.Random(name)
    acknowledged, decided, read = [], [], []
    for number in range(each):
        began = time.perf_counter()
        if dice.random() < WRITES:
            made = decide(case, What.NOTE, ["c-1"], who=name, reason=f"note {number}")
            acknowledged.append(made.decision.id)
            decided.append(time.perf_counter() - began)
        else:
            with CaseView(case) as view:
                log = {decision.id for decision in view.all(Decision)}
            assert log.issuperset(acknowledged), "what was acknowledged must be seen"
            read.append(time.perf_counter() - began)
    return Hand(tuple(acknowledged), tuple(decided), tuple(read))


def at_once(case: Path, processes: int, each: int) -> list[Hand]:
    """All hands on the case at once. Fails when an acknowledged decision is not in the log, in order, or the case is not sound."""
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        hands = pool.starmap(work, [(case, f"Hand {number}", each) for number in range(processes)], chunksize=1)
    with CaseView(case) as view:
        assert view.all(Claim)
        log = [decision.id for decision in view.all(Decision)]
    assert sorted(log) == sorted(key for hand in hands for key in hand.acknowledged)
    assert flaws(case) == ()
    return hands


def made(folder: Path) -> Path:
    """The small hand-made case."""
    case = folder / "desk.sayso"
    with Writer(case) as writer:
        writer.begin_run(stages())
        for stage in stages():
            writer.keep(stage, Outcome(stage.values, stage.rejected))
    return case


def told(what: str, seconds: Sequence[float]) -> str:
    ordered = sorted(seconds)
    middle, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    return f"{len(ordered)} {what}: median {middle * 1000:.0f} ms, p95 {late * 1000:.0f} ms, longest {ordered[-1]:.2f} s"


def main(arguments: Sequence[str]) -> None:
    processes = int(arguments[0]) if arguments else 8
    each = int(arguments[1]) if len(arguments) > 1 else 500
    folder = Path(tempfile.mkdtemp())
    try:
        began = time.perf_counter()
        hands = at_once(made(folder), processes, each)
    finally:
        shutil.rmtree(folder)
    decided = [s for hand in hands for s in hand.decided_s]
    read = [s for hand in hands for s in hand.read_s]
    print(f"{processes} processes, {each} each, {time.perf_counter() - began:.0f} s; none lost")
    print(told("decisions", decided))
    print(told("readings", read))
    assert max(*decided, *read) < LONGEST_S


if __name__ == "__main__":
    main(sys.argv[1:])

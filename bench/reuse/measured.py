"""What a piece of work takes, in a process of its own, so that the memory of one is not that of the other."""

from __future__ import annotations

import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from types import ModuleType
from typing import Any

Steps = tuple[tuple[ModuleType, str, str], ...]
"""Functions by their module and name, and what the step that they are is called."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock and of the processor, MB of memory at the most, and those that were there before; what was found.

    The processor's seconds hold where other programs are at work too.
    """

    clock: float
    processor: float
    peak: float
    before: float
    steps: dict[str, float] = field(default_factory=dict)
    found: Any = None


def apart(work: Callable[[], Any], steps: Steps = ()) -> Taken:
    """`work` done in a fork of this process, which has all that this one has."""
    ours, theirs = get_context("fork").Pipe(duplex=False)
    process = get_context("fork").Process(target=_measure, args=(work, steps, theirs))
    process.start()
    theirs.close()
    try:
        taken = ours.recv()
    except EOFError:
        raise SystemExit("the measured process ended without an answer; was there too little memory?") from None
    process.join()
    assert isinstance(taken, Taken)
    return taken


def _measure(work: Callable[[], Any], steps: Steps, answer: Connection) -> None:
    before, clock, processor = _megabytes(), time.perf_counter(), time.process_time()
    with clocked(steps) as seconds:
        found = work()
    taken = time.perf_counter() - clock, time.process_time() - processor
    answer.send(Taken(*taken, _megabytes(), before, dict(seconds), found))


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@contextmanager
def clocked(steps: Steps) -> Iterator[dict[str, float]]:
    """The processor's seconds in each step as long as this holds."""
    seconds: dict[str, float] = defaultdict(float)
    before = [(module, name, getattr(module, name)) for module, name, _ in steps]
    for module, name, step in steps:
        setattr(module, name, _watched(getattr(module, name), step, seconds))
    try:
        yield seconds
    finally:
        for module, name, function in before:
            setattr(module, name, function)


def _watched(function: Callable[..., Any], step: str, seconds: dict[str, float]) -> Callable[..., Any]:
    def watched(*given: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return function(*given, **named)
        finally:
            seconds[step] += time.process_time() - start

    return watched

"""The engine that works on this machine, in this process. The encoder inside it uses several threads of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.stages import Listener, Progress

T = TypeVar("T")
R = TypeVar("R")


def _nobody(_: Progress) -> None:
    """Listens to nothing."""


@dataclass(frozen=True, slots=True)
class LocalBench:
    stage: str
    listener: Listener

    def each(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        self.tell(0, len(items))
        for done, item in enumerate(items, 1):
            yield work(item)
            self.tell(done, len(items))

    def tell(self, done: int, total: int) -> None:
        self.listener(Progress(self.stage, done, total))


@dataclass(frozen=True, slots=True)
class LocalEngine:
    listener: Listener = _nobody

    def bench(self, stage: str) -> LocalBench:
        return LocalBench(stage, self.listener)

"""How far a run is, on standard error: a bar on a terminal, a line a stage elsewhere, nothing when asked to be quiet."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from sayso.stages import Progress

DOING = {
    "read": "Reading the documents",
    "rule": "Looking up what people decided",
    "clean": "Telling reports from what is around them",
    "annotate": "Finding sentences, names, numbers, dates",
    "attribute": "Finding who says what",
    "reuse": "Finding who repeats whom",
    "stories": "Grouping reports into stories",
    "collate": "Comparing the accounts of each claim",
    "timeline": "Laying out what happened when",
    "settle": "Seeing how decisions stand",
}


class Shown(Protocol):
    """Shows the progress of a run; `around` is in force while the run goes on."""

    def __call__(self, progress: Progress) -> None: ...

    def around(self) -> AbstractContextManager[object]: ...


class Silent:
    def __call__(self, progress: Progress) -> None:
        """Shows nothing."""

    def around(self) -> AbstractContextManager[object]:
        return nullcontext()


class Lines:
    """One line when a stage begins: what a log can keep."""

    def __init__(self) -> None:
        self._stage = ""

    def __call__(self, progress: Progress) -> None:
        if progress.stage != self._stage:
            self._stage = progress.stage
            print(f"{doing(progress.stage)} …", file=sys.stderr, flush=True)

    def around(self) -> AbstractContextManager[object]:
        return nullcontext()


class Bar:
    """One bar a stage, the finished ones above the one that moves."""

    def __init__(self, console: Console) -> None:
        self._bars = Bars(
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
        )
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, progress: Progress) -> None:
        task = self._tasks.get(progress.stage)
        if task is None:
            task = self._tasks[progress.stage] = self._bars.add_task(doing(progress.stage), total=None)
        self._bars.update(task, completed=progress.done, total=progress.total)

    def around(self) -> AbstractContextManager[object]:
        return self._bars


def doing(stage: str) -> str:
    return DOING.get(stage, stage)


def shown(*, quiet: bool) -> Shown:
    """What fits the place where standard error goes."""
    console = Console(stderr=True)
    if quiet:
        return Silent()
    return Bar(console) if console.is_terminal and not console.is_dumb_terminal else Lines()

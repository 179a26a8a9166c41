"""SIGKILL at random moments of run, add, decide, export and backup.

After each: nothing that was acknowledged is lost, what lies there holds together, and the same command given again ends in the
same export as one that nobody disturbed.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sayso.findings import Decision
from sayso.store.verifying import flaws
from sayso.store.view import CaseView
from tests.chaos.killing import Forked
from tests.cli.conftest import CORPUS

NOTES = 40
"""Decisions that one child would make if it were let."""


@dataclass(slots=True)
class Ground:
    """A folder with a case of two reports, and what each command is to come to, undisturbed."""

    folder: Path
    forked: Forked
    seconds: dict[str, float] = field(default_factory=dict)
    whole: dict[str, dict[str, bytes]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        (self.folder / "first").mkdir()
        for name, text in CORPUS.items():
            (self.folder / ("more.html" if name.endswith("html") else f"first/{name}")).write_text(text, "utf8")
        self.seconds["run"] = self.forked.seconds("run", self.folder / "first", "-c", self.base, "-q")
        grown = self.copy("grown")
        self.seconds["add"] = self.forked.seconds("add", grown, self.folder / "more.html", "-q")
        self.seconds["deciding"] = self.forked.seconds("deciding", self.copy("ruled"), self.folder / "heard-0", NOTES)
        self.seconds["export"] = self.forked.seconds("export", self.base, "-o", self.folder / "base-export")
        self.seconds["backup"] = self.forked.seconds("backup", self.base, self.folder / "copy.sayso")
        self.whole = {"base": self.exported(self.base), "grown": self.exported(grown)}

    @property
    def base(self) -> Path:
        return self.folder / "base.sayso"

    def copy(self, name: str) -> Path:
        """A fresh copy of the case, with nothing beside it."""
        place = self.folder / f"{name}.sayso"
        for left in self.folder.glob(f"*{name}.sayso*"):
            left.unlink()
        return Path(shutil.copy(self.base, place))

    def exported(self, case: Path) -> dict[str, bytes]:
        folder = self.folder / f"{case.stem}-export"
        assert self.forked.ended("export", case, "-o", folder) == 0, case
        return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def sound(case: Path) -> None:
    """Nothing is wrong with the case; the empty file of a run stopped at its very start counts as none."""
    if case.exists() and case.stat().st_size:
        assert flaws(case) == (), case


def kill_run(ground: Ground, after_s: float) -> int:
    case = ground.folder / "new.sayso"
    for left in ground.folder.glob("*new.sayso*"):
        left.unlink()
    ended = ground.forked.ended("run", ground.folder / "first", "-c", case, "-q", after_s=after_s)
    sound(case)
    assert ground.forked.ended("run", ground.folder / "first", "-c", case, "-q") == 0
    assert ground.exported(case) == ground.whole["base"]
    return ended


def kill_add(ground: Ground, after_s: float) -> int:
    case = ground.copy("more")
    ended = ground.forked.ended("add", case, ground.folder / "more.html", "-q", after_s=after_s)
    sound(case)
    assert ground.forked.ended("add", case, ground.folder / "more.html", "-q") == 0
    assert ground.exported(case) == ground.whole["grown"]
    return ended


def kill_decide(ground: Ground, after_s: float) -> int:
    case, heard = ground.copy("rule"), ground.folder / "heard"
    heard.unlink(missing_ok=True)
    ended = ground.forked.ended("deciding", case, heard, NOTES, after_s=after_s)
    sound(case)
    acknowledged = heard.read_text().split() if heard.exists() else []
    with CaseView(case) as view:
        kept = [decision.id for decision in view.all(Decision)]
    assert kept[: len(acknowledged)] == acknowledged
    assert len(kept) <= len(acknowledged) + 1
    return ended


def kill_export(ground: Ground, after_s: float) -> int:
    folder = ground.folder / "out"
    shutil.rmtree(folder, ignore_errors=True)
    ended = ground.forked.ended("export", ground.base, "-o", folder, after_s=after_s)
    sound(ground.base)
    for file in folder.glob("[!.]*"):
        assert file.read_bytes() == ground.whole["base"][file.name], file
    assert ground.forked.ended("export", ground.base, "-o", folder) == 0
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == ground.whole["base"]
    return ended


def kill_backup(ground: Ground, after_s: float) -> int:
    copy = ground.folder / "kept.sayso"
    copy.unlink(missing_ok=True)
    ended = ground.forked.ended("backup", ground.base, copy, after_s=after_s)
    sound(ground.base)
    sound(copy)
    assert ground.forked.ended("backup", ground.base, copy, "--force") == 0
    assert ground.exported(copy) == ground.whole["base"]
    return ended


COMMANDS: Mapping[str, Callable[[Ground, float], int]] = {
    "run": kill_run,
    "add": kill_add,
    "deciding": kill_decide,
    "export": kill_export,
    "backup": kill_backup,
}


def kill(ground: Ground, count: int, dice: random.Random) -> Counter[str]:
    """Kills each command in its turn, `count` times in all, and counts how many were still at work."""
    struck: Counter[str] = Counter()
    for turn in range(count):
        name = list(COMMANDS)[turn % len(COMMANDS)]
        ended = COMMANDS[name](ground, dice.uniform(0, ground.seconds[name]))
        struck[name] += ended < 0
    return struck

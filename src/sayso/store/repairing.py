"""A new case in the place of a damaged one, which is kept beside it."""

from __future__ import annotations

import os
import shutil
from itertools import count
from pathlib import Path

from sayso.documents import Document, Version
from sayso.errors import UsageError
from sayso.findings import Decision, Hold, Standing
from sayso.stages import Outcome, Stage
from sayso.store.log import append
from sayso.store.places import BESIDE, synced, take_name
from sayso.store.salvage import Salvaged
from sayso.store.writer import Writer


def begun(draft: Path, saved: Salvaged, stages: tuple[Stage, ...]) -> None:
    """A new case with what was saved, as if it had just been read: the findings are still to come."""
    first = next(stage for stage in stages if Document in stage.gives)
    with Writer(draft) as writer:
        writer.begin_run(stages)
        writer.keep(first, Outcome({Document: saved.documents, Version: saved.versions}, saved.rejected))
    for decision in saved.decisions:
        _ruled(draft, decision)


def put_in_place(draft: Path, case: Path, late: tuple[Decision, ...]) -> Path:
    """Gives the new case its name, with the decisions that came late, and returns where the damaged one is kept.

    Raises `UsageError` when the disk does not take it; the damaged case is then where it was.
    """
    for decision in late:
        _ruled(draft, decision)
    try:
        kept = _kept(case)
        for tail in BESIDE:  # the old one's, and poison to the new one
            left = case.with_name(case.name + tail)
            if left.exists():
                left.replace(kept.with_name(kept.name + tail))
        take_name(draft, case)
    except OSError as e:
        raise UsageError(f"{case}: cannot be replaced: {e.strerror or e}", "Check the disk and the room on it.") from e
    return kept


def _ruled(draft: Path, decision: Decision) -> None:
    append(draft, decision, Standing(decision.id, Hold.WAITS, None, ()))


def _kept(case: Path) -> Path:
    """The damaged file under a second name, so that there is a case at its place at every moment."""
    for number in count(1):
        kept = case.with_name(f"{case.stem}.damaged-{number}{case.suffix}")
        if kept.exists():
            continue
        try:
            os.link(case, kept)
        except FileExistsError:
            continue
        except OSError:  # a disk without links
            shutil.copy2(case, kept)
            synced(kept)
        return kept
    raise AssertionError("there is no end to numbers")

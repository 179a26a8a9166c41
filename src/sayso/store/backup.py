"""A copy of a case while it is open, also while a run writes to it: whole as of one moment, and checked before it has its name."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sayso.errors import UsageError
from sayso.store.faults import damaged, told
from sayso.store.file import must_be_file, no_case
from sayso.store.view import CaseView

PAGES = 1000
"""Pages that are copied at once: between them a writer may go on, and what it changed is copied again."""


def backup(case: Path, to: Path, *, force: bool = False) -> None:
    """Copies the case to the place, which holds all of it when this returns and is synced.

    Raises `UsageError` when there is no case, when something is there already and it is not to be replaced (`force`), or when it
    cannot be written; `CaseDamaged` when the copy does not hold together. What was at the place before is then still there.
    """
    must_be_file(case)
    must_be_file(to)
    if not case.exists():
        raise no_case(case)
    if to.exists() and to.samefile(case):
        raise UsageError(f"{to}: is the case itself", "Name another place.")
    if to.exists() and not force:
        raise UsageError(f"{to}: is there already", "Name another place, or say --force to replace it.")
    with CaseView(case):
        pass  # whatever keeps it from being read is said in its own words
    draft = to.with_name(f".{to.name}.part")
    try:
        _copied(case, draft)
        draft.replace(to)
        _synced(to.parent)
    except OSError as e:
        raise UsageError(
            f"{to}: cannot write there: {e.strerror or e}", "Name a place that is yours to write, on a disk with room."
        ) from e
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _copied(case: Path, draft: Path) -> None:
    draft.unlink(missing_ok=True)
    address = f"{case.absolute().as_uri()}?mode=rw"
    with told(draft), closing(sqlite3.connect(address, uri=True, timeout=60)) as source, closing(sqlite3.connect(draft)) as copy:
        source.backup(copy, pages=PAGES)
        copy.execute("PRAGMA journal_mode=DELETE")
        found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise damaged(case, found)
    _synced(draft)


def _synced(place: Path) -> None:
    """What is written there outlasts a power cut; a folder's names too."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

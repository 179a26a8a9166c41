"""A copy of a case while it is open, also while a run writes to it: whole as of one moment, and checked before it has its name."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sayso.errors import UsageError
from sayso.store.faults import damaged, told
from sayso.store.file import State, engine, must_be_file, no_case, state
from sayso.store.places import draft_of, take_name

PATIENCE_S = 60.0
"""How long a copy waits for a stage that is just being kept."""


def backup(case: Path, to: Path, *, force: bool = False) -> None:
    """Copies the case to the place, which holds all of it when this returns and is synced.

    Raises `UsageError` when there is no case, when something is there already and it is not to be replaced (`force`), or when it
    cannot be written; `CaseDamaged` when the copy does not hold together; `CaseBusy` when the case stays locked or another program
    is writing to the place. What was at the place before is then still there.
    """
    must_be_file(case)
    must_be_file(to)
    if not case.exists():
        raise no_case(case)
    if to.exists() and to.samefile(case):
        raise UsageError(f"{to}: is the case itself", "Name another place.")
    if to.exists() and not force:
        raise UsageError(f"{to}: is there already", "Name another place, or say --force to replace it.")
    with draft_of(to) as draft:
        _copied(case, draft)
        _checked(case, draft)
        try:
            take_name(draft, to)
        except OSError as e:
            raise UsageError(
                f"{to}: cannot write there: {e.strerror or e}", "Name a place that is yours to write, on a disk with room."
            ) from e


def _copied(case: Path, draft: Path) -> None:
    """All of it in one step, as a reader: between steps a writer would make the copying begin again, and a lock wait for ever."""
    with told(case), engine(case, write=False, patience_s=PATIENCE_S).connect() as connection:
        if state(case, connection) is State.EMPTY:
            raise UsageError(f"{case}: the case is empty", "There is nothing to copy yet.")
        source = connection.connection.driver_connection
        assert isinstance(source, sqlite3.Connection)
        with told(draft), closing(sqlite3.connect(draft, isolation_level=None)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")


def _checked(case: Path, draft: Path) -> None:
    with told(case), closing(sqlite3.connect(draft, isolation_level=None)) as copy:
        found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise damaged(case, " ".join(str(found).split()))

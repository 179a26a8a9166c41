"""What the database complains of, in words for the person whose case it is."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from sayso.errors import CaseBusy, CaseDamaged, Refused, SaysoError, UsageError
from sayso.stages import StageFault
from sayso.store.schema import APPLICATION

BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
DAMAGED = ("SQLITE_CORRUPT", "SQLITE_ERROR", "SQLITE_MISMATCH", "SQLITE_FORMAT")
SHUT = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")


@contextmanager
def told(case: Path) -> Iterator[None]:
    """Turns what goes wrong in the database into `CaseBusy`, `CaseDamaged`, `UsageError` or `StageFault`."""
    try:
        yield
    except DBAPIError as e:
        raise explained(case, e.orig) from e
    except sqlite3.Error as e:
        raise explained(case, e) from e
    except (zlib.error, json.JSONDecodeError, UnicodeDecodeError) as e:
        raise damaged(case, e) from e


def damaged(case: Path, why: object) -> CaseDamaged:
    return CaseDamaged(
        f"{case}: the case file is damaged: {why}",
        "Go back to a backup, or save what can be saved, which keeps this file: sayso repair CASE",
    )


def foreign(case: Path) -> Refused:
    return Refused(f"{case}: is not a Sayso case but a file of another program", "Name another case. The file was not changed.")


def _no_database(case: Path) -> SaysoError:
    """Ours with a broken head, or never a case. No lock can be lost by looking inside: the database could not open it."""
    with case.open("rb") as file:
        head = file.read(100)
    ours = head.startswith(b"SQLite format 3\0") or head[68:72] == APPLICATION.to_bytes(4, "big")
    return damaged(case, "its first page is broken") if ours else foreign(case)


def explained(case: Path, fault: BaseException | None) -> SaysoError:
    """The error to raise for what SQLite reported."""
    name = getattr(fault, "sqlite_errorname", "")
    if name.startswith(BUSY):
        return CaseBusy(f"{case}: another program is using the case", "Wait until it has finished, then try again.")
    if name.startswith("SQLITE_FULL"):
        return UsageError(f"{case}: the disk is full; what was kept before is whole", "Make room, then run again.")
    if name.startswith(SHUT):
        return UsageError(f"{case}: cannot be opened or written: {fault}", "Check that the file and its folder are yours to write.")
    if name.startswith("SQLITE_IOERR"):
        return UsageError(f"{case}: the disk does not work as it should: {fault}", "Check the disk and the room left on it.")
    if name.startswith("SQLITE_CONSTRAINT"):
        return StageFault(f"{case}: a stage gave findings that do not fit the case: {fault}")
    if name.startswith("SQLITE_NOTADB"):
        return _no_database(case)
    if name.startswith(DAMAGED):
        return damaged(case, fault)
    return SaysoError(f"{case}: {fault}")

"""Opening and making the one file that a case is: what it must be, and how the database in it is set."""

from __future__ import annotations

import sqlite3
from enum import Enum
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

from sayso.errors import Refused, UsageError
from sayso.store import schema, searching
from sayso.store.faults import foreign, told

PATIENCE_S = 5.0
"""How long one waits for another's transaction; those are short."""

class State(Enum):
    """What lies at a path where a case is to be: nothing, or the empty file of a run stopped at its very start, or a case."""

    EMPTY = "empty"
    CASE = "case"


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether this SQLite is free of the WAL-reset fault, which can damage a file: 3.51.3; 3.50.7, 3.44.6 in their series."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def engine(path: Path, *, write: bool, patience_s: float = PATIENCE_S) -> Engine:
    """A database engine on the file. Readers may write as well: they may have to undo what a killed run left half done.

    EXTRA is FULL that also syncs the folder when the journal goes: without it a power cut could bring back what was acknowledged
    as overwritten (sqlite.org/pragma.html).
    """

    def connect() -> sqlite3.Connection:
        address = f"{path.absolute().as_uri()}?mode={'rwc' if write else 'rw'}"
        raw = sqlite3.connect(address, uri=True, timeout=patience_s, isolation_level=None, check_same_thread=False)
        for pragma in ("foreign_keys=ON", *(("synchronous=EXTRA", "cache_spill=OFF") if write else ("query_only=ON",))):
            raw.execute(f"PRAGMA {pragma}")
        return raw

    made = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return made


def state(path: Path, connection: Connection) -> State:
    """What the file is. Raises `Refused` for a file of another program or another form of case, `CaseDamaged` for a broken one."""
    with told(path):
        program = _pragma(connection, "application_id")
        version = _pragma(connection, "user_version")
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if program == 0 and version == 0 and tables == 0:
        return State.EMPTY
    if program != schema.APPLICATION:
        raise foreign(path)
    if version > schema.FORMAT:
        raise Refused(
            f"{path}: this case was made by a newer Sayso (form {version}; this one knows form {schema.FORMAT})",
            "Update Sayso. The case was not changed.",
        )
    if version < schema.FORMAT:
        raise Refused(
            f"{path}: this case was made by an older Sayso (form {version}; this one knows form {schema.FORMAT})",
            "Make it anew from the same documents: sayso run PATH -c NEW.sayso. The case was not changed.",
        )
    return State.CASE


def no_case(path: Path) -> UsageError:
    return UsageError(f"{path}: there is no such case", "Make one from your documents: sayso run PATH -c NAME.sayso")


def must_be_file(path: Path) -> None:
    """Raises `UsageError` when something other than a file lies there."""
    if path.exists() and not path.is_file():
        raise UsageError(f"{path}: is a folder, not a case", "Name a file that ends in .sayso.")


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())


def make(connection: Connection) -> None:
    """The tables of a case, and the marks that it is one, in the transaction of the caller."""
    schema.metadata.create_all(connection)
    searching.make(connection)
    connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION}")
    connection.exec_driver_sql(f"PRAGMA user_version={schema.FORMAT}")

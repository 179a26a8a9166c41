"""What can be saved of a damaged case, row by row: the documents, what stood before at their places, and the decisions."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select
from sqlalchemy.exc import DBAPIError

from sayso.documents import Document, Rejected, Version, identity
from sayso.findings import Decision
from sayso.identity import identify
from sayso.store import schema, seals
from sayso.store.faults import told
from sayso.store.file import engine, must_be_file, state
from sayso.store.flaws import Flaw
from sayso.store.kinds import TABLES, join
from sayso.store.loading import loaded

T = TypeVar("T")

UNREADABLE = (DBAPIError, sqlite3.Error, zlib.error, TypeError, ValueError, LookupError, OverflowError)
"""What reading a broken row can raise: from the database, from what is packed in it, or from a value that is none."""


@dataclass(slots=True)
class Salvaged:
    """What was saved, and what could not be: where it stood, and why."""

    documents: tuple[Document, ...] = ()
    versions: tuple[Version, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    decisions: tuple[Decision, ...] = ()
    lost: list[Flaw] = field(default_factory=list)


def salvaged(case: Path) -> Salvaged:
    """All that people gave and ruled, as far as it is still what they gave: whose words no longer fit its id is told and left out.

    Raises `CaseDamaged` when the file cannot be opened at all, and what opening a case raises otherwise.
    """
    must_be_file(case)
    saved = Salvaged()
    with told(case), engine(case, write=False).connect() as connection:
        state(case, connection)
        saved.documents = _sound(connection, Document, _is_as_read, saved.lost)
        saved.versions = _sound(connection, Version, lambda version: _is_as_read(version.was), saved.lost)
        saved.rejected = _sound(connection, Rejected, lambda rejected: rejected.document is None, [])
        saved.decisions = _sound(connection, Decision, _is_as_decided, saved.lost)
        saved.lost += _missed(connection, {document.id for document in saved.documents})
    return saved


def _is_as_read(document: Document) -> bool:
    return document.id == identity(document.text, document.declared)


def _is_as_decided(d: Decision) -> bool:
    return d.id == identify("n", d.when, d.who, d.what, d.target, d.value, d.reason, d.undoes)


def _sound(connection: Connection, kind: type[T], is_whole: Callable[[T], bool], lost: list[Flaw]) -> tuple[T, ...]:
    """The values of a kind that are whole. Where the seal over all of them holds, each of them is."""
    table = TABLES[kind]
    sealed = _seal_holds(connection, table)
    out = []
    for at in _places(connection, table):
        try:
            value = _one(connection, kind, at, lost)
        except UNREADABLE as e:
            lost.append(Flaw(f"{table.name}, row {at}", f"cannot be read: {_reason(e)}"))
            continue
        if value is None:
            continue
        if sealed or is_whole(value):
            out.append(value)
        elif kind is not Rejected:
            lost.append(Flaw(f"{table.name} {getattr(value, 'key', '') or getattr(value, 'id', at)}", "is not what was kept"))
    return tuple(out)


def _one(connection: Connection, kind: type[T], at: int, lost: list[Flaw]) -> T | None:
    """The value at a place; a document whose spans cannot be read is saved without what its container said of its parts."""
    table = TABLES[kind]
    try:
        return next(iter(loaded(connection, kind, table.c.place == at)), None)
    except UNREADABLE:
        if kind is not Document:
            raise
        row = connection.execute(select(table).where(table.c.place == at)).mappings().first()
        if row is None:
            return None
        value: T = join(kind, row, ())
        lost.append(Flaw(f"document {row['key']}", "its headings and captions as its file had them, not its text"))
        return value


def _seal_holds(connection: Connection, table: Table) -> bool:
    try:
        return table.name not in seals.broken(connection)
    except UNREADABLE:
        return False


def _places(connection: Connection, table: Table) -> range:
    """Every place that a row may stand at: pages in between may be gone, so it is walked from either end, and by the index."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    last = -1
    for order in ("ORDER BY place DESC", "ORDER BY place", ""):
        try:
            for (place,) in raw.execute(f'SELECT place FROM "{table.name}" {order}'):
                last = max(last, place)
        except sqlite3.Error:
            continue
    return range(last + 1)


def _missed(connection: Connection, saved: set[str]) -> Iterator[Flaw]:
    """Documents that findings still speak of, and that were not saved."""
    try:
        known: list[Any] = list(connection.execute(select(schema.profile.c.document)).scalars())
    except UNREADABLE:
        return
    for gone in sorted({str(one) for one in known} - saved):
        yield Flaw(f"document {gone}", "is not there")


def _reason(fault: BaseException) -> str:
    said = str(fault.orig) if isinstance(fault, DBAPIError) else str(fault)
    return " ".join(said.split())[:200] or type(fault).__name__

"""A case as it stands at one moment, read from its file."""

from __future__ import annotations

import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import ColumnElement, select, true

from sayso.documents import Document, Profile
from sayso.errors import UsageError
from sayso.findings import Annotation, Attribution, Party, Unread
from sayso.store import asking, schema, searching
from sayso.store.base import StageRun
from sayso.store.faults import damaged, told
from sayso.store.file import State, engine, must_be_file, no_case, state
from sayso.store.kinds import TABLES
from sayso.store.loading import loaded
from sayso.terms import phrases

T = TypeVar("T")


class CaseView:
    """The `View` of the case at `path`. What is written after it was opened is not seen; a writer waits until it is closed.

    Close it, or use it in a `with`; it closes itself when it is no longer used. Raises `UsageError` when there is no case,
    `Refused` for a file of another program or a newer Sayso, `CaseDamaged` for a broken one, `CaseBusy` when it stays locked.
    """

    def __init__(self, path: Path) -> None:
        must_be_file(path)
        if not path.exists():
            raise no_case(path)
        self.path = path
        self._parties_in: dict[str, Mapping[str, str]] = {}
        self._speakers: dict[str, Party | None] = {}
        with told(path):
            self._connection = engine(path, write=False).connect()
            self.close = weakref.finalize(self, self._connection.close)
            if state(path, self._connection) is State.EMPTY:
                raise UsageError(f"{path}: the case is empty", "A run was stopped at its very start. Run it again: sayso run PATH")

    @property
    def name(self) -> str:
        return self.path.stem

    def all(self, kind: type[T]) -> Sequence[T]:
        return self._where(kind, true())

    def get(self, kind: type[T], key: str) -> T | None:
        """Raises `KeyError` for a kind that has no id (Rejected, Lineage)."""
        table = TABLES[kind]
        column = table.c["document" if kind in (Profile, Annotation, Unread) else "id"]
        return next(iter(self._where(kind, column == key)), None)

    def ids(self, kind: type) -> Sequence[str]:
        """Raises `KeyError` for a kind that has no id (Rejected, Lineage)."""
        table = TABLES[kind]
        wanted = table.c.id.not_in(asking.rejected()) if kind is Document else true()
        with told(self.path):
            return tuple(self._connection.execute(select(table.c.id).where(wanted).order_by(table.c.place)).scalars())

    def in_document(self, kind: type[T], *documents: str) -> Sequence[T]:
        return self._where(kind, asking.in_documents(kind, documents))

    def in_story(self, kind: type[T], *stories: str) -> Sequence[T]:
        return self._where(kind, asking.in_story(kind, stories))

    def search(self, kind: type, query: str) -> Sequence[str]:
        with told(self.path):
            hits = searching.found(self._connection, kind, phrases(query))
            gone = {str(row[0]) for row in self._connection.execute(asking.rejected())} if kind is Document else set[str]()
            return tuple(key for key in hits if key not in gone)

    def speaker(self, attribution: Attribution) -> Party | None:
        if attribution.speaker is None:
            return None
        if attribution.document not in self._parties_in:
            self._parties_in[attribution.document] = self._members(attribution.document)
        party = self._parties_in[attribution.document].get(attribution.speaker)
        if party is not None and party not in self._speakers:
            self._speakers[party] = self.get(Party, party)
        return self._speakers[party] if party is not None else None

    def runs(self) -> Sequence[StageRun]:
        columns = [schema.stage_run.c[name] for name in ("stage", "version", "seconds", "gave", "rejected")]
        with told(self.path):
            rows = self._connection.execute(select(*columns).order_by(schema.stage_run.c.place))
            return tuple(StageRun(*row) for row in rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _members(self, document: str) -> Mapping[str, str]:
        """The parties mentioned in a document, by those local parties that are joined in them."""
        party = TABLES[Party].c
        with told(self.path):
            wanted = asking.in_documents(Party, (document,))
            rows = self._connection.execute(select(party.id, party.members).where(wanted)).all()
        return {member: key for key, members in rows for member in members}

    def _where(self, kind: type[T], wanted: ColumnElement[bool]) -> tuple[T, ...]:
        if kind not in TABLES:
            raise KeyError(kind)
        if kind is Document:
            wanted = wanted & TABLES[kind].c.id.not_in(asking.rejected())
        with told(self.path):
            try:
                return loaded(self._connection, kind, wanted)
            except (TypeError, ValueError, LookupError) as e:
                raise damaged(self.path, f"a {kind.__name__.lower()} in it cannot be read") from e

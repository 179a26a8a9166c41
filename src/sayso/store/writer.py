"""The one writer of a case: what each stage gave, in one transaction a stage.

Readers see a case after one stage or after the next, never between. When a stage is kept, all that later stages had found goes
in the same transaction, so that no finding outlives the documents that it speaks of.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar, cast

from sqlalchemy import Connection, true

from sayso.documents import Document, Rejected, Version
from sayso.findings import Decision, Standing
from sayso.stages import Outcome, Stage
from sayso.store import keeping, seals
from sayso.store.faults import damaged, told
from sayso.store.file import State, engine, make, must_be_file, state, wal_is_safe
from sayso.store.kinds import TABLES, Row
from sayso.store.loading import loaded
from sayso.store.lock import WriterLock

T = TypeVar("T")

AT_ONCE_S = 2.0
"""How long the first look waits when another program, not a Sayso run, holds the file."""

PATIENCE_S = 60.0
"""How long a stage's transaction waits for readers to finish: an hour's work must not be lost to a slow page."""


class Writer:
    """Writes to the case at `path`, which need not exist yet: nothing is made before there is something to keep.

    Raises `CaseBusy` while another writer has the case, `Refused` and `CaseDamaged` as `file.state` does, and `UsageError` when
    the place cannot be written.
    """

    def __init__(self, path: Path, clock: Callable[[], float] = time.perf_counter) -> None:
        must_be_file(path)
        self.path = path
        self._clock = clock
        self._since = clock()
        self._order: tuple[Stage, ...] = ()
        self._lock = WriterLock(path)
        self._engine = engine(path, write=True, patience_s=PATIENCE_S)
        try:
            self._look()
        except BaseException:
            self._lock.release()
            raise

    def documents(self) -> tuple[Document, ...]:
        """All documents that were ever read into the case, those rejected since among them: what a new run goes on with."""
        return self._all(Document)

    def versions(self) -> tuple[Version, ...]:
        """What stood before at the places of the documents, oldest first."""
        return self._all(Version)

    def decisions(self) -> tuple[Decision, ...]:
        """The log of decisions as it stands: what a run puts on top of what it finds."""
        return self._all(Decision)

    def begin_run(self, stages: Sequence[Stage]) -> None:
        """Says which stages there are, in order, before any is kept. Time is counted from here."""
        self._order = tuple(stages)
        self._since = self._clock()

    def keep(self, stage: Stage, outcome: Outcome) -> None:
        """Keeps what the stage gave in place of what it and all later stages had given. Vectors and offers are not kept.

        After an error or an interrupt the case is as it was before the call.
        """
        seconds = self._clock() - self._since
        turn = self._order.index(stage)
        before, after = self._order[:turn], self._order[turn + 1 :]
        with self._transaction() as connection:
            changed = {*keeping.clear(connection, {kind for s in before for kind in s.gives}, {s.name for s in before})}
            kept = {kind: values for kind, values in outcome.values.items() if kind in TABLES and kind is not Rejected}
            for kind, values in kept.items():
                if kind is Standing:
                    keeping.settle(connection, cast("tuple[Standing, ...]", values))
                else:
                    keeping.add(connection, kind, values)
            changed |= {*kept, *keeping.reject(connection, outcome.rejected)}
            seals.seal(connection, changed)
            done = _record(stage, seconds, sum(map(len, outcome.values.values())), len(outcome.rejected))
            keeping.note(connection, [done, *(_record(s, None, 0, 0) for s in after)])
        self._since = self._clock()

    def close(self) -> None:
        """Leaves one plain file behind, and lets others write."""
        try:
            if self._is_begun():
                self._set_journal("delete")
        finally:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _all(self, kind: type[T]) -> tuple[T, ...]:
        if not self._is_begun():
            return ()
        with told(self.path), self._engine.connect() as connection:
            return loaded(connection, kind, true())

    def _is_begun(self) -> bool:
        return self.path.exists() and self.path.stat().st_size > 0

    def _look(self) -> None:
        """Finds out before the work begins whether its fruit can be kept."""
        if not self._is_begun():
            return
        first = engine(self.path, write=True, patience_s=AT_ONCE_S)
        with told(self.path), first.connect() as connection:
            if state(self.path, connection) is State.CASE:
                found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
                if found != "ok":
                    raise damaged(self.path, found)
        self._set_journal("wal")

    def _set_journal(self, mode: str) -> None:
        """Readers need not wait for a writer in WAL mode. While others read, the mode stays as it is, which does no harm."""
        if not wal_is_safe(sqlite3.sqlite_version_info):
            return
        with told(self.path), self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            raw.rollback()
            try:
                raw.execute(f"PRAGMA journal_mode={mode}")
            except sqlite3.OperationalError:
                return

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        new = not self._is_begun()
        try:
            with told(self.path), self._engine.begin() as connection:
                if state(self.path, connection) is State.EMPTY:
                    make(connection)
                yield connection
            if new:
                self._set_journal("wal")
        except BaseException:
            if new and not self._is_begun():
                self.path.unlink(missing_ok=True)
            raise


def _record(stage: Stage, seconds: float | None, gave: int, rejected: int) -> Row:
    return {"stage": stage.name, "version": stage.version, "seconds": seconds, "gave": gave, "rejected": rejected}

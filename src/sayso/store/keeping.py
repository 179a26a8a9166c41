"""The steps of one transaction: what goes when a stage is kept, what comes, and the record of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import count

from sqlalchemy import Connection, Table, delete, func, insert, select

from sayso.documents import Profile, Rejected
from sayso.findings import Annotation, Attribution, Decision, Standing, Unread
from sayso.store import schema, searching
from sayso.store.kinds import TABLES, Row, split

WITHIN = (Profile, Annotation, Unread, Attribution)
"""What is found within one document."""

RULED = (Decision, Standing)
"""What people made, or are waiting to hear of."""


def clear(connection: Connection, kinds: Collection[type], stages: Collection[str]) -> Collection[type]:
    """Takes out all findings but those of `kinds`, and the records of all stages but `stages`; returns what kinds it took out.

    Decisions always stay, and what is known of them does until it is known anew.
    """
    cleared = [kind for kind in TABLES if kind not in kinds and kind not in (Rejected, *RULED)]
    searching.forget(connection, cleared)
    for kind in cleared:
        connection.execute(delete(schema.span).where(schema.span.c.kind == TABLES[kind].name))
        connection.execute(delete(TABLES[kind]))
    for table in (schema.rejected, schema.stage_run):
        connection.execute(delete(table).where(table.c.stage.not_in(sorted(stages))))
    return (*cleared, Rejected)


def add(connection: Connection, kind: type, values: Sequence[object]) -> int:
    """Puts the values after those of their kind that are there, and returns how many they are."""
    table = TABLES[kind]
    start = connection.execute(select(func.coalesce(func.max(table.c.place), -1) + 1)).scalar_one()
    parts = [split(value, place) for place, value in zip(count(start), values, strict=False)]
    _insert(connection, table, [part.row for part in parts])
    _insert(connection, schema.span, [span for part in parts for span in part.spans])
    searching.learn(connection, kind, values, start)
    return len(parts)


def reject(connection: Connection, rejected: Sequence[Rejected]) -> Collection[type]:
    """Keeps the rejects, and takes out what had been found in a document that goes no further; returns of what kinds that was."""
    add(connection, Rejected, rejected)
    gone = sorted({r.document for r in rejected if r.document})
    if not gone:
        return ()
    ours = [TABLES[kind] for kind in WITHIN]
    span = schema.span.c
    connection.execute(delete(schema.span).where(span.kind.in_([table.name for table in ours]), span.document.in_(gone)))
    for table in ours:
        connection.execute(delete(table).where(table.c.document.in_(gone)))
    return WITHIN


def settle(connection: Connection, standings: Sequence[Standing]) -> None:
    """Says what has become of the first decisions of the log, so many as there are standings. Of those made meanwhile stays what
    was known.
    """
    ours = select(schema.decision.c.id).order_by(schema.decision.c.place).limit(len(standings))
    connection.execute(delete(schema.standing).where(schema.standing.c.decision.in_(ours)))
    add(connection, Standing, standings)


def note(connection: Connection, rows: Sequence[Row]) -> None:
    """Records the stages of the run: the one just done, and those still to come."""
    start = connection.execute(select(func.coalesce(func.max(schema.stage_run.c.place), -1) + 1)).scalar_one()
    _insert(connection, schema.stage_run, [{"place": start + i, **row} for i, row in enumerate(rows)])


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)

"""Values out of the tables: rows with their spans, joined again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, select

from sayso.store import schema
from sayso.store.kinds import TABLES, join

T = TypeVar("T")


def loaded(connection: Connection, kind: type[T], wanted: ColumnElement[bool]) -> tuple[T, ...]:
    """The values of a kind that are wanted, in their order. Raises what `join` raises when a row holds no such value."""
    table, span = TABLES[kind], schema.span
    rows = connection.execute(select(table).where(wanted).order_by(table.c.place)).mappings().all()
    chosen = select(table.c.place).where(wanted)
    spans = connection.execute(
        select(span)
        .where(span.c.kind == table.name, span.c.finding.in_(chosen))
        .order_by(span.c.finding, span.c.role, span.c.ordinal)
    ).mappings()
    of = {finding: list(group) for finding, group in groupby(spans, key=itemgetter("finding"))}
    return tuple(_joined(kind, row, of.get(row["place"], ())) for row in rows)


def _joined(kind: type[T], row: Mapping[Any, Any], spans: Sequence[Mapping[Any, Any]]) -> T:
    value: T = join(kind, row, spans)
    return value

"""Seals: a digest of all rows of a kind, by which it is seen whether a byte of them has changed since they were kept.

The pages of a database carry no checksums: a flipped bit in a text or in a reason would be read in silence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from sayso.store import schema
from sayso.store.kinds import TABLES


def seal(connection: Connection, kinds: Iterable[type]) -> None:
    """Seals the rows of these kinds as they are now."""
    for name in sorted(TABLES[kind].name for kind in kinds):
        connection.execute(delete(schema.seal).where(schema.seal.c.kind == name))
        connection.execute(insert(schema.seal), {"kind": name, "digest": digest(connection, name)})


def broken(connection: Connection) -> tuple[str, ...]:
    """The kinds, by the names of their tables, whose rows are not those that were sealed."""
    known = {row.kind: row.digest for row in connection.execute(select(schema.seal))}
    names = sorted(table.name for table in TABLES.values())
    return tuple(name for name in names if name in known and digest(connection, name) != known[name])


def digest(connection: Connection, name: str) -> str:
    """SHA-256 over the rows of a kind and their spans, in order, each value as the database holds it."""
    made = hashlib.sha256()
    for statement, given in (
        (f'SELECT * FROM "{name}" ORDER BY place', ()),
        ('SELECT * FROM span WHERE kind = ? ORDER BY finding, "role", ordinal', (name,)),
    ):
        for row in connection.exec_driver_sql(statement, given):
            made.update(repr(tuple(row)).encode("utf8", "surrogatepass"))
    return made.hexdigest()

"""Full-text search in a case: an index beside the tables, kept in the same transaction as what it finds (SQLite's FTS5).

The index holds the folded terms of each text (`sayso.terms`) and no copy of the text. Rows are found by their places.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from sayso.documents import Document
from sayso.findings import Claim, Party
from sayso.store.kinds import TABLES
from sayso.terms import Phrase, terms

SEARCHED = {Document: ("text",), Claim: ("text",), Party: ("name", "aliases")}
"""What of each kind is searched, by the names of its fields."""


def make(connection: Connection) -> None:
    for kind in SEARCHED:
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {_index(kind)} USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')"
        )


def forget(connection: Connection, kinds: Collection[type]) -> None:
    """Takes all values of these kinds out of the index."""
    for kind in SEARCHED:
        if kind in kinds:
            connection.exec_driver_sql(f"INSERT INTO {_index(kind)}({_index(kind)}) VALUES ('delete-all')")


def learn(connection: Connection, kind: type, values: Sequence[object], start: int) -> None:
    """Puts values whose places begin at `start` into the index, where their kind is searched."""
    if kind in SEARCHED and values:
        rows = [(place, _words(value, SEARCHED[kind])) for place, value in enumerate(values, start)]
        connection.exec_driver_sql(f"INSERT INTO {_index(kind)}(rowid, words) VALUES (?, ?)", rows)


def found(connection: Connection, kind: type, asked: Sequence[Phrase]) -> tuple[str, ...]:
    """The ids of those values that hold all the phrases, the best first: what says them often and is short, then the earliest."""
    if not asked:
        return ()
    index, table = _index(kind), TABLES[kind].name
    rows = connection.exec_driver_sql(
        f'SELECT {table}.id FROM {index} JOIN "{table}" ON {table}.place = {index}.rowid '
        f"WHERE {index} MATCH ? ORDER BY bm25({index}), {index}.rowid",
        (" AND ".join(map(_expression, asked)),),
    )
    return tuple(row[0] for row in rows)


def _index(kind: type) -> str:
    return f"{TABLES[kind].name}_words"


def _words(value: object, fields: Sequence[str]) -> str:
    parts: list[str] = []
    for field in fields:
        held = getattr(value, field)
        parts += held if isinstance(held, tuple) else (held,)
    return " . ".join(" ".join(term.text for term in terms(part)) for part in parts)


def _expression(phrase: Phrase) -> str:
    """Terms are letters and digits alone, so nothing in them can be read as a word of the query's own language."""
    return '"' + " ".join(phrase.terms) + '"' + (" *" if phrase.begins else "")

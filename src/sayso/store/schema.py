"""The tables of a case. One a kind of value, one column a field; all spans of all kinds lie in one table beside them.

`place` is a value's place in the order in which its stage gave it. A field that holds spans has no column: its spans are rows
of `span`, with the field's name as `role`, so that "what touches this place of this document" is one query for every kind.
"""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table

APPLICATION = 0x53617973
"""Marks a file as a case of Sayso ("Says") in the header of the database."""

FORMAT = 5
"""The version of these tables; it rises with every change of them."""

metadata = MetaData()


def _kept(name: str, *columns: Column[object]) -> Table:
    return Table(name, metadata, Column("place", Integer, primary_key=True), *columns)


def _id() -> Column[object]:
    return Column("id", String, nullable=False, unique=True)


def _words(name: str) -> Column[object]:
    return Column(name, String, nullable=False)


def _perhaps(name: str) -> Column[object]:
    return Column(name, String)


def _several(name: str) -> Column[object]:
    return Column(name, JSON, nullable=False)


def _in_document(name: str = "document", *, only: bool = False) -> Column[object]:
    """Checked when a stage is kept: nothing may speak of a document that the case does not hold."""
    there = ForeignKey("document.id", deferrable=True, initially="DEFERRED")
    return Column(name, String, there, nullable=False, unique=only, index=not only)


document = _kept(
    "document",
    _id(),
    _words("key"),
    _words("path"),
    _words("text"),
    _several("declared"),
)

version = _kept("version", _in_document(), _several("was"))

profile = _kept(
    "profile",
    _in_document(only=True),
    _perhaps("outlet"),
    _perhaps("family"),
    _perhaps("title"),
    _several("authors"),
    _several("published"),
    _words("language"),
    _several("because"),
)

# A document that is named here is no longer shown, but stays for the next run.
rejected = _kept("rejected", _words("path"), _words("stage"), _words("reason"), _perhaps("document"))

# One packed row a document: no query asks for a single sentence or name, and there are hundreds in each.
annotation = _kept("annotation", _in_document(only=True), Column("packed", LargeBinary, nullable=False))

unread = _kept("unread", _in_document(only=True), Column("whole", Boolean, nullable=False), _several("because"))

attribution = _kept(
    "attribution",
    _id(),
    _in_document(),
    _words("kind"),
    _perhaps("speaker"),
    _words("stance"),
    _several("chain"),
    _several("because"),
    _words("commitment"),
)

passage = _kept(
    "passage",
    _id(),
    _in_document("a"),
    _in_document("b"),
    _words("kind"),
    Column("score", Float, nullable=False),
    _words("direction"),
    _several("because"),
)

lineage = _kept(
    "lineage",
    _in_document("a"),
    _in_document("b"),
    _words("relation"),
    _words("direction"),
    Column("a_share", Float, nullable=False),
    Column("b_share", Float, nullable=False),
    _several("because"),
)

story = _kept("story", _id(), _words("label"), _several("documents"), _several("because"))

party = _kept("party", _id(), _words("name"), _words("type"), _several("aliases"), _several("members"), _several("because"))

claim = _kept("claim", _id(), Column("story", String, nullable=False, index=True), _words("text"), _several("origins"))

difference = _kept(
    "difference",
    _id(),
    Column("claim", String, nullable=False, index=True),
    _words("kind"),
    _words("verdict"),
    _several("because"),
)

event = _kept(
    "event",
    _id(),
    Column("story", String, nullable=False, index=True),
    _words("date"),
    _words("basis"),
    _in_document(),
    _perhaps("claim"),
)

decision = _kept(
    "decision",
    _id(),
    _words("when"),
    _words("who"),
    _words("what"),
    _several("target"),
    _perhaps("value"),
    _words("reason"),
    _perhaps("undoes"),
)

# What has become of each decision; like these it stays while a run goes on.
standing = _kept("standing", _words("decision"), _words("hold"), _perhaps("finding"), _several("because"))

span = Table(
    "span",
    metadata,
    Column("kind", String, primary_key=True),
    Column("finding", Integer, primary_key=True),
    Column("role", String, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("document", String, ForeignKey("document.id", deferrable=True, initially="DEFERRED"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("rest", JSON, nullable=False),
    Index("span_touches", "document", "start", "end"),
    sqlite_with_rowid=False,
)

# One digest a kind, over all its rows and their spans: see `seals`.
seal = Table(
    "seal",
    metadata,
    Column("kind", String, primary_key=True),
    _words("digest"),
)

stage_run = Table(
    "stage_run",
    metadata,
    Column("place", Integer, primary_key=True),
    _words("stage"),
    Column("version", Integer, nullable=False),
    Column("seconds", Float),
    Column("gave", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
)

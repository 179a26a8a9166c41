"""Which values touch a document or belong to a story, as conditions on the tables."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, func, or_, select

from sayso.documents import Document
from sayso.findings import Claim, Difference, Event, Story
from sayso.store import schema
from sayso.store.kinds import TABLES

Ids = Select[tuple[str]]


def of_story(stories: Sequence[str]) -> Ids:
    """The documents of some stories."""
    each = func.json_each(schema.story.c.documents).table_valued("value", joins_implicitly=True)
    return select(each.c.value).select_from(schema.story, each).where(schema.story.c.id.in_(stories))


def rejected() -> Ids:
    """The documents that a stage rejected."""
    return select(schema.rejected.c.document).where(schema.rejected.c.document.is_not(None))


def in_documents(kind: type, documents: Ids | Sequence[str]) -> ColumnElement[bool]:
    """Those that are, speak of, or have a span in any of the documents."""
    table = TABLES[kind]
    if kind is Document:
        return table.c.id.in_(documents)
    if kind is Story:
        each = func.json_each(table.c.documents).table_valued("value", joins_implicitly=True)
        return select(each.c.value).where(each.c.value.in_(documents)).exists()
    columns = [table.c[name] for name in ("document", "a", "b", "target") if name in table.c]
    if columns:
        return or_(*(column.in_(documents) for column in columns))
    span = schema.span.c
    return table.c.place.in_(select(span.finding).where(span.kind == table.name, span.document.in_(documents)))


def in_story(kind: type, stories: Sequence[str]) -> ColumnElement[bool]:
    """Those of the stories themselves: their claims, differences and events, and what was found in or between their documents."""
    table = TABLES[kind]
    if kind is Story:
        return table.c.id.in_(stories)
    if kind in (Claim, Event):
        return table.c.story.in_(stories)
    if kind is Difference:
        return table.c.claim.in_(select(schema.claim.c.id).where(schema.claim.c.story.in_(stories)))
    if "a" in table.c:
        return table.c.a.in_(of_story(stories)) & table.c.b.in_(of_story(stories))
    return in_documents(kind, of_story(stories))

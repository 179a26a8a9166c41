"""The kinds of values that a case holds, and how one value becomes a row with its spans and comes back equal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, cast, get_args, get_origin

from sqlalchemy import Table

from sayso.codec import hints, pack, plain, revive, unpack
from sayso.documents import Document, Profile, Rejected, Version
from sayso.findings import (
    Annotation,
    Attribution,
    Claim,
    Decision,
    Difference,
    Event,
    Lineage,
    Party,
    Passage,
    Standing,
    Story,
    Unread,
)
from sayso.spans import Span
from sayso.store import schema

TABLES: Mapping[type, Table] = {
    Document: schema.document,
    Version: schema.version,
    Profile: schema.profile,
    Rejected: schema.rejected,
    Annotation: schema.annotation,
    Unread: schema.unread,
    Attribution: schema.attribution,
    Passage: schema.passage,
    Lineage: schema.lineage,
    Story: schema.story,
    Party: schema.party,
    Claim: schema.claim,
    Difference: schema.difference,
    Event: schema.event,
    Decision: schema.decision,
    Standing: schema.standing,
}

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Split:
    """A value taken apart: its row, and the rows of its spans."""

    row: Row
    spans: tuple[Row, ...]


def split(value: object, place: int) -> Split:
    """The value, at that place in the order of its kind, as rows of the case. Raises `KeyError` for a kind no case holds."""
    kind: type = type(value)
    table = TABLES[kind]
    if kind is Annotation:
        return Split({"place": place, "document": cast("Annotation", value).document, "packed": pack(value)}, ())
    row: Row = {"place": place}
    spans: list[Row] = []
    for name, _, item, _ in _fields(kind):
        if item is not None:
            spans += _span_rows(table.name, place, name, value)
        else:
            row[name] = plain(getattr(value, name))
    return Split(row, tuple(spans))


def join(kind: type, row: Mapping[Any, Any], spans: Sequence[Mapping[Any, Any]]) -> Any:
    """The value of which `split` made the rows; `spans` are in order. Raises what `revive` raises when they are no such value."""
    if kind is Annotation:
        return unpack(Annotation, row["packed"])
    of: dict[str, list[Mapping[Any, Any]]] = {}
    for span in spans:
        of.setdefault(span["role"], []).append(span)
    given = {}
    for name, hint, item, several in _fields(kind):
        if item is None:
            given[name] = revive(hint, row[name])
        else:
            found = [_item(item, span) for span in of.get(name, ())]
            given[name] = tuple(found) if several else found[0]
    return kind(**given)


@cache
def _fields(kind: type) -> tuple[tuple[str, Any, Any, bool], ...]:
    """Of each field its name and type; what item its spans belong to (None where it holds none), and whether it holds several."""
    return tuple(
        (name, hint, _item_type(hint) if _holds_spans(hint) else None, get_origin(hint) is tuple)
        for name, hint in hints(kind).items()
    )


def _item_type(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is tuple else hint


def _holds_spans(hint: Any) -> bool:
    item = _item_type(hint)
    return item is Span or (is_dataclass(item) and "span" in hints(item))


def _span_rows(table: str, place: int, role: str, value: object) -> Iterator[Row]:
    held = getattr(value, role)
    for ordinal, item in enumerate(held if isinstance(held, tuple) else (held,)):
        span = item if isinstance(item, Span) else item.span
        yield {
            "kind": table,
            "finding": place,
            "role": role,
            "ordinal": ordinal,
            "document": _document_of(value, role, item),
            "start": span.start,
            "end": span.end,
            "rest": {} if isinstance(item, Span) else _rest(item),
        }


def _document_of(value: object, role: str, item: object) -> str:
    """A span lies in the document that its item names, else in that of the whole; `a_span` lies in `a`, `b_span` in `b`."""
    if isinstance(value, Document):
        return value.id
    if hasattr(item, "document"):
        return str(item.document)
    return str(getattr(value, role.removesuffix("_span") if role.endswith("_span") else "document"))


def _rest(item: Any) -> Row:
    return {f.name: plain(getattr(item, f.name)) for f in fields(item) if f.name not in ("span", "document")}


def _item(item: Any, row: Mapping[Any, Any]) -> Any:
    if item is Span:
        return Span(row["start"], row["end"])
    return revive(item, {**row["rest"], "document": row["document"], "span": [row["start"], row["end"]]})

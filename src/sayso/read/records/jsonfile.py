"""JSON: one report, a list of reports, or an object that holds such a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from sayso.config import ReadSettings
from sayso.read.base import Form, Piece, Read, Unusable
from sayso.read.decoding import decode, glance
from sayso.read.plain import EMPTY
from sayso.read.records.mapping import likeliest, table
from sayso.read.records.parsing import is_a_feed, record_in, values_in
from sayso.read.records.rows import Row, read_rows
from sayso.read.records.values import names_of, value_at

BEGINS = re.compile(r'\s*(?:\[\s*[\[{\]]|\{\s*["}])')
LIST = re.compile(r"\s*\[")


def read_json(piece: Piece, settings: ReadSettings) -> Iterator[Read]:
    """One document a record, called by its own `id`, else by the file and its place in the list."""
    text = decode(piece.raw())
    if not text.strip():
        raise Unusable(EMPTY)
    yield from read_values(piece, text, settings)


def read_values(piece: Piece, text: str, settings: ReadSettings) -> Iterator[Read]:
    """What is in the values of a text in JSON. Raises `Unusable` for an empty list."""
    first = list(islice(values_in(text), 2))
    held = _held(first[0]) if len(first) == 1 and not LIST.match(text) else None
    if not first or held == []:
        raise Unusable("holds an empty list and no report. Offer one with reports in it.")
    if held is not None:
        yield from read_rows(piece, lambda: _numbered(held), settings, "record")
    elif len(first) == 1 and not LIST.match(text):
        yield from read_rows(piece, lambda: iter((_row(None, first[0]),)), settings, "record")
    else:
        yield from read_rows(piece, lambda: _numbered(values_in(text)), settings, "record")


def looks(head: bytes) -> bool:
    """True for what begins as a list or an object in JSON does, and is no feed."""
    first = glance(head)
    return BEGINS.match(first) is not None and not is_a_feed(first)


def _held(value: object) -> list[object] | None:
    """The list of records that an object holds which is no record itself."""
    if not isinstance(value, Mapping) or likeliest(names := tuple(names_of(value))).has_texts(names):
        return None
    lists = (value_at(value, path) for path in table()["lists"])
    return next((one for one in lists if isinstance(one, list) and all(isinstance(item, Mapping) for item in one)), None)


def _numbered(values: Iterable[object]) -> Iterator[Row]:
    return (_row(number, value) for number, value in enumerate(values, 1))


def _row(number: int | None, value: object) -> Row:
    try:
        return Row(number, value if isinstance(value, Unusable) else record_in(value))
    except Unusable as e:
        return Row(number, e)


JSON = Form("JSON", read_json, endings=(".json",), media=("application/json",), looks=looks)

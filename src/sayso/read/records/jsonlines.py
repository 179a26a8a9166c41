"""JSON lines: one report a line, with its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.config import ReadSettings
from sayso.read.base import Form, Piece, Read, Unusable
from sayso.read.decoding import decode, glance
from sayso.read.plain import EMPTY
from sayso.read.records.jsonfile import read_values
from sayso.read.records.parsing import is_a_feed, parsed
from sayso.read.records.rows import Row, read_rows

SPREAD = re.compile(r"\s*(?:\[\s*(?:\{|[\r\n])|\{\s*[\r\n])")
"""How JSON begins that is spread over lines, or is one list, whatever the file's name says."""


def read_lines(piece: Piece, settings: ReadSettings) -> Iterator[Read]:
    """One document a line: its `text` unchanged, called by its own `id`, else by the file and the number of the line."""
    text = decode(piece.raw())
    if not text.strip():
        raise Unusable(EMPTY)
    if SPREAD.match(text):
        yield from read_values(piece, text, settings)
    else:
        yield from read_rows(piece, lambda: _rows(text), settings, "line")


def looks(head: bytes) -> bool:
    """True for what begins with an object in JSON, or with a line that was meant to be one."""
    first = glance(head).lstrip().partition("\n")[0]
    if not first.startswith("{") or is_a_feed(first):
        return False
    try:
        parsed(first)
    except Unusable:
        return first.startswith('{"')
    return True


def _rows(text: str) -> Iterator[Row]:
    for number, line in _lines(text):
        try:
            yield Row(number, parsed(line))
        except Unusable as e:
            yield Row(number, e)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    # Only a line feed ends a record: JSON allows the other line separators within its strings. The text is not split at once,
    # which would take its memory twice.
    start, number = 0, 1
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if (line := text[start:end]).strip():
            yield number, line
        start, number = end + 1, number + 1


JSON_LINES = Form(
    "JSON lines", read_lines, endings=(".jsonl", ".ndjson"), media=("application/jsonl", "application/x-ndjson"), looks=looks
)

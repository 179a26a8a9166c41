"""JSON lines: one report a line, with its fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from sayso.config import ReadSettings
from sayso.documents import Declared, Document, Rejected
from sayso.read.base import STAGE, Form, Piece, Unusable, document, whole
from sayso.read.decoding import decode, glance
from sayso.read.plain import EMPTY

FIELDS = 'A record needs a field "text"; it may have id, title, authors, outlet, url, date and language.'


def read_records(piece: Piece, _: ReadSettings) -> Iterator[Document | Rejected]:
    """One document a line: its `text` unchanged, called by its own `id`, else by the file and the number of the line."""
    text = decode(piece.raw())
    if not text.strip():
        raise Unusable(EMPTY)
    for number, line in _lines(text):
        try:
            yield _read_line(piece, number, line)
        except Unusable as e:
            yield Rejected(f"{piece.path}:{number}", STAGE, f"{piece.key}, line {number}: {e}")


def looks(head: bytes) -> bool:
    """True for what begins with an object in JSON, or with a line that was meant to be one."""
    first = glance(head).lstrip().partition("\n")[0]
    if not first.startswith("{"):
        return False
    try:
        parsed(first)
    except Unusable:
        return first.startswith('{"')
    return True


def _lines(text: str) -> Iterator[tuple[int, str]]:
    # Only a line feed ends a record: JSON allows the other line separators within its strings.
    return ((n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip())


def _read_line(piece: Piece, number: int, line: str) -> Document:
    record = parsed(line)
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise Unusable(f"the record has no text. {FIELDS}")
    if not whole(text):
        raise Unusable("its text holds half a character (a lone surrogate). Write the file again from its source, as UTF-8.")
    key = _word(record, "id") or f"{piece.key}:{number}"
    return document(piece, text, _declared(record), key)


def parsed(line: str) -> dict[str, object]:
    """The object that a line holds. Raises `Unusable` when it is broken or holds something else."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as e:
        raise Unusable(f"is broken JSON: {e.msg} at column {e.colno}. Mend the line and offer the file again.") from e
    except (ValueError, RecursionError) as e:
        raise Unusable("is JSON that cannot be read: a number too long, or too deeply nested.") from e
    if not isinstance(record, dict):
        raise Unusable(f"is JSON but no record. {FIELDS}")
    return record


def _declared(record: dict[str, object]) -> Declared:
    return Declared(
        title=_word(record, "title"),
        authors=_authors(record.get("authors") or record.get("author")),
        outlet=_word(record, "outlet"),
        url=_word(record, "url"),
        published=_word(record, "date") or _word(record, "published"),
        language=_word(record, "language"),
    )


def _word(record: dict[str, object], name: str) -> str | None:
    value = record.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return value.strip() or None if isinstance(value, str) and whole(value) else None


def _authors(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = re.split(r"[,;]", value)
    if not isinstance(value, list):
        return ()
    return tuple(name for part in value if isinstance(part, str) and whole(part) and (name := part.strip(' \t\n"')))


RECORDS = Form(
    "JSON lines", read_records, endings=(".jsonl", ".ndjson"), media=("application/jsonl", "application/x-ndjson"), looks=looks
)

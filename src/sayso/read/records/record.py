"""One record becomes a document; a page that is kept in it is handed on; one with an address alone gives that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from sayso.documents import Declared, Document
from sayso.read.base import NOTHING_DECLARED, Link, Piece, Unusable, document, whole
from sayso.read.page import PAGE
from sayso.read.records.mapping import Columns, table
from sayso.read.records.values import Record, date_of, people_of, text_of, value_at, word_of

FIELDS = 'A record needs a field "text"; it may have id, title, authors, outlet, url, date and language.'
READERS: dict[str, Callable[[object], Any]] = {"authors": people_of, "published": date_of, "modified": date_of, "captured": date_of}
DECLARED = ("title", "authors", "outlet", "url", "published", "language", "modified", "captured", "via")
HEAD = 2000


def read_record(piece: Piece, columns: Columns, record: Record, key: str, around: Declared) -> Document | Piece | Link:
    """The report that a record holds, called by its own id, else by `key`. `around` is what the file's container says of it.

    Raises `Unusable` for a record without a text or an address, or whose text no file can keep.
    """
    declared = _declared(columns, record, around)
    own, _ = _found(columns, record, "id", word_of)
    target, path, value = _content(columns, record)
    if value is None:
        return _link(columns, declared)
    text, marks = text_of(value)
    if not whole(text):
        raise Unusable("its text holds half a character (a lone surrogate). Write the file again from its source, as UTF-8.")
    declared = replace(declared, because=(*declared.because, *columns.because(target, path)))
    if target == "html" or (_may_be_marked_up(columns) and PAGE.looks(text[:HEAD].encode())):
        return replace(piece, key=_unlike_a_file(own, key), content=text.encode(), media="text/html", declared=declared)
    return document(piece, text, declared, own or key, marks)


def around_each(piece: Piece, *, alone: bool) -> Declared:
    """What the container of a file says of each record in it: everything where it is the only one, else how it came here."""
    said = piece.declared
    return said if alone else replace(NOTHING_DECLARED, captured=said.captured, via=said.via)


def _declared(columns: Columns, record: Record, around: Declared) -> Declared:
    values: dict[str, Any] = {}
    because: list[str] = []
    for target in DECLARED:
        value, path = _found(columns, record, target, READERS.get(target, word_of))
        if value:
            values[target] = value
            because += columns.because(target, path)
    kept = (reason for reason in around.because if reason.partition(":")[0] not in values)
    return replace(around, **values, because=(*kept, *because))


def _content(columns: Columns, record: Record) -> tuple[str, str, object]:
    """The text of a record, else the page that it holds: which of them, in which field, and what stands there."""
    for target in ("text", "html"):
        value, path = _found(columns, record, target, lambda value: value if text_of(value)[0].strip() else None)
        if path:
            return target, path, value
    return "", "", None


def _found(columns: Columns, record: Record, target: str, read: Callable[[object], Any]) -> tuple[Any, str]:
    """The first value that one of the fields for it has, and which field."""
    for path in columns.of(target):
        value = value_at(record, path)
        if not _is_nothing(columns, value) and (found := read(value)):
            return found, path
    return None, ""


def _is_nothing(columns: Columns, value: object) -> bool:
    """True for what a program writes where it has no value; people who write records for Sayso leave it out."""
    return isinstance(value, str) and not columns.own and value.strip() in table()["nothing"]


def _may_be_marked_up(columns: Columns) -> bool:
    """False for Sayso's own field `text`, which is the text, whatever it looks like."""
    return not columns.own or "text" in columns.asked


def _link(columns: Columns, declared: Declared) -> Link:
    """The address of a record that has no text. Raises `Unusable` where there is none."""
    if declared.url and _is_of_the_web(declared.url):
        return Link(declared.url, _without_capture(declared))
    raise Unusable(f"the record has no text and no address. {columns.textless or FIELDS}")


def _without_capture(declared: Declared) -> Declared:
    """What is said of a report that is not here, of which nothing was captured."""
    return replace(declared, captured=None, because=tuple(b for b in declared.because if b.partition(":")[0] != "captured"))


def _is_of_the_web(address: str) -> bool:
    try:
        return urlsplit(address).scheme.lower() in ("http", "https")
    except ValueError:
        return False


def _unlike_a_file(own: str | None, key: str) -> str:
    """A page is read by its media type; a name that ends as a file's does would say otherwise."""
    return own if own and "." not in own.rpartition("/")[2] else key

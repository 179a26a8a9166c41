"""The records of a file, one after the other, each read or rejected by its number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sayso.config import ReadSettings
from sayso.documents import Rejected
from sayso.errors import UsageError
from sayso.read.base import STAGE, Piece, Read, Unusable
from sayso.read.records.mapping import Columns, asked, chosen
from sayso.read.records.record import around_each, read_record
from sayso.read.records.values import Record, names_of

TELLING = 100
"""Records at the start of a file by which it is told what its fields are."""


@dataclass(frozen=True, slots=True)
class Row:
    """A record, or why it is none, with its number in the file; None for one that is the whole file. `also` says where it is."""

    number: int | None
    record: Record | Unusable
    also: str = ""


def read_rows(piece: Piece, rows: Callable[[], Iterator[Row]], settings: ReadSettings, unit: str) -> Iterator[Read]:
    """What is in records whose fields may differ: those of the first tell the mapping."""
    names = _names(islice(rows(), TELLING))
    if _missed(names, settings):
        names = _names(rows())
    yield from read_mapped(piece, rows(), chosen(names, settings.columns, "field"), unit)


def read_mapped(piece: Piece, rows: Iterator[Row], columns: Columns, unit: str) -> Iterator[Read]:
    """What is in records of which it is known which field is what; one that cannot be used is rejected by its number.

    Raises `Unusable` where there is none.
    """
    row = None
    for row in rows:
        place = "" if row.number is None else f":{row.number}"
        try:
            if isinstance(row.record, Unusable):
                raise row.record
            yield read_record(piece, columns, row.record, f"{piece.key}{place}", around_each(piece, alone=row.number is None))
        except Unusable as e:
            where = "" if row.number is None else f", {unit} {row.number}{row.also}"
            yield Rejected(f"{piece.path}{place}", STAGE, f"{piece.key}{where}: {e}")
    if row is None:
        raise Unusable(f"has no {unit} with a report in it, only the names of its columns. Export it anew.")


def _names(rows: Iterator[Row]) -> Sequence[str]:
    names: dict[str, None] = {}
    for row in rows:
        if not isinstance(row.record, Unusable):
            names.update(dict.fromkeys(names_of(row.record)))
    return tuple(names)


def _missed(names: Sequence[str], settings: ReadSettings) -> bool:
    there = {name.casefold() for name in names}
    try:
        return any(path.casefold() not in there for path in asked(settings.columns).values())
    except UsageError:
        return False

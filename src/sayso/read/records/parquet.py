"""Parquet: one report a row, its fields in typed columns."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.config import ReadSettings
from sayso.read.base import Form, Piece, Read, Unusable, whole
from sayso.read.records.mapping import TARGETS, Columns, chosen
from sayso.read.records.rows import Row, read_mapped

if TYPE_CHECKING:
    import polars

AT_FIRST, AT_MOST = 20, 500
"""Rows that are in memory together. A file of 60 MB, of 155 million characters, takes 165 MB so, and 270 in polars' own batches."""
ROOM = 20_000_000
"""Bytes that the rows in memory may take: some hundred bytes of Parquet can hold a thousand texts of a million characters."""
BROKEN = "is a broken Parquet file: it cannot be taken apart. Write it anew from its source, or offer it as CSV or JSON lines."


def read_parquet(piece: Piece, settings: ReadSettings) -> Iterator[Read]:
    """One document a row, called by its own id, else by the file and the number of the row."""
    # One thread more is no faster here, and takes memory of its own; polars looks for this when it is first imported.
    os.environ.setdefault("POLARS_MAX_THREADS", "1")
    with _intact():
        frame = _opened(piece)
        schema = frame.collect_schema()
    columns = chosen(tuple(_names(schema)), settings.columns)
    yield from read_mapped(piece, _rows(frame.select(_needed(columns, schema))), columns, "row")


def _opened(piece: Piece) -> polars.LazyFrame:
    import polars

    there = isinstance(piece.content, Path) and whole(str(piece.content))
    source = piece.content if there else io.BytesIO(piece.raw())
    return polars.scan_parquet(source, glob=False, hive_partitioning=False, low_memory=True)


@contextmanager
def _intact() -> Iterator[None]:
    """Raises `Unusable` where polars finds no Parquet, or stumbles over what it finds."""
    import polars

    try:
        yield
    except (FileNotFoundError, PermissionError):
        raise
    except (polars.exceptions.PolarsError, polars.exceptions.PanicException, OSError, ValueError, OverflowError) as e:
        raise Unusable(BROKEN) from e


def _names(fields: Mapping[str, Any], before: str = "") -> Iterator[str]:
    """The names of all columns, those within columns as "html.content"."""
    import polars

    for name, kind in fields.items():
        yield before + name
        if isinstance(kind, polars.Struct):
            yield from _names(kind.to_schema(), f"{before}{name}.")


def _needed(columns: Columns, schema: Mapping[str, Any]) -> list[str]:
    """The columns that are read; pictures, vectors and whatever else lies beside them are left where they are."""
    wanted = [path for target in TARGETS for path in columns.of(target)]
    return [name for name in schema if any(path == name or path.startswith(f"{name}.") for path in wanted)]


def _rows(frame: polars.LazyFrame) -> Iterator[Row]:
    # The dates are made words by polars, which knows years that Python does not.
    worded = frame.with_columns(_dates_as_words(frame))
    start, wanted = 0, AT_FIRST
    while True:
        with _intact():
            some = worded.slice(start, wanted).collect()
            rows = some.rows(named=True)
        for number, row in enumerate(rows, start + 1):
            yield Row(number, row)
        if len(rows) < wanted:
            return
        start += wanted
        wanted = max(1, min(AT_MOST, ROOM * len(rows) // max(1, int(some.estimated_size()))))


def _dates_as_words(frame: polars.LazyFrame) -> list[polars.Expr]:
    import polars

    kinds = frame.collect_schema()
    days = [polars.col(name).cast(polars.String) for name, kind in kinds.items() if kind == polars.Date]
    times = [polars.col(name).dt.to_string("iso:strict") for name, kind in kinds.items() if kind == polars.Datetime]
    return [*days, *times]


PARQUET = Form("Parquet", read_parquet, endings=(".parquet", ".pq"), media=("application/vnd.apache.parquet",), magic=(b"PAR1",))

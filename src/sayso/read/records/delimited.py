"""CSV and TSV: one report a row, its fields in columns that the first row names. A cell is text, also one that begins with =."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.config import ReadSettings
from sayso.read.base import Form, Piece, Read, Unusable
from sayso.read.decoding import decode, glance
from sayso.read.plain import EMPTY
from sayso.read.records.mapping import HOW, TARGETS, Columns, chosen, likeliest
from sayso.read.records.rows import Row, read_mapped

DELIMITERS = ",;\t|"
NAMED_DELIMITER = re.compile(r"sep=([,;\t|])\r?\n?")
"""How Excel says in a first line of its own which sign parts the columns."""
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
HEAD = 1 << 16
LEAST = 3
"""Known columns that tell a table which has no name that ends in .csv: two words with a comma between them may be anything."""
LONGEST_CELL = 2**31 - 1


def read_table(piece: Piece, settings: ReadSettings) -> Iterator[Read]:
    """One document a row, called by its own id, else by the file and the number that a spreadsheet gives the row."""
    text = decode(piece.raw())
    if not text.strip():
        raise Unusable(EMPTY)
    # Python's own limit, of 128 kB a cell, is lower than a long report.
    csv.field_size_limit(LONGEST_CELL)
    delimiter, header, first = _opening(text)
    columns = chosen([name for name in header if name], settings.columns)
    _must_be_clear(columns, header)
    yield from read_mapped(piece, _rows(text, delimiter, header, first), columns, "row")


def looks(head: bytes) -> bool:
    """True for what begins with a row that names several columns which are known."""
    text = glance(head)
    if not text.strip():
        return False
    try:
        _, header, _ = _opening(text)
    except Unusable:
        return False
    return len(header) >= LEAST and len(likeliest(header).known(header)) >= LEAST


def _opening(text: str) -> tuple[str, list[str], int]:
    """What parts the columns, what they are called, and how many rows come before that of their names.

    The sign is the one that Excel names, else the one with which most columns are known, else the one that parts most.
    """
    named = NAMED_DELIMITER.match(text)
    start = named.end() if named else len(text[:HEAD]) - len(text[:HEAD].lstrip("\r\n"))
    headers = {sign: _header(text[start : start + HEAD], sign) for sign in (named[1] if named else DELIMITERS)}
    best = max(headers, key=lambda sign: (len(likeliest(headers[sign]).known(headers[sign])), len(headers[sign])))
    if not any(headers[best]):
        raise Unusable(f"has no row at its start that names its columns. Add one, so that its fields can be told. {HOW}")
    return best, headers[best], sum(1 for _ in _lines(text[:start]))


def _header(text: str, delimiter: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader(_lines(text), delimiter=delimiter, strict=True), [])]
    except csv.Error:
        return []


def _must_be_clear(columns: Columns, header: Sequence[str]) -> None:
    wanted = {path for target in TARGETS for path in columns.of(target)}
    for name, times in Counter(header).items():
        if times > 1 and name in wanted:
            raise Unusable(f"has {times} columns called “{name}”, so that nobody can tell which one holds. Rename one of them.")


def _rows(text: str, delimiter: str, header: Sequence[str], before: int) -> Iterator[Row]:
    lines = _lines(text)
    for _ in range(before):
        next(lines)
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    number = before
    while True:
        number += 1
        begins = before + rows.line_num + 1
        also = "" if begins == number else f" (line {begins:,})"
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as e:
            yield Row(number, _out_of_place(e), also)
            continue
        if number > before + 1 and any(cells):
            yield Row(number, _record(header, cells), also)


def _lines(text: str) -> Iterator[str]:
    # Python's own file in memory takes four bytes for each character of it.
    return (match[0] for match in LINE.finditer(text))


def _record(header: Sequence[str], cells: Sequence[str]) -> dict[str, object] | Unusable:
    if len(cells) != len(header):
        few = "fewer" if len(cells) < len(header) else "more"
        return Unusable(
            f"has {few} cells than there are columns, {len(cells):,} and not {len(header):,}, so that it cannot be told what is "
            f"what. It begins “{' '.join(cells[0].split())[:40]}”. Mend the row and offer the file again."
        )
    return dict(zip(header, cells, strict=True))


def _out_of_place(e: csv.Error) -> Unusable:
    if "unexpected end" in str(e):
        return Unusable(
            "opens a quotation mark that nothing closes, so that all that follows is one cell. Close it and offer the file again."
        )
    return Unusable("has a quotation mark out of place: within a cell it is written twice. Mend the row and offer the file again.")


TABLE = Form("CSV", read_table, endings=(".csv", ".tsv", ".tab"), media=("text/csv", "text/tab-separated-values"), looks=looks)

"""The order in which the lines of a page are read: columns from the first to the last, and what stands across them between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from sayso.read.parts import CELLS
from sayso.read.pdf.line import Line, merged

LEAST_LINES = 3
"""A column has at least so many lines beside those of another."""
LEAST_LETTERS = 12
"""And so many characters a line; the cells of a table have fewer."""
MOST_EDGES = 12
SLACK = 3.0
"""Points by which the left edges of one column may differ."""
BETWEEN_CELLS = 2.0
"""A gap wider than this many heights is no blank between words."""
WIDER = 1.2
RTL = ("\u0590", "\u08ff")

Row = tuple[Line, bool]
"""A line, and whether it is the row of a table."""


def in_order(lines: Sequence[Line]) -> Iterator[list[Row]]:
    """The columns of a page in the order of reading, each with its lines from top to bottom."""
    letters = [c for line in lines for c in line.words if c.isalpha()]
    if 2 * sum(RTL[0] <= c <= RTL[1] for c in letters) > len(letters):
        mirrored = [replace(line, left=-line.right, right=-line.left) for line in lines]
        yield from (_rows(column) for column in _columns(mirrored))
    else:
        yield from (_rows(column) for column in _columns(lines))


def _columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    cut = max((_cut(lines, edge) for edge in _edges(lines)), key=_side_by_side, default=[])
    if not _side_by_side(cut):
        yield from [list(lines)] if lines else []
        return
    for split, pieces in groupby(cut, key=lambda band: bool(band[1])):
        for left, right in pieces if split else [([line for band in pieces for line in band[0]], [])]:
            yield from _columns(left)
            if right:
                yield from _columns(right)


def _edges(lines: Sequence[Line]) -> list[float]:
    """Where several lines begin below one another, right of where the page's do."""
    begun = Counter(round(line.left / SLACK) for line in lines)
    first = min(begun, default=0)
    return [edge * SLACK - SLACK for edge, count in begun.most_common(MOST_EDGES) if count >= LEAST_LINES and edge > first + 1]


def _cut(lines: Sequence[Line], edge: float) -> list[tuple[list[Line], list[Line]]]:
    """The page from top to bottom in bands: those with two columns as these, all else as one column and nothing beside it."""
    across = sorted((line.middle for line in lines if line.left < edge - SLACK and line.right > edge + SLACK), reverse=True)
    bands: list[tuple[list[Line], list[Line]]] = []
    for between, band in groupby(sorted(lines, key=lambda line: -line.middle), key=lambda line: _place(across, line.middle)):
        found = list(band)
        left = [line for line in found if line.right <= edge + SLACK]
        right = [line for line in found if line.right > edge + SLACK]
        two = between % 2 == 0 and _reads_as_column(left) and _reads_as_column(right) and _beside(left, right)
        if two:
            column, below = _ended(left, right)
            bands += [(column, right), (below, [])] if below else [(left, right)]
        else:
            bands.append((found, []))
    return bands


def _ended(left: Sequence[Line], right: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the first column, and what stands below both: set further apart than anything in it is."""
    foot = min(line.bottom for line in right)
    column = sorted(left, key=lambda line: -line.middle)
    gaps = [above.bottom - line.top for above, line in pairwise(column)]
    for place, gap in enumerate(gaps, 1):
        if column[place].top <= foot and gap > 0 and gap > WIDER * max(gaps[: place - 1], default=0):
            return column[:place], column[place:]
    return column, []


def _place(across: list[float], middle: float) -> int:
    """An odd number for what stands across both columns, an even one for what lies between two such lines."""
    low, high = 0, len(across)
    while low < high:
        half = (low + high) // 2
        low, high = (half + 1, high) if across[half] > middle else (low, half)
    return 2 * low + (low < len(across) and across[low] == middle)


def _reads_as_column(lines: Sequence[Line]) -> bool:
    return len(lines) >= LEAST_LINES and sum(len(line.words) for line in lines) >= LEAST_LETTERS * len(lines)


def _beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """True when the two stand next to one another over the height of two lines."""
    shared = min(max(line.top for line in side) for side in (left, right)) - max(
        min(line.bottom for line in side) for side in (left, right)
    )
    return shared >= 2 * min(line.height for line in left)


def _side_by_side(bands: Sequence[tuple[list[Line], list[Line]]]) -> int:
    """How many lines stand in columns."""
    return sum(len(left) + len(right) for left, right in bands if right)


def _rows(column: Sequence[Line]) -> list[Row]:
    """The lines of one column from top to bottom. Those that stand beside one another are the words of one line, or where
    rows follow one another whose cells stand apart, a table."""
    levels: list[list[Line]] = []
    for line in sorted(column, key=lambda line: -line.middle):
        if levels and levels[-1][0].beside(line):
            levels[-1].append(line)
        else:
            levels.append([line])
    cells = [_cells(sorted(level, key=lambda line: line.left)) for level in levels]
    rows: list[Row] = []
    for place, row in enumerate(cells):
        near = [len(other) for other in cells[max(0, place - 1) : place + 2]]
        if len(row) > 1 and sum(count > 1 for count in near) > 1:
            rows.append((merged(row, CELLS), True))
        else:
            rows += [(line, False) for line in row]
    return rows


def _cells(level: Sequence[Line]) -> list[Line]:
    cells = [[level[0]]]
    for line in level[1:]:
        apart = line.left - cells[-1][-1].right > BETWEEN_CELLS * max(line.height, cells[-1][-1].height)
        if apart:
            cells.append([line])
        else:
            cells[-1].append(line)
    return [merged(cell) for cell in cells]

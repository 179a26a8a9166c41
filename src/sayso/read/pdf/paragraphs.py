"""Paragraphs out of lines: where one ends is told by the room that was left, by indents, gaps and type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.documents import Marking
from sayso.read.parts import Part
from sayso.read.pdf.columns import Row, in_order
from sayso.read.pdf.hyphens import Joints
from sayso.read.pdf.line import BLANK, Line
from sayso.read.pdf.margins import Page

ENDS = re.compile(r"[.!?:…。！？؟”\"»’')\]]$")
BULLET = re.compile(r"[•▪◦●‣■□–·*-]\s|[•▪◦●‣]|\(?(?:\d{1,2}|[a-z])[.)]\s")
INDENT = 0.6
GAP = 1.2
"""A line further below the last than this many times what is usual for its type begins a paragraph."""
ROOMY = 0.45
"""A line that leaves so much of its column empty was ended on purpose, whatever stands at its end."""
LARGER = 1.12
LONGEST_HEADING = 300


@dataclass(slots=True)
class Flow:
    """A paragraph while it is put together, with the column in which its last line stands."""

    lines: list[Line] = field(default_factory=list)
    right: float = 0.0
    row: bool = False


Set = tuple[list[str], Marking | None]
"""The lines of a paragraph, and what it is by its place and type."""


def parts_of(pages: Sequence[Page]) -> list[Part]:
    """The paragraphs of all pages in order. A paragraph that goes on over the end of a page comes before that page's foot."""
    ordered = [list(in_order(page.lines)) for page in pages]
    everything = [line for columns in ordered for column in columns for line, _ in column]
    set_ = list(_set(pages, ordered, Type(everything)))
    joints = Joints(lines for lines, _ in set_)
    return [Part(joints.joined(lines), marking) for lines, marking in set_]


class Type:
    """The type of a document: the size of most of its words, and how far apart the lines of each size stand."""

    def __init__(self, lines: Sequence[Line]) -> None:
        sizes: Counter[float] = Counter()
        bold = 0
        for line in lines:
            sizes[_size(line)] += len(line.words)
            bold += len(line.words) * line.bold
        self.body = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
        self.mostly_bold = 2 * bold > sizes.total()
        steps: dict[float, Counter[float]] = {}
        for a, b in pairwise(lines):
            if a.same_type(b) and a.height > 0 and a.top > b.top and a.left < b.right and b.left < a.right:
                steps.setdefault(_size(a), Counter())[round(20 * (a.top - b.top) / a.height) / 20] += 1
        self._steps = {size: _usual(found) for size, found in steps.items()}

    def step(self, line: Line) -> float:
        """How far below a line the next one of its paragraph stands."""
        return self._steps.get(_size(line), 1.1) * line.height

    def marking(self, lines: Sequence[Line]) -> Marking | None:
        """A heading is short, and larger than the body or bold where the body is not; an item begins with its bullet."""
        short = sum(len(line.words) for line in lines) <= LONGEST_HEADING and len(lines) <= 4
        if short and (lines[0].height >= LARGER * self.body or (not self.mostly_bold and all(line.bold for line in lines))):
            return Marking.HEADING
        return Marking.ITEM if BULLET.match(lines[0].words) else None


def _size(line: Line) -> float:
    return round(2 * line.height) / 2


def _usual(steps: Counter[float]) -> float:
    """The smallest step that is no rarity: between paragraphs it is larger, and there may be more of those than of lines."""
    return min(step for step, count in steps.items() if count >= 0.15 * steps.total() or count == max(steps.values()))


def _set(pages: Sequence[Page], ordered: Sequence[Sequence[Sequence[Row]]], type_: Type) -> Iterator[Set]:
    flow, held = Flow(), list[Line]()
    for page, columns in zip(pages, ordered, strict=True):
        if flow.lines:
            held += page.head
        else:
            yield from _apart(page.head)
        for column in columns:
            right = max(line.right for line, _ in column)
            for place, (line, row) in enumerate(column):
                after = column[place + 1][0] if place + 1 < len(column) else None
                first = place == 0
                ends = row or flow.row or (not _goes_on(flow, line) if first else _begins(flow, line, after, type_))
                if flow.lines and ends:
                    yield from _done(flow, held, type_)
                    flow, held = Flow(), []
                flow.lines.append(line)
                flow.right, flow.row = right, row
        held += page.foot
    yield from _done(flow, held, type_)


def _done(flow: Flow, held: Sequence[Line], type_: Type) -> Iterator[Set]:
    if flow.lines:
        yield [line.words for line in flow.lines], Marking.ROW if flow.row else type_.marking(flow.lines)
    yield from _apart(held)


def _apart(lines: Sequence[Line]) -> Iterator[Set]:
    return (([line.words], None) for line in lines)


def _begins(flow: Flow, line: Line, after: Line | None, type_: Type) -> bool:
    """True when a line begins a new paragraph below the last line of the same column."""
    if not flow.lines:
        return True
    last = flow.lines[-1]
    left_room = _room(last, line, flow.right)
    if not last.same_type(line) or last.top - line.top > GAP * type_.step(last) or last.top < line.bottom:
        return True
    if last.bold != line.bold and left_room > 0:
        return True
    indent = INDENT * line.height
    if line.left > last.left + indent and after is not None and after.left < line.left - indent / 2:
        return not BULLET.match(last.words)
    if line.left < last.left - indent and len(flow.lines) > 1:
        return True
    if BULLET.match(line.words) and (left_room > 0 or ENDS.search(last.words)):
        return True
    roomy = left_room > ROOMY * (flow.right - last.left) and not line.words[0].islower()
    return roomy or (left_room > 0 and ENDS.search(last.words) is not None)


def _goes_on(flow: Flow, line: Line) -> bool:
    """True when a line at the top of a column goes on with the paragraph at the foot of the one before."""
    if not flow.lines:
        return False
    last = flow.lines[-1]
    if not last.same_type(line) or last.bold != line.bold or BULLET.match(line.words):
        return False
    return line.words[0].islower() or (not ENDS.search(last.words) and _room(last, line, flow.right) <= 0)


def _room(last: Line, line: Line, right: float) -> float:
    """How much room the last line leaves beyond what the first word of the next would have needed."""
    return right - last.right - line.first - BLANK * line.height

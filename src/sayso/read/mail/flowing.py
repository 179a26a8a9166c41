"""The plain words of a mail as paragraphs. Mail cuts them into lines of some seventy characters; RFC 3676 says how some mark it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from sayso.documents import Marking
from sayso.read.parts import Part

WIDEST = 82
"""No program cuts lines wider than this; where lines of words are longer, it cut none."""
QUOTED = re.compile(r"(?:> ?){1,50}")
BULLET = re.compile(r"(?:[-*•–·▪◦●]|\(?(?:\d{1,2}|[a-z])[.)])\s")
SIGNATURE = "-- "


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a mail, with how often it was quoted. `flows` when it says itself that the next line goes on with it."""

    words: str
    depth: int
    flows: bool = False


def parts_of(body: str, flowed: bool = False, deleted: bool = False) -> list[Part]:
    """The paragraphs of a body. `flowed` and `deleted` when it says so of itself (`format=flowed`, `delsp=yes`)."""
    lines = [_line(raw, flowed, deleted) for raw in body.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    if flowed:
        lines = list(_flowed(lines))
    width = 0 if flowed else _width(lines)
    groups = groupby(lines, key=lambda line: (bool(line.words.strip()), line.depth))
    return [_part(list(found), width) for (words, _), found in groups if words]


def _line(raw: str, flowed: bool, deleted: bool) -> Line:
    quoted = QUOTED.match(raw) if raw.startswith(">") else None
    depth = quoted[0].count(">") if quoted else 0
    words = raw[quoted.end() :] if quoted else raw
    if not flowed:
        return Line(words.rstrip(), depth)
    words = words.removeprefix(" ")
    flows = words.endswith(" ") and words != SIGNATURE
    return Line(words[:-1] if flows and deleted else words, depth, flows)


def _flowed(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines as they were before they were cut."""
    words: list[str] = []
    for place, line in enumerate(lines):
        words.append(line.words)
        if not (line.flows and place + 1 < len(lines) and lines[place + 1].depth == line.depth):
            yield Line("".join(words), line.depth)
            words = []


def _width(lines: Sequence[Line]) -> int:
    """The length at which lines were cut, or 0 where none was."""
    lengths = [len(line.words) for line in lines if " " in line.words.strip()]
    return 0 if not lengths or max(lengths) > WIDEST else max(lengths)


def _part(lines: Sequence[Line], width: int) -> Part:
    words = lines[0].words
    for line, after in pairwise(lines):
        words += (" " if _cut(line.words, after.words, width) else "\n") + after.words.lstrip()
    depth = lines[0].depth
    if depth:
        return Part(f"{'>' * depth} {words}", Marking.QUOTATION)
    return Part(words, Marking.ITEM if BULLET.match(words.lstrip()) else None)


def _cut(line: str, after: str, width: int) -> bool:
    """True when the first word of the next line would not have fitted on this one, so that the line was cut there."""
    first = after.split(None, 1)[0]
    return bool(width) and not BULLET.match(after.lstrip()) and len(line) + 1 + len(first) > width

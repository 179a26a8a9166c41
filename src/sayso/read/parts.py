"""A report put together from its parts: the paragraphs, headings, items and rows that its container told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.documents import Mark, Marking
from sayso.folding import fold
from sayso.read.base import Unusable
from sayso.spans import Span

BETWEEN = "\n\n"
TOP = 3
"""A title stands among so many parts from the top, where it stands there at all."""
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\ufffe\uffff]")
HALVES = re.compile("[\ud800-\udfff]")
BLANKS = re.compile(r"[^\S\n]+")
CELLS = " | "
"""What stands between the cells of a row."""


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph, with what its container says that it is, if it says so."""

    words: str
    marking: Marking | None = None


def written_out(parts: Iterable[Part]) -> tuple[str, tuple[Mark, ...]]:
    """The text of all parts that hold words, a blank line between them, and the marks over those that are marked."""
    written: list[str] = []
    marks: list[Mark] = []
    place = 0
    for part in parts:
        words = cleanly(part.words)
        if not words:
            continue
        if part.marking:
            marks.append(Mark(Span(place, place + len(words)), part.marking))
        written.append(words)
        place += len(words) + len(BETWEEN)
    return BETWEEN.join(written), tuple(marks)


def at_most(parts: Iterable[Part], longest: int) -> Iterator[Part]:
    """The same parts. Raises `Unusable` as soon as they hold more characters than one report may, and not when all are there."""
    held = 0
    for part in parts:
        held += len(part.words)
        check_length(held, longest)
        yield part


def check_length(held: int, longest: int) -> None:
    """Raises `Unusable` for more characters than one report may hold."""
    if held > longest:
        raise Unusable(
            f"holds more than {longest:,} characters, more than one report does. "
            "Split it, or raise longest_text under [read] in the settings."
        )


def cleanly(words: str) -> str:
    """The words without what no text can hold (control characters, half characters), runs of blanks as one, no line empty."""
    words = HALVES.sub("\ufffd", CONTROLS.sub("", words.replace("\r\n", "\n").replace("\r", "\n")))
    return "\n".join(line for raw in words.split("\n") if (line := BLANKS.sub(" ", raw).strip()))


def titled(parts: list[Part], title: str | None) -> list[Part]:
    """The parts under their title, which is set above them where it does not stand near their top."""
    if title is None or fold(title).text in (fold(part.words).text for part in parts[:TOP]):
        return parts
    return [Part(title, Marking.HEADING), *parts]


def row(cells: Iterable[str]) -> Part:
    """A row of a table, its cells on one line."""
    return Part(CELLS.join(words for cell in cells if (words := " ".join(cleanly(cell).split()))), Marking.ROW)

"""The paragraphs and tables of a document in their order, with what their styles say that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from sayso.documents import Marking
from sayso.read.docx.words import LATER, WORD, boxes_in, words_of
from sayso.read.parts import Part, row

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

STYLES = (
    (re.compile(r"heading|title|subtitle|toc heading"), Marking.HEADING),
    (re.compile(r"caption"), Marking.CAPTION),
    (re.compile(r"(?:intense |block )?(?:quote|text quote|quotation)s?|block text"), Marking.QUOTATION),
    (re.compile(r"list\b"), Marking.ITEM),
)
"""The names of Word's own styles, which stay English in the file of every language (ECMA-376, 17.7.4)."""
TITLE = "title"
TOP = 50
"""A title stands among so many paragraphs from the top."""
LONGEST_CELL = 300
"""A row with a longer cell sets text beside text, and is no row of values."""
DEEPEST_STYLE = 12
NOT_NOTES = {"separator", "continuationSeparator", "continuationNotice"}


class Styles:
    """What the styles of a document make of its paragraphs."""

    def __init__(self, part: DocumentPart) -> None:
        self._names: dict[str, str] = {}
        self._above: dict[str, str] = {}
        self._items: set[str] = set()
        for style in part.styles.element.iterchildren(f"{WORD}style"):
            known = style.get(f"{WORD}styleId", "")
            self._names[known] = _value(style, "name").lower()
            self._above[known] = _value(style, "basedOn")
            if style.find(f"{WORD}pPr/{WORD}numPr") is not None:
                self._items.add(known)

    def marking(self, paragraph: Any) -> Marking | None:
        """What a paragraph is by its style or those above it, by its place in an outline, or as an item of a list."""
        level = paragraph.find(f"{WORD}pPr/{WORD}outlineLvl")
        if level is not None and level.get(f"{WORD}val", "9") != "9":
            return Marking.HEADING
        for name in self._called(paragraph):
            if marking := next((marking for form, marking in STYLES if form.match(name)), None):
                return marking
        listed = paragraph.find(f"{WORD}pPr/{WORD}numPr") is not None or _style(paragraph) in self._items
        return Marking.ITEM if listed else None

    def is_title(self, paragraph: Any) -> bool:
        return TITLE in self._called(paragraph)

    def _called(self, paragraph: Any) -> list[str]:
        names: list[str] = []
        style = _style(paragraph)
        while style in self._names and len(names) < DEEPEST_STYLE:
            names.append(self._names[style])
            style = self._above[style]
        return names


def parts_of(element: Any, styles: Styles) -> Iterator[Part]:
    """The parts of a body, a head or foot, a note, a cell or a box, in order."""
    for child in element:
        if child.tag == f"{WORD}p":
            yield Part(words_of(child), styles.marking(child))
            for box in boxes_in(child):
                yield from parts_of(box, styles)
        elif child.tag == f"{WORD}tbl":
            for line in child.iter(f"{WORD}tr"):
                yield from _row(line, styles)
        elif child.tag not in (f"{WORD}del", f"{WORD}moveFrom", f"{LATER}Fallback"):
            yield from parts_of(child, styles)


def title_in(body: Any, styles: Styles) -> str | None:
    """The words of the first paragraph in the style of a title."""
    first = islice(body.iter(f"{WORD}p"), TOP)
    found = (words_of(paragraph) for paragraph in first if styles.is_title(paragraph))
    return next((" ".join(words.split()) for words in found if words.strip()), None)


def notes_in(notes: Any, styles: Styles) -> Iterator[Part]:
    """The footnotes or endnotes, without the rules that are drawn above them."""
    for note in notes:
        if note.get(f"{WORD}type") not in NOT_NOTES:
            yield from parts_of(note, styles)


def _row(line: Any, styles: Styles) -> Iterator[Part]:
    """A row of a table; where it only sets text beside text, as letterheads do, the paragraphs in it."""
    cells = [list(_cell(cell, styles)) for cell in line.iter(f"{WORD}tc") if _row_of(cell) is line]
    held = [cell for cell in cells if cell]
    if len(held) > 1 and all(sum(len(part.words) for part in cell) <= LONGEST_CELL for cell in held):
        yield row(" ".join(part.words for part in cell) for cell in held)
    else:
        yield from (part for cell in held for part in cell)


def _cell(cell: Any, styles: Styles) -> Iterator[Part]:
    """What a cell holds but for the tables in it, whose rows follow it as rows of their own."""
    for child in cell:
        if child.tag != f"{WORD}tbl":
            yield from (part for part in parts_of([child], styles) if part.words.strip())


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors(f"{WORD}tr"), None)


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
    return "" if found is None else str(found.get(f"{WORD}val", ""))


def _value(style: Any, name: str) -> str:
    found = style.find(f"{WORD}{name}")
    return "" if found is None else str(found.get(f"{WORD}val", ""))

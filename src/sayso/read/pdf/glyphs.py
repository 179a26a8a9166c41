"""The glyphs of a page as lines of words, each with its place."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from sayso.read.pdf.line import Line

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

APART = 1.3
"""A gap wider than this many heights parts two lines that stand beside one another; blanks in justified text stay below."""
BOLD = 600
HYPHEN = 2
"""What PDFium gives for a hyphen at the end of a line."""
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
UNKNOWN = "\ufffd"


@dataclass(slots=True)
class Strip:
    """A line while it is read: its glyphs, and the box around each."""

    letters: list[str] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    bold: int = 0
    first: float = 0.0

    def goes_on_at(self, box: tuple[float, float, float, float]) -> bool:
        """True when a glyph in this box stands on the line, right behind or before what it has."""
        left, bottom, right, top = box
        last_left, last_bottom, last_right, last_top = self.boxes[-1]
        height = max(top - bottom, last_top - last_bottom)
        shared = min(top, last_top) - max(bottom, last_bottom)
        apart = max(left - last_right, last_left - right)
        return shared >= 0.4 * min(top - bottom, last_top - last_bottom) and apart <= APART * height

    def add(self, letter: str, box: tuple[float, float, float, float], bold: bool) -> None:
        if not self.first and self.letters and self.letters[-1].isspace() and not letter.isspace():
            self.first = self._width()
        self.letters.append(letter)
        if not letter.isspace():
            self.boxes.append(box)
            self.bold += bold

    def line(self) -> Line | None:
        words = "".join(self.letters).translate(LIGATURES)
        if not words.strip():
            return None
        return Line(
            words.strip(),
            min(box[0] for box in self.boxes),
            median(box[1] for box in self.boxes),
            max(box[2] for box in self.boxes),
            median(box[3] for box in self.boxes),
            self.first or self._width(),
            2 * self.bold > len(self.boxes),
        )

    def _width(self) -> float:
        return max(box[2] for box in self.boxes) - min(box[0] for box in self.boxes)


def lines_of(page: PdfTextPage) -> list[Line]:
    """The lines of a page in the order in which they were drawn, those that stand upright before those set aslant."""
    turned = list(_turned(page))
    usual = Counter(turn for turn, _ in turned).most_common(1)
    return [line for _, line in sorted(turned, key=lambda item: item[0] != usual[0][0])] if usual else []


def _turned(page: PdfTextPage) -> Iterator[tuple[int, Line]]:
    """Each line with the quarters by which it is turned."""
    strip, turn, bold = Strip(), 0, False
    for place, letter, box in _glyphs(page):
        if letter == "\n":
            if line := strip.line():
                yield turn, line
            strip = Strip()
            continue
        turned = _upright(box, turn)
        if strip.boxes and not letter.isspace() and not strip.goes_on_at(turned):
            if line := strip.line():
                yield turn, line
            strip = Strip()
        if not strip.boxes:
            if letter.isspace():
                continue
            turn = _quarters(page, place)
            turned = _upright(box, turn)
        if not strip.letters or strip.letters[-1].isspace():
            bold = _bold(page, place)
        strip.add(letter, turned, bold)
    if line := strip.line():
        yield turn, line


def _glyphs(page: PdfTextPage) -> Iterator[tuple[int, str, tuple[float, float, float, float]]]:
    import pypdfium2.raw as pdfium

    box, half = pdfium.FS_RECTF(), ""
    for place in range(page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(page, place)
        if code in (10, 13):
            yield place, "\n", (0, 0, 0, 0)
            continue
        pdfium.FPDFText_GetLooseCharBox(page, place, box)
        if 0xD800 <= code < 0xDC00:
            half = chr(code)
            continue
        letter = "-" if code == HYPHEN else chr(code)
        if half or 0xDC00 <= code < 0xE000:
            letter, half = (half + letter).encode("utf-16", "surrogatepass").decode("utf-16", "replace"), ""
        yield place, UNKNOWN if code == 0 else letter, (box.left, box.bottom, box.right, box.top)


def _bold(page: PdfTextPage, place: int) -> bool:
    import pypdfium2.raw as pdfium

    return bool(pdfium.FPDFText_GetFontWeight(page, place) >= BOLD)


def _quarters(page: PdfTextPage, place: int) -> int:
    import pypdfium2.raw as pdfium

    return round(float(pdfium.FPDFText_GetCharAngle(page, place)) / (math.pi / 2)) % 4


def _upright(box: tuple[float, float, float, float], quarters: int) -> tuple[float, float, float, float]:
    """The box as it stands when the page is turned so that its words are upright."""
    left, bottom, right, top = box
    for _ in range(quarters):
        left, bottom, right, top = -top, left, -bottom, right
    return left, bottom, right, top

"""Words on one line of a page, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BLANK = 0.25
"""The width of a blank as a share of the height of a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand together. Places are in points, counted from the bottom left corner of a page that is read upright.

    `first` is how wide its first word is, which tells whether it would have had room on the line before.
    """

    words: str
    left: float
    bottom: float
    right: float
    top: float
    first: float
    bold: bool = False

    @property
    def height(self) -> float:
        """The height of its type, from the lowest descender to the highest ascender."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def beside(self, other: Line) -> bool:
        """True when the two stand at one height, so that at least half of the smaller lies beside the other."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared >= 0.5 * min(self.height, other.height)

    def same_type(self, other: Line) -> bool:
        """True when both are set in type of about one size."""
        return abs(self.height - other.height) <= 0.12 * max(self.height, other.height)


def merged(lines: Sequence[Line], between: str = " ") -> Line:
    """What stands beside one another as one line, from left to right as given."""
    longest = max(lines, key=lambda line: len(line.words))
    return Line(
        between.join(line.words for line in lines),
        min(line.left for line in lines),
        longest.bottom,
        max(line.right for line in lines),
        longest.top,
        lines[0].first,
        longest.bold,
    )

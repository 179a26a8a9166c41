"""A text cut wherever any of the spans over it begins or ends, so that spans which nest or overlap can each be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from sayso.spans import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A span and what it is marked as: "source", "cue", "parting" …"""

    span: Span
    mark: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text from `start` with everything that lies over all of it, in the order of the alphabet."""

    start: int
    text: str
    marks: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def pieces(text: str, within: Span, marked: Iterable[Marked], cuts: Iterable[int] = ()) -> tuple[Piece, ...]:
    """The text of `within` in pieces, none empty: joined they are the text again. `cuts` are further places to cut at."""
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    borders = {within.start, within.end, *(c for c in cuts if within.start < c < within.end)}
    for one in marked:
        seen = one.span.common(within)
        if seen:
            opens.setdefault(seen.start, []).append(one.mark)
            closes.setdefault(seen.end, []).append(one.mark)
            borders |= {seen.start, seen.end}
    out, over = [], Counter[str]()
    places = sorted(borders)
    for start, end in pairwise(places):
        over.subtract(closes.get(start, ()))
        over.update(opens.get(start, ()))
        out.append(Piece(start, text[start:end], tuple(sorted(mark for mark, depth in over.items() if depth > 0))))
    return tuple(out)

"""Heads, feet and page numbers: what stands at the edge of page after page, and what a browser prints there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.read.pdf.line import Line

EDGE = 0.12
"""The share of a page's height, at its top and at its foot, within which heads and feet stand."""
SLACK = 6.0
"""Points by which the place of a head may differ from page to page."""
NUMBER = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:(?:page|p\.|pg\.?|seite|página|pagina)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of|von|de|sur|di)\s*\d{1,4})?[-–—|\s]*",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?:https?://|file:///|about:)\S+(?:\s+\d{1,4}\s*/\s*\d{1,4})?", re.IGNORECASE)
STAMP = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?", re.IGNORECASE)
"""When a browser printed a page, in the form of its own country: which number is the month is not to be told."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one page: its head, what it has to say, and its foot."""

    head: tuple[Line, ...]
    lines: tuple[Line, ...]
    foot: tuple[Line, ...]


def pages_of(pages: Sequence[tuple[Sequence[Line], float, float]]) -> list[Page]:
    """Each page with its head and foot set apart. A page comes as its lines, its bottom and its top."""
    seen = Counter(key for lines, _, _ in pages for key in {_key(line) for line in lines})
    return [_parted(lines, bottom, top, seen) for lines, bottom, top in pages]


def _parted(lines: Sequence[Line], bottom: float, top: float, seen: Counter[tuple[str, int]]) -> Page:
    edge = EDGE * (top - bottom)
    recurs = {line for line in lines if _stands_alone(line) or seen[_key(line)] > 1}
    head = set(_outermost([line for line in lines if line.bottom > top - edge], recurs, highest=True))
    foot = set(_outermost([line for line in lines if line.top < bottom + edge], recurs, highest=False)) - head
    return Page(
        tuple(line for line in lines if line in head),
        tuple(line for line in lines if line not in head and line not in foot),
        tuple(line for line in lines if line in foot),
    )


def _outermost(lines: Sequence[Line], recurs: set[Line], highest: bool) -> Iterator[Line]:
    """From the edge of the page inwards, the lines that recur, up to the first that does not."""
    for line in sorted(lines, key=lambda line: line.middle, reverse=highest):
        if line not in recurs:
            return
        yield line


def _stands_alone(line: Line) -> bool:
    return any(form.fullmatch(line.words) for form in (PAGE_NUMBER, ADDRESS, STAMP))


def _key(line: Line) -> tuple[str, int]:
    """What a line says but for its numbers, and how high it stands."""
    return NUMBER.sub("#", line.words), round(line.middle / SLACK)

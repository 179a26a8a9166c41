"""A text cut at its line breaks into paragraph-sized spans."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from sayso.spans import Span, Spans

NARROWEST, WIDEST = 45, 100
"""A text wrapped by hand has lines of this many characters at the median; a paragraph a line has longer ones."""
CONTINUED = 0.3
"""The share of lines that go on in lower case on the next line, above which a text counts as wrapped by hand."""


def paragraphs(text: str) -> Spans:
    """Spans over every line that is not blank, trimmed, in order; lines that a hand-wrapped paragraph was cut into as one."""
    groups = _groups(text)
    if not _wrapped(text, groups):
        return tuple(line for group in groups for line in group)
    return tuple(group[0].hull(group[-1]) for group in groups)


def _groups(text: str) -> list[list[Span]]:
    """The lines that are not blank, those without a blank line between them together."""
    groups: list[list[Span]] = [[]]
    place = 0
    for raw in text.splitlines(keepends=True):
        line = Span(place, place + len(raw)).trimmed(text)
        place += len(raw)
        if line:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _wrapped(text: str, groups: list[list[Span]]) -> bool:
    pairs = [(a, b) for group in groups for a, b in pairwise(group)]
    if len(pairs) < 4 or not NARROWEST <= median(len(a) for a, _ in pairs) <= WIDEST:
        return False
    return sum(text[b.start].islower() for _, b in pairs) >= CONTINUED * len(pairs)

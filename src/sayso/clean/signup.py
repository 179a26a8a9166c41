"""Newsletter forms, also where the page ran one into a single line, with a date or the report itself behind it."""

from __future__ import annotations

import re

from sayso.clean.draft import Draft, cut
from sayso.clean.words import words
from sayso.documents import Role

PARTS = re.compile("|".join(f"({part})" for part in words("signup", "parts")), re.IGNORECASE)
HINTS = words("signup", "hints")
LEAST = 2
"""Different parts of a form that a line must show: one can stand in a report, two are a form."""
TITLE = 60
"""Characters that may follow the last part within the form: the name of the newsletter."""
STOP = re.compile(r"[.!?][\"”’')]*(?:\s|$)")


def split(draft: Draft, text: str) -> list[Draft]:
    """The draft as one promo, or cut into the form and what is not of it, or untouched."""
    parts = _parts(draft.words)
    if not parts:
        return [draft]
    start, end = _start(draft.words, parts[0].start()), _end(draft.words, parts[-1].end())
    pieces = cut(draft, text, [draft.span.start + start, draft.span.start + end])
    for piece in pieces:
        if _parts(piece.words):
            piece.give(Role.PROMO, "a newsletter form")
    return pieces


def _parts(line: str) -> list[re.Match[str]]:
    """The parts of a form that the line shows, or none when they are too few for one."""
    folded = line.lower()
    if not any(hint in folded for hint in HINTS):
        return []
    parts = list(PARTS.finditer(line))
    return parts if len({part.lastindex for part in parts}) >= LEAST else []


def _start(line: str, first: int) -> int:
    """Where the form begins: with the line, unless whole sentences stand before its first part."""
    if first <= 2 * TITLE:
        return 0
    return max((m.end() for m in STOP.finditer(line, 0, first)), default=0)


def _end(line: str, last: int) -> int:
    if len(line) - last <= TITLE:
        return len(line)
    stop = STOP.search(line, last)
    return stop.end() if stop and stop.end() - last <= 2 * TITLE else last

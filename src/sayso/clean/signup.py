"""Newsletter forms, also where the page ran one into a single line, with a date or the report itself behind it."""

from __future__ import annotations

import re

from sayso.clean.draft import Draft, cut
from sayso.documents import Role

PARTS = re.compile(
    r"sign up (?:to|for) (?:our|the|free)|enter (?:a valid|your) email|invalid email address|(?:to|in) your inbox|privacy (?:notice|policy)\b"
    r"|i would like to be emailed|offers, events and updates|thanks for signing up|by signing up|you agree to (?:our|the)"
    r"|you can unsubscribe|not a robot|please re-enter|newsletter sign ?up|manage newsletters|daily newsletters?\b"
    r"|you must select a newsletter|view (?:all|sample) newsletters?|melden sie sich .{0,40}newsletter|inscrivez-vous .{0,40}newsletter",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"(?:for free |get |want |sign up|subscribe|newsletter|please enter|by signing up|thanks for signing|stay (?:informed|up to date))",
    re.I,
)
LEAST = 2
"""Different parts of a form that a line must show: one can stand in a report, two are a form."""
TITLE = 60
"""Characters that may follow the last part within the form: the name of the newsletter."""


def split(draft: Draft, text: str) -> list[Draft]:
    """The draft as one promo, or cut into the form and what is not of it, or untouched."""
    parts = list(PARTS.finditer(draft.words))
    if len({part[0].lower() for part in parts}) < LEAST:
        return [draft]
    start = _start(draft.words, parts[0].start())
    end = parts[-1].end()
    stop = re.compile(r"[.!?](?:\s|$)").search(draft.words, end)
    if stop and stop.end() - end <= TITLE * 2:
        end = stop.end()
    elif len(draft.words) - end <= TITLE:
        end = len(draft.words)
    pieces = cut(draft, text, [draft.span.start + start, draft.span.start + end])
    for piece in pieces:
        if len(set(part.lower() for part in PARTS.findall(piece.words))) >= LEAST:
            piece.give(Role.PROMO, "a newsletter form")
    return pieces


def _start(words: str, first: int) -> int:
    """Where the form begins: with the line when what comes before its first part is no sentence of its own."""
    before = words[:first]
    stops = [m.end() for m in re.finditer(r"[.!?][\"”’')]*\s+(?=[A-Z])", before)]
    return stops[-1] if stops and len(before) > TITLE * 2 else 0

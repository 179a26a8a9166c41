"""Datelines: "LONDON (Reuters) -", "BEIJING, Jan. 8 (Xinhua) --", alone on a line or leading a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.clean.draft import Draft
from sayso.clean.names import UPPER
from sayso.documents import Role
from sayso.spans import Span

LONGEST = 160
PLACE = rf"(?:[{UPPER}][\w.’'-]*(?:[ /][{UPPER}][\w.’'-]*){{0,4}})(?:, ?[{UPPER}][\w.’' -]{{1,30}}?)?"
DAY = r"(?:, ?(?P<date>(?:[^\W\d_]{3,10}\.? \d{1,2}|\d{1,2}\.? [^\W\d_]{3,10}\.?)(?:,? \d{4})?))?"
AGENCY = r"[(/](?P<agency>[A-Z][\w .’'/&-]{1,40}|dpa|ots|epd)[)/]"
WITH_AGENCY = re.compile(rf"(?:{PLACE}{DAY}[.,]?\s*)?{AGENCY}\s*(?:[-–—]{{1,2}}|:|\.)?(?=\s|$)")
ALONE = re.compile(rf"(?:[{UPPER}]{{2}}[{UPPER} .’'/-]{{1,40}})(?:, ?[{UPPER}][\w.’' -]{{1,30}}?)?{DAY}\s*[-–—]{{1,2}}$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and for whom a report was written: the span of the whole, of the agency's name, and the words of its date."""

    span: Span
    agency: Span | None
    date: str | None


def dateline(draft: Draft) -> Dateline | None:
    """The dateline that a block is or begins with, or None."""
    head = draft.words[:LONGEST]
    match = WITH_AGENCY.match(head)
    if match is None:
        return None
    at = draft.span.start
    start, end = match.span("agency")
    return Dateline(Span(at, at + match.end()), Span(at + start, at + end), match["date"])


def mark(drafts: list[Draft]) -> None:
    """Gives DATELINE to lines that are nothing but one; a paragraph that begins with one stays what it is."""
    for place, draft in enumerate(drafts[:12]):
        if draft.role is None and len(draft.words) <= LONGEST:
            found = dateline(draft)
            if found and len(found.span) == len(draft.span):
                draft.give(Role.DATELINE, "says where and for whom it was written")
            elif (
                ALONE.match(draft.words)
                and place + 1 < len(drafts)
                and drafts[place + 1].sentence_like
                and draft.words[-1] in "-–—:"
            ):
                draft.give(Role.DATELINE, "says where it was written")

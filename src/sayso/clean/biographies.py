"""Notes at the end of a report that say who its author is and where to follow them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.clean.bylines import authors_of
from sayso.clean.draft import Draft
from sayso.clean.names import PERSON
from sayso.clean.words import either, words
from sayso.documents import Role

LAST = 5
"""Lines from the end among which such a note is looked for."""
LONGEST = 700
LEADING = r"[-–—•*\s]*(?:[A-Z]\w+ ){0,3}"
SAYS = rf",? {either(words('biographies', 'says'))}\b"
WITH_POST = rf"(?:,[\w .’-]{{2,60}},)?{SAYS}"
CONTACT = re.compile(either(words("biographies", "contacts")))
ANYBODY = re.compile(rf"{LEADING}{PERSON}{SAYS}")
QUOTES = frozenset("\"“”«»„")
POST = re.compile(rf"{LEADING}(?P<person>{PERSON}),? {either(words('biographies', 'posts'))}")


def mark(drafts: list[Draft], declared: Iterable[str]) -> None:
    """Gives PROMO to what begins with the author's name and says who that is; of others with a way to reach them,
    or where the report has nothing else of them."""
    signed = (name for draft in drafts if draft.role is Role.BYLINE for name in authors_of(draft.words))
    authors = [name for name in (*declared, *signed) if len(name.split()) > 1]
    theirs = re.compile(rf"{LEADING}{either(map(re.escape, authors))}{WITH_POST}") if authors else None
    for draft in drafts[-LAST:]:
        if draft.role is None and len(draft.words) <= LONGEST:
            if theirs and theirs.match(draft.words):
                draft.give(Role.PROMO, "says who the author is")
            elif CONTACT.search(draft.words) and ANYBODY.match(draft.words):
                draft.give(Role.PROMO, "says who somebody is and where to follow them")
            elif (post := POST.match(draft.words)) and _nobody_else_names(post["person"].split()[-1], draft, drafts):
                draft.give(Role.PROMO, "says what somebody works as whom the report does not name")


def _nobody_else_names(name: str, note: Draft, drafts: list[Draft]) -> bool:
    """Whether a name stands in no other line, and the note quotes nobody: then it is about nobody in the report."""
    others = [draft for draft in drafts if draft is not note]
    return len(others) >= LAST and not QUOTES.intersection(note.words) and all(name not in draft.words for draft in others)

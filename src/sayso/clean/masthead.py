"""The lines above a report on its page: the site's name, and rows of its sections or buttons."""

from __future__ import annotations

import re

from sayso.clean.draft import Draft
from sayso.documents import Block, Role

TOP = 12
"""Lines from the start among which a site's name is looked for."""
LONGEST_NAME = 40
MOST_WORDS = 5
NAME = "a site's name of its own, which its furniture says again"
ROW = "a row of the page's sections or buttons"
BETWEEN = re.compile(r"\s*[|·•]\s*|\s{2,}|\t| / ")
FEWEST, LONGEST_LABEL = 3, 4
"""Labels in a row, and words in a label: rows of fewer or longer ones may be a headline."""
FURNITURE = (Role.CHROME, Role.PROMO, Role.CAPTION, Role.CREDIT)
LINKING = frozenset({"and", "of", "the", "for", "&"})


def mark_name(drafts: list[Draft]) -> None:
    """Gives CHROME to the first line that has no role yet, when it can be a name and the page's furniture says it again."""
    first = next((draft for draft in drafts[:TOP] if draft.role is None), None)
    if first and not first.sentence_like and _could_be_name(first) and _again(first, drafts):
        first.give(Role.CHROME, NAME)


def mark_rows(drafts: list[Draft]) -> None:
    """Gives CHROME to lines of short labels side by side."""
    for draft in drafts:
        labels = BETWEEN.split(draft.words.strip()) if draft.role is None and not draft.stopped else []
        if len(labels) >= FEWEST and all(1 <= len(label.split()) <= LONGEST_LABEL for label in labels):
            draft.give(Role.CHROME, ROW)


def site_of(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The site's name that stands above the report, if one does."""
    return next((block.span.of(text) for block in blocks if block.role is Role.CHROME and NAME in block.because), None)


def _could_be_name(draft: Draft) -> bool:
    said = draft.words.split()
    if len(draft.words) > LONGEST_NAME or not 1 <= len(said) <= MOST_WORDS or not draft.words[-1].isalnum():
        return False
    return draft.words[0].isupper() and all(word[0].isupper() or word in LINKING for word in said)


def _again(first: Draft, drafts: list[Draft]) -> bool:
    """True when a line that is no part of the report has the name: "More from The Post", "Photo: A. Mann/The Post"."""
    name = re.compile(rf"(?<!\w){re.escape(first.words)}(?!\w)")
    return any(draft.role in FURNITURE and name.search(draft.words) for draft in drafts)

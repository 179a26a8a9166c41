"""What a text's container says of its lines, as evidence: captions, lists of links, headings that belong to the report."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sayso.clean.draft import Draft
from sayso.documents import Mark, Marking, Role

COVERED = 0.8
"""The share of a line that a mark has to cover to say what the line is."""
MOST_LINKS = 4
LEAST_WORDS = 4
"""Items in a list of links, and words in each: longer lists and shorter items are the report's own more often."""
REPORTS_OWN = (Marking.HEADING, Marking.ROW, Marking.QUOTATION)


def lay(drafts: Sequence[Draft], marks: Sequence[Mark]) -> None:
    """Tells each line which mark covers it; both are in the order of the text."""
    at = 0
    for draft in drafts:
        while at < len(marks) and marks[at].span.end <= draft.span.start:
            at += 1
        for mark in marks[at:]:
            if mark.span.start >= draft.span.end:
                break
            if min(mark.span.end, draft.span.end) - max(mark.span.start, draft.span.start) >= COVERED * len(draft.span):
                draft.marking = mark.marking


def mark_captions(drafts: Sequence[Draft]) -> None:
    """Gives CAPTION to what the page shows as one."""
    for draft in drafts:
        if draft.marking is Marking.CAPTION:
            draft.give(Role.CAPTION, "the page sets it below a picture")


def mark_lists_of_links(drafts: Sequence[Draft]) -> None:
    """Gives PROMO to the items of a short list of titles that a finished paragraph does not lead up to."""
    before: Draft | None = None
    for marking, group in groupby(drafts, key=lambda d: d.marking):
        items = list(group)
        if marking is Marking.ITEM and before and before.stopped and len(items) <= MOST_LINKS and all(map(_a_title, items)):
            for item in items:
                item.give(Role.PROMO, "a title in a list between paragraphs: a link to another report")
        before = items[-1]


def _a_title(item: Draft) -> bool:
    if item.role is Role.PROMO:
        return True
    return item.role is None and not item.stopped and not item.words[0].islower() and len(item.words.split()) >= LEAST_WORDS

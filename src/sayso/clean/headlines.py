"""Which lines are the headline: the declared title, the short line set apart at the top, and its repetitions."""

from __future__ import annotations

import re

from sayso.clean.datelines import dateline
from sayso.clean.draft import STOP, Draft
from sayso.documents import Role
from sayso.folding import fold

TOP = 12
"""Lines from the start among which a headline is looked for."""
LONGEST = 200
LEAST_OF_TITLE = 0.6
"""The share of the title that a line must hold, or that must be the line, for the two to be the same headline."""
MARKS = 10
"""Characters by which two lines of the same words can differ in quotation marks, stops and spaces."""
TITLE_CASE = 0.8
SHORT = 60
"""Characters that a name or a date between headline and text has at most."""
INNER_STOP = re.compile(r"[a-z]{3}[.!] [A-Z]")
QUOTES = "\"“'‘(["
LETTER = re.compile(r"[^\W\d_]")


def mark_declared(drafts: list[Draft], title: str | None) -> None:
    """Gives HEADLINE to the first line near the top that is the declared title."""
    told = key(title or "")
    for place, draft in enumerate(drafts[:TOP]):
        if (
            told
            and draft.role is None
            and LEAST_OF_TITLE * len(told) - MARKS <= len(draft.words) <= len(told) / LEAST_OF_TITLE + MARKS
        ):
            line = key(draft.words)
            if _same(line, told):
                draft.give(Role.HEADLINE, "is the declared title")
                return
            if place < 2 and not draft.stopped and _alike(line, told):
                draft.give(Role.HEADLINE, "shares most of its words with the declared title")
                return


def mark(drafts: list[Draft], title: str | None) -> None:
    """Gives HEADLINE to the first line when it reads like one and no title is declared, and to every repetition of the headline."""
    head = next((d for d in drafts if d.role is Role.HEADLINE), None) or (None if title else _doubled(drafts) or _first(drafts))
    if head is None:
        return
    told = key(head.words)
    for draft in drafts:
        if draft is not head and abs(len(draft.words) - len(head.words)) <= MARKS and key(draft.words) == told:
            draft.give(Role.HEADLINE, "repeats the headline")


def key(words: str) -> str:
    return fold(words).text.strip(" .\"'")


def _same(line: str, title: str) -> bool:
    if line == title:
        return True
    short, long = sorted((line, title), key=len)
    return len(short) >= max(20, LEAST_OF_TITLE * len(long)) and long.startswith(short) and not long[len(short)].isalnum()


def _alike(line: str, title: str) -> bool:
    ours, theirs = set(line.split()), set(title.split())
    return len(ours & theirs) >= LEAST_OF_TITLE * max(len(ours), len(theirs)) and len(ours) >= 4


def _doubled(drafts: list[Draft]) -> Draft | None:
    seen: dict[str, Draft] = {}
    for draft in drafts[:TOP]:
        if draft.role is None and not draft.stopped and 15 <= len(draft.words) <= LONGEST:
            first = seen.setdefault(key(draft.words), draft)
            if first is not draft:
                first.give(Role.HEADLINE, "a line without a final stop, given twice at the top")
                return first
    return None


def _first(drafts: list[Draft]) -> Draft | None:
    """The first line of the text that is no furniture, if it is short, set apart and no sentence."""
    place, draft = next(((i, d) for i, d in enumerate(drafts[:TOP]) if d.role is None), (0, None))
    if draft is None or not _could_be(draft.words) or dateline(draft) or not _before_sentences(drafts, place):
        return None
    if not draft.stopped or draft.words[-1] == "?":
        draft.give(Role.HEADLINE, "a short line without a final stop, before the sentences of the report")
        return draft
    if draft.words[-1] == "." and _in_title_case(draft.words):
        draft.give(Role.HEADLINE, "a short line in title case, before the sentences of the report")
        return draft
    return None


def _could_be(line: str) -> bool:
    if not 12 <= len(line) <= LONGEST or line[-1] in ":,;-–—" or line[0].islower():
        return False
    if INNER_STOP.search(line) or (line[0] in QUOTES and STOP.search(line)):
        return False
    return len(line.split()) >= 3 or not line.isascii()


def _before_sentences(drafts: list[Draft], place: int) -> bool:
    """True when the report's sentences follow, with nothing but a name or a date between."""
    for draft in drafts[place + 1 : place + 6]:
        if draft.sentence_like:
            return True
        if draft.role is None and len(draft.words) > SHORT:
            return False
    return False


def _in_title_case(words: str) -> bool:
    long = [word for word in words.split() if len(word) > 3 and LETTER.match(word)]
    return len(long) >= 4 and sum(word[0].isupper() for word in long) >= TITLE_CASE * len(long)

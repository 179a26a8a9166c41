"""Who wrote a report: "By A. B. and C. D.", or a bare name between the headline and the text."""

from __future__ import annotations

import re

from sayso.clean.draft import Draft
from sayso.clean.names import BETWEEN, PEOPLE
from sayso.clean.words import table
from sayso.documents import Role
from sayso.outlets import named

TOP = 12
TAIL = 3
LONGEST = 200
BY = re.compile(rf"(?:[-–—•]\s*)?(?:By|BY|by|Von|Par|Por|Di|Door|Av|Af|От)\s*:?\s+(?P<names>{PEOPLE})(?P<rest>\b.*)?$", re.DOTALL)
BARE = re.compile(rf"(?P<names>{PEOPLE})(?P<rest>(?:,| \||/| -| –| —| in | for )\s?[\w .,|&/’'–—-]{{2,80}})?$")
NOT_NAMES = frozenset(table()["bylines"]["not_names"].split())
SET_APART = (Role.HEADLINE, Role.CAPTION, Role.CHROME, Role.PROMO)


def mark(drafts: list[Draft], authors: tuple[str, ...]) -> None:
    """Gives BYLINE to lines that name the writers, near the top or at the very end."""
    told = {author.casefold() for author in authors}
    for place, draft in enumerate(drafts):
        near_top = place < TOP
        if draft.role is not None or len(draft.words) > LONGEST or not (near_top or place >= len(drafts) - TAIL):
            continue
        if told and {name.casefold() for name in split(draft.words)} <= told:
            draft.give(Role.BYLINE, "names the declared author")
        elif (match := BY.match(draft.words)) and _is_byline(draft, match):
            draft.give(Role.BYLINE, "says by whom")
        elif near_top and _bare(drafts, place):
            draft.give(Role.BYLINE, "a bare name set apart before the text")


def authors_of(words: str) -> tuple[str, ...]:
    """The people (and wires) whom a byline names, in order."""
    match = BY.match(words) or BARE.match(words)
    return split(match["names"]) if match else ()


def split(names: str) -> tuple[str, ...]:
    return tuple(name for part in BETWEEN.split(names) if (name := part.strip(" ,.")))


def _is_byline(draft: Draft, match: re.Match[str]) -> bool:
    """No sentence that begins with "By": nothing behind the names, or what an outlet or a place can be set off with."""
    if draft.stopped and not (draft.words[0] in "-–—•" and len(draft.words) <= 80):
        return False
    rest = (match["rest"] or "").strip()
    return not rest or rest[0] in ",|/-–—•(." or rest.split()[0].lower() in ("for", "in", "at")


def _bare(drafts: list[Draft], place: int) -> bool:
    draft = drafts[place]
    match = BARE.match(draft.words)
    if match is None or draft.words[-1] in ".?!:" or len(match["names"].split()) > 12:
        return False
    if {word.lower().strip(",") for word in match["names"].split()} & NOT_NAMES or named(draft.words):
        return False
    after = drafts[place + 1] if place + 1 < len(drafts) else None
    if after is None:
        return False
    if place == 0:
        return named(after.words) is not None
    return drafts[place - 1].role in SET_APART and (after.role is not None or after.sentence_like)

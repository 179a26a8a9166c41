"""Who wrote a report: "By A. B. and C. D.", or a bare name between the headline and the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def mark_sure(drafts: list[Draft], title: str | None, authors: tuple[str, ...]) -> None:
    """Gives BYLINE to lines near the top or at the very end that say by whom, name a declared author, or list several people."""
    told = {author.casefold() for author in authors}
    for place, draft in _candidates(drafts):
        names = split(draft.words)
        if told and {name.casefold() for name in names} <= told:
            draft.give(Role.BYLINE, "names the declared author")
        elif (match := BY.match(draft.words)) and _is_byline(draft, match):
            draft.give(Role.BYLINE, "says by whom")
        elif place < TOP and len(names) > 1 and " and " in draft.words and _bare(draft) and draft.words not in (title or ""):
            draft.give(Role.BYLINE, "lists several people on a line of its own")


def mark_bare(drafts: list[Draft], title: str | None, authors: tuple[str, ...]) -> None:
    """Gives BYLINE to a bare name that stands between the headline (or what else is set apart) and the text.

    A name of the headline's, on the first line, stood under the picture of a report by others.
    """
    for place, draft in _candidates(drafts):
        if place == 0 and authors and _bare(draft) and title and draft.words in title:
            draft.give(Role.CAPTION, "a name of the headline’s alone before the text: that of a picture")
        elif place < TOP and place + 1 < len(drafts) and _bare(draft):
            before, after = drafts[place - 1], drafts[place + 1]
            if (place == 0 and named(after.words)) or (
                place > 0 and before.role in SET_APART and (after.role or after.sentence_like)
            ):
                draft.give(Role.BYLINE, "a bare name set apart before the text")


def _candidates(drafts: list[Draft]) -> Iterator[tuple[int, Draft]]:
    for place, draft in enumerate(drafts):
        if draft.role is None and len(draft.words) <= LONGEST and (place < TOP or place >= len(drafts) - TAIL):
            yield place, draft


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


def _bare(draft: Draft) -> bool:
    """True for a line that is nothing but names of people, perhaps with an outlet or a place set off behind."""
    match = BARE.match(draft.words)
    if match is None or draft.words[-1] in ".?!:" or named(draft.words):
        return False
    names = match["names"].split()
    return len(names) <= 4 * len(split(match["names"])) and not {word.lower().strip(",") for word in names} & NOT_NAMES

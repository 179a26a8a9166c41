"""Who wrote a report: "By A. B. and C. D.", or a bare name between the headline and the text."""

from __future__ import annotations

import re

from sayso.clean.draft import Draft
from sayso.clean.names import BETWEEN, PEOPLE
from sayso.documents import Role
from sayso.outlets import named

TOP = 12
TAIL = 3
LONGEST = 200
BY = re.compile(rf"(?:[-–—•]\s*)?(?:By|BY|by|Von|Par|Por|Di|Door|Av|Af|От)\s*:?\s+(?P<names>{PEOPLE})(?P<rest>\b.*)?$", re.S)
BARE = re.compile(rf"(?P<names>{PEOPLE})(?P<rest>(?:,| \||/| -| –| —| in | for )\s?[\w .,|&/’'–—-]{{2,80}})?$")
NOT_NAMES = frozenset(
    [
        "news",
        "live",
        "opinion",
        "analysis",
        "exclusive",
        "world",
        "politics",
        "report",
        "video",
        "breaking",
        "sport",
        "sports",
        "business",
        "review",
        "watch",
        "update",
        "the",
        "of",
        "for",
        "with",
        "on",
        "at",
        "in",
        "to",
        "from",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "as",
        "after",
        "over",
        "into",
        "not",
        "and",
        "how",
        "why",
        "what",
        "when",
        "who",
        "story",
        "highlights",
    ]
)


def mark(drafts: list[Draft], authors: tuple[str, ...]) -> None:
    """Gives BYLINE to lines that name the writers, near the top or at the very end."""
    told = {author.casefold() for author in authors}
    for place, draft in enumerate(drafts):
        near_top = place < TOP
        if draft.role is not None or len(draft.words) > LONGEST or not (near_top or place >= len(drafts) - TAIL):
            continue
        if draft.words.casefold() in told or (told and set(map(str.casefold, split(draft.words))) <= told):
            draft.give(Role.BYLINE, "names the declared author")
        elif (match := BY.match(draft.words)) and _is_byline(draft, match):
            draft.give(Role.BYLINE, "says by whom")
        elif near_top and _bare(drafts, place):
            draft.give(Role.BYLINE, "a bare name between the headline and the text")


def authors_of(words: str) -> tuple[str, ...]:
    """The people (and wires) whom a byline names, in order."""
    match = BY.match(words) or BARE.match(words)
    return split(match["names"]) if match else ()


def split(names: str) -> tuple[str, ...]:
    return tuple(name for part in BETWEEN.split(names) if (name := part.strip(" ,.")))


def _is_byline(draft: Draft, match: re.Match[str]) -> bool:
    rest = (match["rest"] or "").strip()
    return (
        not draft.stopped
        if not rest
        else not draft.stopped and (rest[0] in ",|/-–—•(" or rest.split()[0].lower() in ("for", "in", "at"))
    )


def _bare(drafts: list[Draft], place: int) -> bool:
    draft = drafts[place]
    match = BARE.match(draft.words)
    if match is None or draft.words[-1] in ".?!:" or len(match["names"].split()) > 12:
        return False
    if {word.lower().strip(",") for word in match["names"].split()} & NOT_NAMES or named(draft.words):
        return False
    before = drafts[place - 1] if place else None
    after = drafts[place + 1] if place + 1 < len(drafts) else None
    set_apart = before is not None and before.role in (Role.HEADLINE, Role.CAPTION, Role.CHROME, Role.PROMO)
    return set_apart and after is not None and (after.role is not None or after.sentence_like or named(after.words) is not None)

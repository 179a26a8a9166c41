"""Whom a page names as the authors of its report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from lxml.html import HtmlElement

from sayso.folding import fold

SEVERAL = re.compile(r",|;|/|\||@|\b(?:and|und|et|y|by|von|par)\b", re.IGNORECASE)
"""What shows that a name is more than one, or no bare name."""
ADDRESS = re.compile(r"^\s*(?:https?:)?//|^\s*www\.", re.IGNORECASE)
SITE = re.compile(r"\s*\((?:https?://|www\.)[^)]*\)$", re.IGNORECASE)
"""The address of a site behind its name."""
BYLINE = "byline"
Names = tuple[str, ...]


def authors_of(
    said: Mapping[str, Sequence[str]], sources: Iterable[str], byline: Callable[[], str | None], sites: Iterable[str]
) -> tuple[Names, str] | None:
    """The names of the first source that gives any but the site's own, and that source; the site's own where nobody else is named.

    `byline` is only asked where nobody at all is named, for it is a guess, and takes as long as all the others.
    """
    own = {_letters(site) for site in sites if _letters(site)}
    organisation: tuple[Names, str] | None = None
    for source in sources:
        if source == BYLINE and organisation:
            break
        names = names_in([byline() or ""] if source == BYLINE else said.get(source, ()))
        people = tuple(name for name in names if _letters(name) not in own)
        if people and (people[0] == names[0] or source == BYLINE):
            return people, source
        if names and organisation is None:
            # A line that begins with the site goes on with where it sits: "Eastmere Echo, Eastmere, England".
            organisation = names[:1], source
    return organisation


def names_in(values: Iterable[str]) -> Names:
    """The names in what a source says, each once: bare names as they stand, others parted and without what is none of a name."""
    from trafilatura.json_metadata import normalize_authors

    names: list[str] = []
    for value in values:
        if ADDRESS.match(value):
            continue
        value = SITE.sub("", value)
        parted = (normalize_authors(None, value) or "").split(";") if SEVERAL.search(value) else [value]
        names += (name for part in parted if (name := part.strip()))
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(fold(name).text, name)
    return tuple(first.values())


def byline_of(tree: HtmlElement) -> str | None:
    """What stands where bylines stand, as trafilatura finds it."""
    from trafilatura.metadata import extract_author

    try:
        return str(found) if (found := extract_author(tree)) else None
    except (RecursionError, ValueError, TypeError, AttributeError):  # what its heuristics raise on pages made to break them
        return None


def _letters(name: str) -> str:
    """A name as a web address spells it."""
    return "".join(c for c in fold(name).text if c.isalnum())

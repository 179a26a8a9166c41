"""What a web page says of its report in JSON-LD, the form that search engines read. Unchecked and unchanged."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from lxml.html import HtmlElement

from sayso.read.base import whole

DEEPEST = 12
"""Levels of nesting below which nothing is looked for in a page's JSON-LD."""
REPORTS = ("Article", "Posting")
SEVERAL = re.compile(r",|;|/|\||@|\b(?:and|und|et|y|by|von|par)\b", re.IGNORECASE)
"""What shows that a name is more than one, or no bare name."""


def line_of(words: object) -> str | None:
    """The words on one line; None for no words, for what is none, and for words that no file can keep."""
    return " ".join(words.split()) or None if isinstance(words, str) and whole(words) else None


def authors_of(tree: HtmlElement) -> tuple[str, ...]:
    """The people whom the page's JSON-LD names as the report's authors, else the organisations; none when it is not sure."""
    report = next((report for report in reports_of(tree) if report.get("author")), {})
    given = report.get("author")
    people: list[str] = []
    others: list[str] = []
    for one in given if isinstance(given, list) else [given]:
        name = line_of(one.get("name") if isinstance(one, dict) else one)
        if name:
            (others if isinstance(one, dict) and one.get("@type") != "Person" else people).append(name)
    names = tuple(dict.fromkeys(people or others))
    return () if any(SEVERAL.search(name) for name in names) else names


def reports_of(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """What the page's JSON-LD says of articles, the outermost first."""
    for script in _scripts(tree):
        with suppress(ValueError, RecursionError):
            for thing in _things(json.loads(script), DEEPEST):
                kinds = thing.get("@type")
                if any(str(kind).endswith(REPORTS) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                    yield thing


def _scripts(tree: HtmlElement) -> list[str]:
    return list(tree.xpath('//script[@type="application/ld+json"]/text()'))


def dates_of(tree: HtmlElement) -> Iterator[str]:
    """Every date of publication that the page's JSON-LD states, in order."""
    for script in _scripts(tree):
        yield from _dates_in(script)


def _dates_in(script: str) -> Iterator[str]:
    try:
        for thing in _things(json.loads(script), DEEPEST):
            if date := line_of(thing.get("datePublished")):
                yield date
    except (ValueError, RecursionError):
        # Publishers' JSON-LD is often slightly broken; the field can still be read.
        if match := re.search(r'"datePublished"\s*:\s*"([^"]{4,40})"', script):
            yield match[1]


def _things(value: object, levels: int) -> Iterator[dict[str, Any]]:
    """Every object within a JSON value, before those within it."""
    if levels == 0:
        return
    if isinstance(value, list):
        for item in value:
            yield from _things(item, levels - 1)
    elif isinstance(value, dict):
        yield value
        for name in sorted(value):
            yield from _things(value[name], levels - 1)

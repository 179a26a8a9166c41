"""What a web page says of its report in JSON-LD, the form that search engines read. Unchecked and unchanged.

The terms are those of schema.org (https://schema.org/NewsArticle). Publishers' JSON-LD is often slightly broken: what can be
mended is mended, and of the rest the fields of one line are read as they stand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from sayso.read.base import SURROGATE
from sayso.read.pages.tree import legible

DEEPEST = 12
"""Levels of nesting below which nothing is looked for."""
MOST = 5_000
"""Things in the JSON-LD of one page; what says more is a catalogue."""
REPORTS = ("Article", "Posting", "Report", "ReviewNewsArticle")
WRAPPING = re.compile(r"^\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\*/)?)|(?:-->|(?://|/\*)?\s*\]\]>(?:\*/)?)\s*;?\s*$")
TRAILING = re.compile(r",(\s*[}\]])")
FIELD = re.compile(
    r'"(headline|datePublished|dateModified|inLanguage|url)"\s*:\s*("(?:[^"\\\n]|\\.){1,400}")|'
    r'"(author|publisher)"\s*:\s*\[?\s*\{[^{}]{0,200}?"name"\s*:\s*("(?:[^"\\\n]|\\.){1,200}")'
)
SCRIPTS = '//script[contains(translate(@type, "LDJSON", "ldjson"), "ld+json")]'


def line_of(words: object) -> str | None:
    """The words on one line, without halves of characters, which no file can keep; None for no words and for what is none."""
    return " ".join(unescape(SURROGATE.sub("", legible(words))).split()) or None if isinstance(words, str) else None


@dataclass(frozen=True)
class Linked:
    """All things that a page's JSON-LD names, the outermost first."""

    things: tuple[dict[str, Any], ...]

    @cached_property
    def reports(self) -> tuple[dict[str, Any], ...]:
        """Those that are articles, the page's own before those that it only lists."""
        found = [thing for thing in self.things if any(kind.endswith(REPORTS) for kind in _kinds(thing))]
        return tuple(sorted(found, key=lambda thing: "isPartOf" in thing and "headline" not in thing))

    @cached_property
    def named(self) -> dict[str, dict[str, Any]]:
        """The things that others refer to, by their `@id`."""
        return {str(thing["@id"]): thing for thing in self.things if "@id" in thing and len(thing) > 1}

    def of_report(self, field: str) -> list[str]:
        """What a field of the reports says, the first report's first."""
        return [line for report in self.reports for value in _several(report.get(field)) if (line := line_of(self._word(value)))]

    def anywhere(self, field: str) -> list[str]:
        return [line for thing in self.things if (line := line_of(thing.get(field)))]

    def authors(self) -> tuple[list[str], list[str]]:
        """The people whom the first report with authors names, and the organisations."""
        report = next((report for report in self.reports if report.get("author")), {})
        people: list[str] = []
        others: list[str] = []
        for one in _several(report.get("author")):
            told = self._told(one)
            if name := line_of(self._word(told)):
                (others if isinstance(told, dict) and "Person" not in _kinds(told) else people).append(name)
        return people, others

    def _word(self, value: object) -> object:
        told = self._told(value)
        return told.get("name") or told.get("@value") or told.get("@id") if isinstance(told, dict) else told

    def _told(self, value: object) -> object:
        return self.named.get(str(value.get("@id")), value) if isinstance(value, dict) and "name" not in value else value


def linked_data(tree: HtmlElement) -> Linked:
    """What the page's JSON-LD says; nothing where it says nothing that can be read."""
    things: list[dict[str, Any]] = []
    for script in tree.xpath(SCRIPTS):
        with suppress(RecursionError):
            for thing in _within(_value(script.text or ""), DEEPEST):
                things.append(thing)
                if len(things) >= MOST:
                    return Linked(tuple(things))
    return Linked(tuple(things))


def _value(script: str) -> object:
    bare = WRAPPING.sub("", WRAPPING.sub("", script.strip()))
    for attempt in (bare, TRAILING.sub(r"\1", bare), unescape(bare) if "&quot;" in bare else ""):
        with suppress(ValueError, RecursionError):
            return json.loads(attempt, strict=False)
    return _by_fields(bare)


def _by_fields(broken: str) -> object:
    said: dict[str, Any] = {}
    for field, value, nested, name in FIELD.findall(broken):
        with suppress(ValueError):
            if field:
                said.setdefault(field, json.loads(value, strict=False))
            else:
                kind = "Person" if nested == "author" else "Organization"
                said.setdefault(nested, {"@type": kind, "name": json.loads(name, strict=False)})
    return {"@type": "Article", **said} if said else None


def _within(value: object, levels: int) -> Iterator[dict[str, Any]]:
    """Every object within a JSON value, before those within it."""
    if levels == 0:
        return
    if isinstance(value, list):
        for item in value:
            yield from _within(item, levels - 1)
    elif isinstance(value, dict):
        yield value
        for name in sorted(value):
            yield from _within(value[name], levels - 1)


def _kinds(thing: dict[str, Any]) -> list[str]:
    return [str(kind) for kind in _several(thing.get("@type"))]


def _several(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]

"""The value in a field of a record: a word, names of people, a date, a text. They come in as many shapes as programs."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping

from sayso.documents import Mark, Marking
from sayso.read.base import whole
from sayso.spans import Span

Record = Mapping[str, object]
Block = tuple[str, Marking | None]

DEEPEST = 3
"""Levels of fields within fields that are looked into for what a record has; exports keep their own within two."""
LONGEST_LIST = 10_000
NAME_PARTS = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
BETWEEN = "\n\n"


def names_of(record: Record, levels: int = DEEPEST, before: str = "") -> Iterator[str]:
    """The names of all fields of a record, those within fields as "html.content"."""
    for name, value in record.items():
        if whole(name):
            yield before + name
            if isinstance(value, Mapping) and levels > 1:
                yield from names_of(value, levels - 1, f"{before}{name}.")


def value_at(record: Record, path: str) -> object:
    """What a field holds, by its name or its path; None where there is no such field."""
    if path in record:
        return record[path]
    value: object = record
    for name in path.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(name)
    return value


def word_of(value: object) -> str | None:
    """A word or a number as a text without white space around it; None for nothing, and for what no file can keep."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return value.strip() or None if isinstance(value, str) and whole(value) else None


def people_of(value: object) -> tuple[str, ...]:
    """Names: a list of them, of objects with them (CSL's family and given), or a line in which ; or , parts them."""
    if isinstance(value, str):
        listed = _list_in(value)
        value = re.split(";" if ";" in value else ",", value) if listed is None else listed
    if isinstance(value, Mapping):
        value = [value]
    if not isinstance(value, list):
        return ()
    return tuple(name for one in value if (name := _name(one)))


def _list_in(words: str) -> list[object] | None:
    """A list that a table keeps in a cell, as JSON or as Python writes it: "['Ada Brook', 'Ben Lund']"."""
    words = words.strip()
    if not (words.startswith("[") and words.endswith("]") and len(words) < LONGEST_LIST):
        return None
    for read in (json.loads, ast.literal_eval):
        try:
            value = read(words)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
        return value if isinstance(value, list) else None
    return None


def _name(one: object) -> str | None:
    if isinstance(one, Mapping):
        told = one.get("literal") or one.get("name")
        one = told or " ".join(part for name in NAME_PARTS if isinstance(part := one.get(name), str) and part.strip())
    return one.strip(' \t\n"') or None if isinstance(one, str) and whole(one) else None


def date_of(value: object) -> str | None:
    """A date as the record writes it; that of CSL, in parts, as EDTF."""
    if not isinstance(value, Mapping):
        return word_of(value)
    parts = value.get("date-parts")
    if isinstance(parts, list) and (ends := [end for one in parts[:2] if (end := _from_parts(one))]):
        return "/".join(ends)
    return next((word for name in ("edtf", "raw", "literal") if (word := word_of(value.get(name)))), None)


def _from_parts(parts: object) -> str | None:
    if not isinstance(parts, list):
        return None
    words = [word for part in parts[:3] if (word := word_of(part))]
    if not words or not all(word.isdecimal() for word in words):
        return None
    return "-".join([words[0].zfill(4), *(word.zfill(2) for word in words[1:])])


def text_of(value: object) -> tuple[str, tuple[Mark, ...]]:
    """A text untouched; paragraphs in a list, or in the sections of fundus, with a blank line between them."""
    if isinstance(value, str):
        return value, ()
    text = ""
    marks: list[Mark] = []
    for words, marking in _blocks(value):
        text += BETWEEN + words if text else words
        if marking:
            marks.append(Mark(Span(len(text) - len(words), len(text)), marking))
    return text, tuple(marks)


def _blocks(value: object) -> Iterator[Block]:
    if isinstance(value, list):
        yield from ((words, None) for words in value if isinstance(words, str) and words.strip())
    elif isinstance(value, Mapping):
        yield from _blocks(value.get("summary"))
        sections = value.get("sections")
        for section in sections if isinstance(sections, list) else ():
            if isinstance(section, Mapping):
                yield from ((words, Marking.HEADING) for words, _ in _blocks(section.get("headline")))
                yield from _blocks(section.get("paragraphs"))

"""JSON as people's programs write it: its values one after the other, and why one cannot be read."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from sayso.read.base import Unusable, whole
from sayso.read.records.record import FIELDS
from sayso.read.records.values import Record

WHITE = re.compile(r"[ \t\r\n]*")
BETWEEN = re.compile(r"[ \t\r\n]*,?[ \t\r\n]*")
FEED = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org')
UNREADABLE = "is JSON that cannot be read: a number too long, or too deeply nested."
LOST = "What follows is not read; mend the file and offer it again."


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) < len(pairs):
        [(name, _)] = Counter(name for name, _ in pairs).most_common(1)
        said = f"“{name[:60]}”" if whole(name) else "a name"
        raise Unusable(f"has {said} twice among its fields, so that nobody can tell which one holds. Mend it and offer it again.")
    return values


def _nothing(_: str) -> None:
    """What Python writes as NaN and Infinity, and JSON does not know, is no value."""


STRICT = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_nothing)
PATIENT = json.JSONDecoder(parse_int=str)
"""Goes over what the strict one does not take, to find where it ends."""


def parsed(line: str) -> Record:
    """The object that a line holds. Raises `Unusable` when it is broken or holds something else."""
    try:
        return record_in(STRICT.decode(line))
    except json.JSONDecodeError as e:
        raise Unusable(f"is broken JSON: {e.msg} at column {e.colno}. Mend the line and offer the file again.") from e
    except (ValueError, RecursionError) as e:
        raise Unusable(UNREADABLE) from e


def is_a_feed(head: str) -> bool:
    """True for what begins as a JSON Feed does (jsonfeed.org/version/1.1), which is not read as a record."""
    return FEED.search(head) is not None


def record_in(value: object) -> Record:
    """The value as a record; what Elasticsearch gives keeps its fields in `_source`. Raises `Unusable` for what is none."""
    if not isinstance(value, Mapping):
        raise Unusable(f"is JSON but no record. {FIELDS}")
    source = value.get("_source")
    return {**source, "_id": value.get("_id")} if isinstance(source, Mapping) else value


def values_in(text: str) -> Iterator[object | Unusable]:
    """The values that follow one another in a text, or those in its list, each read only when its turn comes.

    Where one is broken, nobody can tell where the next begins: its reason is the last that is given.
    """
    at = _end(WHITE, text, 0)
    listed = text.startswith("[", at)
    at = _end(WHITE, text, at + listed)
    while at < len(text) and not (listed and text[at] == "]"):
        value, behind = _value(text, at)
        yield value
        if behind is None:
            return
        at = _end(BETWEEN, text, behind)
    if listed and at >= len(text):
        yield Unusable("is cut off: its list has no end. What came before is read; get the whole file.")
    elif listed and text[at + 1 :].strip():
        yield Unusable(f"goes on after the end of its list. {LOST}")


def _value(text: str, at: int) -> tuple[object | Unusable, int | None]:
    """The value that begins there, or why there is none; and where it ends, if that can be told."""
    try:
        return STRICT.raw_decode(text, at)
    except Unusable as e:
        return e, _behind(text, at)
    except json.JSONDecodeError as e:
        return Unusable(f"is broken JSON: {e.msg} at line {e.lineno:,}, column {e.colno:,}. {LOST}"), None
    except (ValueError, RecursionError):
        behind = _behind(text, at)
        return Unusable(f"{UNREADABLE}{'' if behind else f' {LOST}'}"), behind


def _behind(text: str, at: int) -> int | None:
    try:
        return PATIENT.raw_decode(text, at)[1]
    except (ValueError, RecursionError):
        return None


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at

"""Which records of a web archive can hold a report, and what the others are called when they are counted."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath
from urllib.parse import urlsplit

Name = tuple[str, str]
"""What one of a kind is called, and several."""

DATA: Name = ("file of data", "files of data")
NOTHING: Name = ("empty answer", "empty answers")
RULES: Name = ("robots.txt", "robots.txt")
SNIPPET: Name = ("snippet of text", "snippets of text")
ELSEWHERE: Name = ("redirect", "redirects")
ODD: Name = ("answer that is none", "answers that are none")
HEAD = 4096
LEAST = 80
"""Bytes of plain text below which it is what a page's scripts ask for, not a report."""


@dataclass(frozen=True, slots=True)
class Kind:
    names: Name
    media: tuple[str, ...]
    endings: tuple[str, ...]
    starts: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Table:
    reports: frozenset[str]
    vague: frozenset[str]
    begins: re.Pattern[str]
    kinds: tuple[Kind, ...]


@cache
def _table() -> Table:
    table = tomllib.loads(files("sayso.read.archives").joinpath("kinds.toml").read_text("utf8"))
    kinds = tuple(
        Kind(
            (row["names"][0], row["names"][1]),
            tuple(row["media"]),
            tuple(row["endings"]),
            tuple(start.encode("latin-1") for start in row.get("starts", ())),
        )
        for row in table["kind"]
    )
    return Table(frozenset(table["reports"]), frozenset(table["vague"]), re.compile(table["begins"]), kinds)


def of_status(status: int | None) -> Name | None:
    """What an answer is called by its HTTP status (RFC 9110); None for one that brings what was asked for."""
    if status == 200:
        return None
    if status is None or not 100 <= status < 600:
        return ODD
    if 300 <= status < 400:
        return ELSEWHERE
    if status >= 400:
        return f"answer of an error ({status})", f"answers of an error ({status})"
    return f"answer without a whole page ({status})", f"answers without a whole page ({status})"


def of_media(media: str, address: str) -> Name | None:
    """What something is by its media type, and by its address where there is none; None for what may be a report."""
    table, kind = _table(), media.partition(";")[0].strip().lower()
    path = _path(address)
    if path == "/robots.txt":
        return RULES
    if kind in table.reports:
        return None
    ending = PurePosixPath(path).suffix.lower()
    found = (k.names for k in table.kinds if any(_is(kind, m) for m in k.media) or (kind in table.vague and ending in k.endings))
    return next(found, None if kind in table.vague else DATA)


def of_content(media: str, content: bytes) -> Name | None:
    """What something that may be a report is by its first bytes; None for what may still be one."""
    table, kind = _table(), media.partition(";")[0].strip().lower()
    if not content.strip():
        return NOTHING
    if kind == "text/plain" and len(content) < LEAST:
        return SNIPPET
    shown = next((k.names for k in table.kinds if content.startswith(k.starts)), None)
    if shown or kind not in table.vague:
        return shown
    return None if table.begins.match(content[:HEAD].decode("utf8", "replace")) else DATA


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:  # what stands for the host is none
        return ""


def _is(kind: str, media: str) -> bool:
    return kind.startswith(media) if media.endswith(("/", "-")) else kind == media

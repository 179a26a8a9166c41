"""Where or how something was said: a statement, an interview, a post; a platform by its own name."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

UNLISTED = r"\b[Ss]ocial(?:[ -][Mm]edia|[ -][Nn]etwork(?:ing)?)(?: (?:network|platform|site|service|app))? (?P<name>[A-Z]\w+)\b"
"""A platform that the table does not name, but the text calls one: "the social network X"."""

LETTER = r"(?<=\b[Oo]n )X\b(?!\s[A-Z])|(?<=\bvia )X\b|(?<=\bto )X\b(?=[,.]|\s*$)|\bX(?= (?:post|account)s?\b)"
"""The platform whose name is one letter, which means other things elsewhere."""


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("channels.toml").read_text("utf8"))


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in _table()["kinds"].items() for word in words}


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))


@cache
def _platforms() -> re.Pattern[str]:
    listed, places = _longest_first(_table()["platforms"]), _longest_first(_table()["places"])
    on = rf"\b(?i:on|via|through|over|to|using|from)\s+(?:(?!of\s)[^\s.;:\"“”]+\s+){{0,5}}?(?P<on>{listed})\b"
    return re.compile(rf"{on}|\b(?P<of>{listed})(?:['’]s)?\s(?:{places})\b|{UNLISTED}|(?P<letter>{LETTER})")


@cache
def _said_at() -> re.Pattern[str]:
    between = r"(?:(?!of\s)[^\s.;:\"“”]+\s+){0,4}?"
    opens = "in|on|at|during|via|through|from|issued|released|published|posted|sent|wrote"
    no, kinds = _longest_first(_table()["other"]), _longest_first(_kinds())
    return re.compile(rf"\b(?:{opens})\s+(?!{between}(?:{no})\b){between}({kinds})\b", re.IGNORECASE)


def channel_in(pieces: Iterable[str]) -> str | None:
    """The first platform that the words around something said name, else what it was said in; None when they do not tell."""
    pieces = list(pieces)
    for piece in pieces:
        if platform := _platforms().search(piece):
            return next(name for name in platform.group("name", "on", "of", "letter") if name)
    found = (m[1] for piece in pieces for m in _said_at().finditer(piece) if m[1].islower() or m[1].isupper())
    word = next(found, None)
    return _kinds()[word.lower()] if word else None


def kind_of(word: str) -> str | None:
    """The kind of channel that a word names, if any."""
    return _kinds().get(word)

"""Fields of a file that its program filled in by itself, and not a person."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from sayso.read.parts import cleanly

SEVERAL = re.compile(r"\s*[;\n]\s*")
LONGEST = 300


@cache
def _unset() -> tuple[re.Pattern[str], frozenset[str]]:
    table = tomllib.loads(files("sayso.read").joinpath("unset.toml").read_text("utf8"))
    return re.compile("|".join(table["titles"]), re.IGNORECASE), frozenset(table["authors"])


def title_set(words: str | None) -> str | None:
    """The title, unless it is a program's: "Microsoft Word - draft3.doc", "untitled"."""
    title = " ".join(cleanly(words or "").split())
    return title if title and len(title) <= LONGEST and not _unset()[0].fullmatch(title) else None


def authors_set(words: str | None) -> tuple[str, ...]:
    """The people named, unless it is the name of an account that nobody has changed: "Administrator"."""
    names = SEVERAL.split(cleanly(words or ""))
    return tuple(dict.fromkeys(name for name in names if name and len(name) <= LONGEST and name.lower() not in _unset()[1]))

"""The word lists beside this code, read once: each a file in `data/` that a reader can check and correct."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The table `data/NAME.toml`. Nobody may change what it gives back: it is shared."""
    return tomllib.loads(files("sayso.annotate").joinpath("data", f"{name}.toml").read_text("utf8"))


@cache
def entries(name: str) -> tuple[str, ...]:
    """The list `data/NAME.txt` in its order: entries separated by commas or line ends, comments after #."""
    text = files("sayso.annotate").joinpath("data", f"{name}.txt").read_text("utf8")
    lines = (line.split("#", 1)[0] for line in text.splitlines())
    return tuple(entry for line in lines for part in line.split(",") if (entry := part.strip()))


@cache
def listed(name: str) -> frozenset[str]:
    """The entries of a list, as they stand."""
    return frozenset(entries(name))


@cache
def words_in(name: str, key: str) -> frozenset[str]:
    """One list of words of a table."""
    return frozenset(table(name)[key])

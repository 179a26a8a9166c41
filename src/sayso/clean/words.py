"""The word lists and patterns of `words.toml`, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table() -> dict[str, Any]:
    """The whole table: sections of lists."""
    return tomllib.loads(files("sayso.clean").joinpath("words.toml").read_text("utf8"))


def words(section: str, name: str) -> tuple[str, ...]:
    """One list of a section."""
    return tuple(table()[section][name])


def either(patterns: Iterable[str]) -> str:
    """A pattern that matches what any of the patterns does."""
    return "(?:" + "|".join(patterns) + ")"

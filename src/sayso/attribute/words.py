"""Lists of words by what they tell: those that negate, those that say that nobody does it, and so on."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def listed(name: str) -> frozenset[str]:
    """The words listed under a name in the table of words."""
    return frozenset(tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf8"))[name].split())

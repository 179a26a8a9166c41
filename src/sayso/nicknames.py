"""Given names that may be one person's: the same, or a short form of the other. The pairs stand in `nicknames.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def short_forms() -> frozenset[tuple[str, str]]:
    """Pairs of a short form and a name that it is short for, in lower case, each in both orders."""
    table = tomllib.loads(files("sayso").joinpath("nicknames.toml").read_text("utf8"))
    pairs = [(a.lower(), b.lower()) for a, b in table["short"]]
    return frozenset(pairs) | frozenset((b, a) for a, b in pairs)


def same_given(a: str, b: str) -> bool:
    """Whether two given names, in lower case, can be one person's."""
    return a == b or (a, b) in short_forms()

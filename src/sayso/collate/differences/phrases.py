"""The lists of `phrases.toml`: hedges of several words, possibility, what was not done, what tells a translation, what is
said and written in two ways."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Phrases:
    """The lists, folded; those of phrases in their order, those of words as sets."""

    hedging: frozenset[str]
    helping: frozenset[str]
    possible: frozenset[str]
    open: frozenset[str]
    failing: frozenset[str]
    translating: tuple[str, ...]
    uttering: frozenset[str]
    tongues: frozenset[str]
    contracted: frozenset[str]
    written_out: Mapping[str, Sequence[str]]


@cache
def phrases() -> Phrases:
    """The lists, read once."""
    table = tomllib.loads(files("sayso.collate.differences").joinpath("phrases.toml").read_text("utf8"))
    return Phrases(**{key: _read(listed) for key, listed in table.items()})


def _read(listed: Any) -> Any:
    """Words as a set, phrases in their order, a table as it is."""
    return frozenset(listed.split()) if isinstance(listed, str) else tuple(listed) if isinstance(listed, list) else listed

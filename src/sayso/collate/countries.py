"""For which country somebody speaks, as far as their name or title shows it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from sayso.folding import words


@cache
def _by_name() -> Mapping[tuple[str, ...], str]:
    table = tomllib.loads(files("sayso.collate").joinpath("countries.toml").read_text("utf8"))
    return {tuple(name.split()): country for country, names in table.items() for name in names}


def countries_in(text: str) -> frozenset[str]:
    """The countries whose name, people or seat of government the words name; "US" in capitals only: "us" is a pronoun."""
    said = [word.text.removesuffix("'s") for word in words(text) if word.text != "us" or word.span.of(text).isupper()]
    table = _by_name()
    runs = (tuple(said[i : i + n]) for n in (1, 2) for i in range(len(said) - n + 1))
    return frozenset(table[run] for run in runs if run in table)

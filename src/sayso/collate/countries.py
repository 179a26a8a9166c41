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


THE_STATE = frozenset(
    ("the", "of", "'s", "government", "governments", "regime", "state", "authorities", "officials", "administration", "republic")
) | {"leaders", "heads", "and", "member", "states"}
"""Words beside a country's name with which it is still the country's government as a whole that is meant."""


def countries_in(text: str) -> frozenset[str]:
    """The countries whose name, people or seat of government the words name; "US" in capitals only: "us" is a pronoun."""
    said = [word.text.removesuffix("'s") for word in words(text) if word.text != "us" or word.span.of(text).isupper()]
    table = _by_name()
    runs = (tuple(said[i : i + n]) for n in (1, 2) for i in range(len(said) - n + 1))
    return frozenset(table[run] for run in runs if run in table)


def governed_by(name: str) -> str | None:
    """The country whose government as a whole the name means ("China", "Beijing", "the Chinese regime"), else None."""
    found = countries_in(name)
    if len(found) != 1:
        return None
    country = next(iter(found))
    own = {word for known, which in _by_name().items() if which == country for word in known}
    said = {word.text.removesuffix("'s") for word in words(name) if not word.text.isdigit()}
    return country if said <= own | THE_STATE else None

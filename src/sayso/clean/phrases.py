"""Lines known by their own words: the table `phrases.toml`, compiled once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.documents import Role

LONGEST = 600
"""Characters above which a line is no label; longer sign-up forms are found by their parts (`signup`)."""


@dataclass(frozen=True, slots=True)
class Phrase:
    role: Role
    because: str
    pattern: re.Pattern[str]
    opens_links: bool = False
    tail_only: bool = False


@cache
def _phrases() -> tuple[Phrase, ...]:
    table = tomllib.loads(files("sayso.clean").joinpath("phrases.toml").read_text("utf8"))
    return tuple(
        Phrase(
            Role(row["role"]),
            row["because"],
            re.compile("|".join(f"(?:{pattern})" for pattern in row["whole"]), re.IGNORECASE),
            row.get("block", False),
            row.get("tail", False),
        )
        for row in table["line"]
    )


def phrase(words: str, in_tail: bool) -> Phrase | None:
    """The entry of the table that the whole line is, or None."""
    if len(words) > LONGEST:
        return None
    line = words.replace("'", "’").replace("\u00a0", " ")
    return next((p for p in _phrases() if (in_tail or not p.tail_only) and p.pattern.fullmatch(line)), None)

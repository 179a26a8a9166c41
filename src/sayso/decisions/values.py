"""What a person may put in place of what was found: a role, a date, a grade, a name."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from sayso.dates import days
from sayso.documents import Role
from sayso.errors import UsageError
from sayso.findings.decisions import What

GRADE = re.compile(r"[A-Fa-f][1-6]?")


@cache
def grades() -> Mapping[str, Mapping[str, str]]:
    """The words of the scale: `source` by letter, `information` by digit."""
    return tomllib.loads(files("sayso.decisions").joinpath("grades.toml").read_text("utf8"))


def grade_in_words(grade: str) -> str:
    """ "B2" → "usually reliable; probably true", the scale's words."""
    letter, digit = grade[0], grade[1:]
    words = [grades()["source"][letter], *([grades()["information"][digit]] if digit else [])]
    return "; ".join(words)


def kept_words(given: str, called: str, *, lines: bool = False) -> str:
    """A person's words as they are kept: any letters of any script, in one line unless a text may have `lines`.

    Raises `UsageError` for characters that no text has (NUL, halves of characters), which not every case could keep.
    """
    for c in given:
        kind = unicodedata.category(c)
        if kind == "Cs" or (kind == "Cc" and c not in "\t\n\r"):
            raise UsageError(f"The {called} holds the character U+{ord(c):04X}, which is none of a text", "Leave it out.")
    return given.strip() if lines else " ".join(given.split())


def checked(what: What, value: str | None) -> str | None:
    """The value as it is kept. Raises `UsageError` when that decision takes no such value."""
    given = kept_words(value or "", str(what))
    if what is What.ROLE and given not in list(Role):
        raise UsageError(f"“{given}” is no role of a block", f"Say one of: {', '.join(Role)}.")
    if what is What.DATE and days(given) is None:
        raise UsageError(f"“{given}” is no date", "Write it as 2018-03-04, or 2018-03 where the day is not known (EDTF).")
    if what is What.GRADE:
        if not GRADE.fullmatch(given):
            raise UsageError(f"“{given}” is no grade", "A letter from A to F for the source, then a digit from 1 to 6: B2.")
        return given.upper()
    if what in (What.SPEAKER, What.OUTLET) and not given:
        raise UsageError(f"Who is the {what}?", f"Give the {what}'s name.")
    return given or None

"""What a document tells of a person beside the name: the gender of the name or title, and the offices held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.annotate.group import Group
from sayso.annotate.lexicon import table, words_in
from sayso.findings import NameType


def gender_of(text: str, group: Group) -> str | None:
    if group.type is not NameType.PERSON:
        return "thing"
    for span in group.spans:
        before = re.search(r"([^\W\d_]+)[.,]?\s$", text[max(0, span.start - 20) : span.start])
        words = [w.lower().rstrip(".") for w in ((before[1],) if before else ())] + [span.of(text).split()[0].lower()]
        for word in words:
            if gender := gender_of_word(word):
                return gender
    for form in sorted(group.forms):
        words = [w for w in form.split() if w.lower() not in words_in("roles", "honours")]
        if gender := _of_given_name(words):
            return gender
    titles = {title.split()[-1] for title in titles_of(text, group)}
    for gender in ("male", "female"):
        if titles & words_in("roles", gender):
            return gender
    for form in sorted(group.forms):
        if form in words_in("roles", "known_men"):
            return "male"
        if form in words_in("roles", "known_women"):
            return "female"
    return None


def gender_of_word(word: str) -> str | None:
    """The gender that a title or a noun for a person says, in lower case: "mrs", "spokesman", "woman"."""
    return next((gender for gender in ("male", "female") if word in words_in("roles", gender)), None)


def _of_given_name(words: Sequence[str]) -> str | None:
    """By the first name that is written out: "J. Edgar Hoover" by "Edgar"."""
    given = next((w for w in words[:-1] if len(w.rstrip(".")) > 1), None)
    if given is None:
        return None
    for name in (given, given.partition("-")[0]):
        for known in ("given_names", "genders"):
            for gender in ("male", "female"):
                if name in words_in(known, gender):
                    return gender
    return None


MENTIONS = 12
"""Mentions looked at for an office: it is given with the first ones, if at all."""


def _offices() -> str:
    return "|".join(sorted((re.escape(office) for office in table("institutions")["offices"]), key=lambda o: (-len(o), o)))


@cache
def _before_name() -> re.Pattern[str]:
    return re.compile(rf"\b({_offices()}),?\s$", re.IGNORECASE)


@cache
def _apposed() -> re.Pattern[str]:
    """ ", a Kremlin spokesman", ", the former deputy prime minister": no preposition stands before the office."""
    return re.compile(
        r",\s(?:who is\s)?(?:(?:a|an|the|his|her|its|[A-Z][\w.]*(?:[’']s)?)\s)*"
        rf"(?:(?!(?:of|to|for|with|by|on|in|at|as|and|but|who|said)\s)[a-z-]+\s){{0,3}}?({_offices()})\b"
    )


def titles_of(text: str, group: Group) -> frozenset[str]:
    """The offices that a person was given: right before the name, or between commas after it."""
    out: set[str] = set()
    if group.type is not NameType.PERSON:
        return frozenset()
    for span in group.spans[:MENTIONS]:
        before = _before_name().search(text[max(0, span.start - 40) : span.start])
        after = _apposed().match(text, span.end, span.end + 90)
        out.update(*(_shorter(found[1].lower()) for found in (before, after) if found))
    return frozenset(out)


def _shorter(office: str) -> tuple[str, ...]:
    """ "foreign minister" is also "minister", as "vice president" is not "president"."""
    words = office.split()
    return (office, words[-1]) if len(words) == 2 and words[-1] in ("minister", "secretary") else (office,)

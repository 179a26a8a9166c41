"""The cue lexicon: what the words do that say that somebody says something."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.findings import Stance


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue word by its lemma, and what it does."""

    lemma: str
    stance: Stance


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("cues.toml").read_text("utf8"))


@cache
def _kind(kind: str) -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    for lemma, row in _table()[kind].items():
        cue = Cue(lemma, Stance(row["stance"]))
        for form in row["forms"].split():
            cues.setdefault(form, cue)
    return cues


def verb(form: str) -> Cue | None:
    return _kind("verbs").get(form)


def noun(form: str) -> Cue | None:
    return _kind("nouns").get(form)


def leaning(form: str) -> Cue | None:
    """What a verb does that tells of a will or a leaning; it is no cue by itself."""
    return _kind("leanings").get(form)


def adverb(form: str) -> Cue | None:
    return _kind("adverbs").get(form)

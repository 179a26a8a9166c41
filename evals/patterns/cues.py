"""The product's cue words, each with what may follow it and make it a cue."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.attribute import cues
from sayso.findings import Stance


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue word.

    `takes` are the things that may follow it and make it a cue: "that" (a clause with that), "clause" (one without), "object",
    "quote", "question" (whether, how …), "to" and other prepositions; "after" lets it follow its content: "It rained, he said".
    """

    lemma: str
    stance: Stance
    takes: frozenset[str]


@cache
def _takes() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("takes.toml").read_text("utf8"))


def verb(form: str) -> Cue | None:
    return _with_takes("verbs", cues.verb(form))


def noun(form: str) -> Cue | None:
    return _with_takes("nouns", cues.noun(form))


def adverb(form: str) -> Cue | None:
    return _with_takes("adverbs", cues.adverb(form))


def _with_takes(kind: str, cue: cues.Cue | None) -> Cue | None:
    return Cue(cue.lemma, cue.stance, frozenset(_takes()[kind].get(cue.lemma, "").split())) if cue else None

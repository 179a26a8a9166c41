"""Verb groups: a cue verb with its auxiliaries, negation and adverbs, and whether it is active, passive or only a participle."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from evals.patterns import cues
from evals.patterns.cues import Cue
from evals.patterns.words import Line, Part, Word, listed

LEADING = (Part.ADVERB, Part.AUXILIARY, Part.MODAL)
OPENS_NOUN = (Part.DETERMINER, Part.PREPOSITION, Part.POSSESSIVE)
BEFORE_PARTICIPLE = ("before", "after", "by", "while", "in", "when", "with")


class Voice(Enum):
    ACTIVE = "active"
    PASSIVE = "passive"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"


@dataclass(frozen=True, slots=True)
class Group:
    """Words `[start, head]` of a line; `head` is the cue word itself."""

    start: int
    head: int
    cue: Cue
    voice: Voice


def groups(line: Line) -> tuple[Group, ...]:
    """All verb groups with a cue word for a head, outside quotation marks, in order."""
    return tuple(group for place, word in enumerate(line) if (group := _group_at(line, place, word)))


def _group_at(line: Line, head: int, word: Word) -> Group | None:
    cue = None if word.quoted else cues.verb(word.text)
    if cue is None or (word.part is Part.NOUN and word.named):
        return None
    start = head
    while start and (line[start - 1].part in LEADING or line[start - 1].text in listed("negation")) and not line[start - 1].quoted:
        start -= 1
    helped = {w.text for w in line[start:head]}
    if line[start].text == "nor":
        return None
    voice = _voice(line, start, head, helped)
    return Group(start, head, cue, voice) if voice else None


def _voice(line: Line, start: int, head: int, helped: set[str]) -> Voice | None:
    word, before = line[head].text, line[start - 1] if start else None
    being = bool(helped & listed("be"))
    if word.endswith("ing"):
        if being:
            return Voice.ACTIVE
        describes = before is not None and before.part in OPENS_NOUN and before.text not in BEFORE_PARTICIPLE
        return None if describes else Voice.PARTICIPLE
    if before is not None and before.part is Part.TO:
        return Voice.INFINITIVE
    if being and is_past(word):
        return Voice.PASSIVE
    if helped or (is_past(word) and word != "read"):
        counted = before is not None and (before.text in listed("quantifier") or before.text.isdigit())
        describes = counted or (before is not None and before.part in OPENS_NOUN)
        return Voice.ACTIVE if helped or not describes else None
    if before is None or before.part in OPENS_NOUN or before.part in (Part.ADVERB, Part.TO):
        return None
    return Voice.ACTIVE


def is_past(word: str) -> bool:
    """Whether a form is a past or a past participle."""
    return word.endswith("ed") or word in listed("irregular_past")



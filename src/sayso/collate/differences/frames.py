"""The words of a sentence that say whose words it gives ("police said", "according to the mayor")."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.collate.told import ACTS, Told
from sayso.findings import Attribution
from sayso.folding import Word
from sayso.spans import Span, covered, hull

MOSTLY = 0.5
"""The part of a sentence from which on it is somebody's words, or between quotation marks."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Who (`source`) and that they say it (`cue`), both in one sentence, and from the first of these words to the last."""

    attribution: Attribution
    span: Span

    def holds(self, word: Word) -> bool:
        return any(part.contains(word.span) for part in (*self.attribution.source, *self.attribution.cue))


def frames(told: Told) -> tuple[Frame, ...]:
    """The frames in the account's sentence that name a source, in order; an act ("declined to comment") frames nothing."""
    named = (a for a in told.reading.attributions if a.source and a.cue and a.content and a.stance not in ACTS)
    found = (Frame(a, hull((*a.source, *a.cue))) for a in named)
    return tuple(frame for frame in found if told.part.contains(frame.span))


def without(told: Told, frame: Frame) -> tuple[Word, ...]:
    """The words of the account's sentence but for those of the frame."""
    return tuple(w for w in told.sentence_words if not frame.holds(w))


def is_framed_elsewhere(told: Told) -> bool:
    """Whether another sentence says whose words these are ("He went on. “…”"), or they are a quotation and nobody says whose."""
    if any(_reaches(found, told.part) for found in told.reading.attributions):
        return True
    return is_quoted(told) and not frames(told)


def is_quoted(told: Told) -> bool:
    """Whether most of the account's sentence stands between quotation marks."""
    return covered(told.quoted) > MOSTLY * len(told.part)


def _reaches(attribution: Attribution, place: Span) -> bool:
    """Whether most of a sentence is content of an attribution that is made in another one."""
    if any(cue.overlaps(place) for cue in attribution.cue):
        return False
    return covered(c for part in attribution.content if (c := part.common(place)) is not None) > MOSTLY * len(place)

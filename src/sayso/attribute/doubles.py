"""Doubles: one saying found by more than one of its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.attribute.doubts import is_known
from sayso.findings import Saying
from sayso.spans import covered, hull, shared

ALIKE = 0.8
"""From this share of their common characters on, two contents are one."""

NEXT = 3
"""Characters between two cues that are one: a space."""

NEAR = 12
"""Sayings found before one among which its double can be."""


def without_doubles(text: str, sayings: Sequence[Saying]) -> list[Saying]:
    """The sayings in their order, each given once: of those whose cues share words or stand side by side ("was", "quoted as") and
    that say the same, the surest, with all words of both cues.
    """
    out: list[Saying] = []
    for saying in sayings:
        places = range(max(0, len(out) - NEAR), len(out))
        double = next((place for place in places if _is_double(text, out[place], saying)), None)
        if double is None:
            out.append(saying)
        else:
            out[double] = _joined(text, out[double], saying)
    return out


def _is_double(text: str, one: Saying, other: Saying) -> bool:
    a, b = one.cue[0], other.cue[0]
    beside = a.overlaps(b) or not text[min(a.end, b.end) : max(a.start, b.start)].strip()
    both = shared(one.content, other.content)
    if not beside and one.source == other.source and one.content == other.content:
        return not (is_known(text, one) and is_known(text, other))
    return beside and both >= ALIKE * (covered((*one.content, *other.content)) or 1)


def _joined(text: str, one: Saying, other: Saying) -> Saying:
    surer = max(one, other, key=lambda saying: (is_known(text, saying), saying.score, bool(saying.source), -saying.cue[0].start))
    cue = hull((*one.cue, *other.cue))
    apart = one.cue[0].gap(other.cue[0]) < NEXT and not any(cue.overlaps(span) for span in (*surer.source, *surer.content))
    return replace(surer, cue=(cue,)) if apart else surer

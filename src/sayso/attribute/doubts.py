"""Doubts: what the recogniser took for a saying without being sure, by words that no list knows for saying anything."""

from __future__ import annotations

import re

from sayso.attribute import cues
from sayso.findings import Saying

WORD = re.compile(r"[^\W\d_]+")

SURE = 0.8
"""From here on a saying is believed whatever its cue: of those below it with a cue unknown to the lists, on the development part of
PolNeAR about one in four is one; with a known cue, two in five.
"""


def is_doubtful(text: str, saying: Saying) -> bool:
    """Whether a saying is not sure and its cue is no known one: "slapped", "is facing scrutiny". A colon or the like is known."""
    if saying.score >= SURE:
        return False
    words = [word.lower() for word in WORD.findall(saying.cue[0].of(text))]
    return bool(words) and not any(map(_is_known, words))


def _is_known(word: str) -> bool:
    return word == "according" or any(kind(word) is not None for kind in (cues.verb, cues.noun, cues.adverb))

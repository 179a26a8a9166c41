"""Doubts: what the recogniser took for a saying without being sure, by words that no list knows for saying anything."""

from __future__ import annotations

import re

from sayso.attribute import cues
from sayso.attribute.words import listed
from sayso.findings import Saying

WORD = re.compile(r"[^\W\d_]+")

SURE = 0.8
"""From here on a saying is believed whatever its cue: of those below it with a cue unknown to the lists, on the development part of
PolNeAR about one in four is one; with a known cue, two in five.
"""

SURE_OF_THINGS = 0.95
"""The same where what is said is a bare thing, "expelled | thirty people": between the two limits two in five are sayings and the
rest deeds; above this one, three in five are.
"""

CLAUSE = re.compile(r"(?:that|to|he|she|they|it|whether|how|why|what)\b|.*[\"“‘]", re.IGNORECASE | re.DOTALL)


def is_doubtful(text: str, saying: Saying) -> bool:
    """Whether a saying is not sure and its cue is no known one: "slapped", "is facing scrutiny". A colon or the like is known."""
    clause = any(CLAUSE.match(span.of(text)) for span in saying.content)
    if is_known(text, saying):
        return False
    deed = not clause and not listed("deeds").isdisjoint(WORD.findall(saying.cue[0].of(text).lower()))
    return deed or saying.score < (SURE if clause else SURE_OF_THINGS)


def is_known(text: str, saying: Saying) -> bool:
    """Whether the lists know a word of the cue for saying something, or the cue has no words."""
    words = [word.lower() for word in WORD.findall(saying.cue[0].of(text))]
    return not words or any(word == "according" or cues.verb(word) or cues.noun(word) or cues.adverb(word) for word in words)

"""What a recogniser gives: spans only. Stance, speaker and chain are worked out from these, whoever recognised them."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.spans import Spans


@dataclass(frozen=True, slots=True)
class Raw:
    """The spans of one attribution, and how it was found, in words for a reader."""

    source: Spans
    cue: Spans
    content: Spans
    because: str

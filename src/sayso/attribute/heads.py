"""Who stands before a cue, in reports' own short sentences: "A spokesman for the port, reached by telephone, declined to …"."""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.spans import Span

PIECE = re.compile(r"[,;:—–]\s|\s(?:and|but|while|although|as)\s")
OPENS = re.compile(r"^(?:\W+|(?:and|but|while|although|as|yet)\s+)+", re.IGNORECASE)
FAR = 600
"""Characters before a cue that are looked at, in a text that never ends a sentence."""

LONGEST = 120
"""Characters that a source has at most here: more is a clause of its own."""


def who_stands_before(text: str, before: Span) -> Span | None:
    """The words since the last comma or conjunction of what stands before a cue in its sentence; where the cue follows a comma, the
    head of the sentence. None where no words are left, or too many.
    """
    before = Span(max(before.start, before.end - FAR), before.end)
    cuts = [before.start, *(m.end() for m in PIECE.finditer(text, before.start, before.end)), before.end]
    pieces = [Span(start, end).trimmed(text, " \t\u00a0,;:—–") for start, end in pairwise(cuts)]
    chosen = pieces[-1] or pieces[0]
    opens = OPENS.match(chosen.of(text))
    chosen = Span(chosen.start + (opens.end() if opens else 0), chosen.end)
    return chosen if 0 < len(chosen) <= LONGEST else None

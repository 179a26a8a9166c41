"""A block on its way to a role: the rules take a list of drafts and give those they know a role, with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from sayso.documents import Block, Marking, Role
from sayso.spans import Span

STOP = re.compile(r"[.!?…。！？۔।]['\"”’»)\]]*$")
SENTENCE_LEAST = 60
"""Characters from which a line with a final stop reads as a sentence of the report rather than as a label."""


@dataclass
class Draft:
    """A span with its words, the role that a rule gave it, if any did, and what its container says that it is."""

    span: Span
    words: str
    role: Role | None = None
    because: list[str] = field(default_factory=list)
    marking: Marking | None = None

    def give(self, role: Role, because: str) -> None:
        """Gives the role unless a rule before did: the surest rules come first."""
        if self.role is None:
            self.role = role
            self.because.append(because)

    @cached_property
    def stopped(self) -> bool:
        """It ends like a sentence."""
        return STOP.search(self.words[-8:]) is not None

    @property
    def sentence_like(self) -> bool:
        """It reads like a paragraph of a report: long enough, and it ends like a sentence."""
        return self.stopped and len(self.words) >= SENTENCE_LEAST

    def block(self) -> Block:
        return Block(self.span, self.role or Role.BODY, tuple(self.because))


def drafts_of(text: str, spans: tuple[Span, ...]) -> list[Draft]:
    return [Draft(span, span.of(text)) for span in spans]


def cut(draft: Draft, text: str, places: list[int]) -> list[Draft]:
    """The draft cut at places of the text, without white space at the cuts; empty pieces are left out."""
    edges = [draft.span.start, *(p for p in sorted(places) if draft.span.start < p < draft.span.end), draft.span.end]
    pieces = (Span(a, b).trimmed(text) for a, b in pairwise(edges))
    drafts = drafts_of(text, tuple(piece for piece in pieces if piece))
    for piece in drafts:
        piece.marking = draft.marking
    return drafts

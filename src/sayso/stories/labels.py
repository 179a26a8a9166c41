"""What a story is called: the words that its own reports give it."""

from __future__ import annotations

from sayso.documents import Role
from sayso.findings import Reading

LONGEST = 90


def label(reading: Reading) -> str:
    """The document's headline, else the beginning of its first sentence, else its key."""
    headlines = [block.span.of(reading.text) for block in reading.profile.blocks_of(Role.HEADLINE)]
    bodies = [s.span.of(reading.text) for s in reading.annotation.sentences if s.role is Role.BODY]
    for words in [reading.profile.title or "", *headlines[:1], *bodies[:1]]:
        if words.strip():
            return shortened(words)
    return reading.document.key


def shortened(words: str) -> str:
    """On one line and at most about 90 characters, cut between words."""
    line = " ".join(words.split())
    if len(line) <= LONGEST:
        return line
    cut = line[:LONGEST].rsplit(" ", 1)[0] if " " in line[:LONGEST] else line[:LONGEST]
    return cut.rstrip(" ,;:-–—") + "…"

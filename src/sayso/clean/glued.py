"""What a page ran into the end of a paragraph, a link in brackets or a line that says who contributed, cut off as its own block."""

from __future__ import annotations

import re

from sayso.clean.draft import SENTENCE_LEAST, Draft, cut
from sayso.clean.words import either, words
from sayso.documents import Role

LAST = 400
LINK = re.compile(either(words("links", "glued")), re.IGNORECASE)
CONTRIBUTED = re.compile(r"\bcontributed (?:additional )?(?:reporting|to|from)\b(?: [\w’'-]+){0,4}\.?[)\s]*$")
SENTENCE = re.compile(r"(?<![A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<=[.!?”\"’)])\s+(?=[(—–-]{0,2}\s?[A-Z])")


def split(draft: Draft, text: str) -> list[Draft]:
    """The draft, with the link or credit at its end as a piece with its role."""
    if len(draft.words) < SENTENCE_LEAST:
        return [draft]
    tail = len(draft.words) - min(LAST, len(draft.words))
    ends = draft.words[-1] in ")]" and LINK.search(draft.words, tail)
    if ends:
        return _cut(draft, text, ends.start(), Role.PROMO, "a link to another report in brackets")
    if "contributed" in draft.words[tail:] and CONTRIBUTED.search(draft.words, tail):
        starts = [m.end() for m in SENTENCE.finditer(draft.words, tail)]
        if starts and starts[-1] >= SENTENCE_LEAST:
            return _cut(draft, text, starts[-1], Role.CREDIT, "says who contributed to the report")
    return [draft]


def _cut(draft: Draft, text: str, place: int, role: Role, because: str) -> list[Draft]:
    pieces = cut(draft, text, [draft.span.start + place])
    pieces[-1].give(role, because)
    return pieces

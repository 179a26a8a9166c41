"""How a mention stands in its clause, as far as the words beside it show: as its subject, as an owner, or after a preposition."""

from __future__ import annotations

import re
from enum import StrEnum

from sayso.annotate.lexicon import words_in
from sayso.spans import Span


class Standing(StrEnum):
    SUBJECT = "subject"
    OWNER = "owner"
    OBJECT = "object"
    ELSEWHERE = "elsewhere"


BEFORE = 60
"""Characters before a mention that are looked at: room for a title and the word before it."""

_OWNED = re.compile(r"(?:['’]s?|\s['’]s)(?=\s)")
_TITLE = re.compile(r"(?:[A-Z][\w.’'-]*,?\s+)+$")
_WORD = re.compile(r"([\w’']+)\s+$")
_CLAUSE_START = re.compile(
    r"(?:^|[.!?:;,\"“”‘’()—–-]|\b(?:and|but|or|that|when|while|because|as|if|after|before|since|whether|where|who|which|so|then|than|"
    r"though|although|until|unless|what|how|why))\s*(?:the\s+)?$",
    re.IGNORECASE,
)


def standing(text: str, span: Span, sentence: Span) -> Standing:
    """What the mention is in its clause; titles before it ("President") belong to it."""
    if _OWNED.match(text, span.end, span.end + 4):
        return Standing.OWNER
    before = text[max(sentence.start, span.start - BEFORE) : span.start]
    if title := _TITLE.search(before):
        before = before[: title.start()]
    if word := _WORD.search(before):
        low = word[1].lower()
        if low in words_in("pronouns", "prepositions"):
            return Standing.OBJECT
    if not before.strip() or _CLAUSE_START.search(before):
        return Standing.SUBJECT
    return Standing.ELSEWHERE

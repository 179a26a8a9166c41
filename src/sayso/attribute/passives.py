"""Passives: whoever was asked, told, accused or blamed is not the one who asks, tells, accuses or blames."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.attribute.raw import Raw
from sayso.attribute.said import said_in
from sayso.attribute.words import listed

BY = re.compile(r"\bby\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
NEAR = 8


def without_addressee(text: str, raw: Raw) -> Raw:
    """The attribution without a source that only is whom the passive speaks of: "Brandt was asked whether", "blamed on Brandt"."""
    said = said_in(text, raw)
    if not raw.source or not raw.cue or said.lemmas.isdisjoint(listed("addressing")):
        return raw
    passive = not listed("be").isdisjoint(said.words[:1]) or said.words[1:2] == ("been",)
    before = raw.source[0].start < raw.cue[0].start
    by = BY.search(text, max(0, raw.source[0].start - NEAR), raw.source[0].start)
    progressive = any(word.endswith("ing") and word != "being" for word in said.words)
    return replace(raw, source=()) if passive and (before or not by) and not progressive else raw

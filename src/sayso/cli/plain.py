"""Source-derived text made safe to show: it must not drive the terminal, hide words, or turn the line around."""

from __future__ import annotations

import unicodedata

TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
SPACES = frozenset("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029")


def plain(text: str) -> str:
    """On one line, without control characters, direction marks and halves of characters."""
    shown = (" " if c in SPACES else "" if c in TURNS or unicodedata.category(c) in ("Cc", "Cs") else c for c in text)
    return " ".join("".join(shown).split())

"""Words of a sentence as they are written, with what their capitals say."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.spans import Span

TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[A-Z]\.(?=\s[A-Z])|[^\W_]+(?:[-‐‑][^\W_]+|['’](?!s\b)[^\W\d_]+|&[A-Z]|\.\d+|,\d{3}(?!\d))*",
)
ARTICLED = re.compile(r"(?:al|el|ul|ad|as|ash|an|at|bin)[-‐‑][A-Z]")


COMPOUND = re.compile(r"([A-Z][^\W_]{1,}|(?:[A-Z]\.)+)[-‐‑](?:[a-z]{3,}.*|in|up|on|off)")
PARTS_OF_NAMES = frozenset(("wan", "hye", "moon", "jong", "min", "ping", "ning", "ying", "chun", "eun", "keun", "sook", "woo", "kyu", "hyun", "chul", "soo", "ming", "kong", "chee", "hwan", "lam"))


class Token(NamedTuple):
    """A word with its place in the text; `low` is it in lower case, without a last stop; `gap` the text between it and the one before."""

    start: int
    end: int
    text: str
    low: str
    capital: bool
    gap: str


def tokens(text: str, span: Span) -> list[Token]:
    """The words and numbers within a span, in order. A possessive 's belongs to no word, nor does what follows in "China-related"."""
    out = []
    last = span.start
    for match in TOKEN.finditer(text, span.start, span.end):
        word = match[0]
        end = match.end()
        joined = COMPOUND.fullmatch(word)
        if joined and word[len(joined[1]) + 1 :] not in PARTS_OF_NAMES:
            word, end = joined[1], match.start() + len(joined[1])
        capital = word[0].isupper() or (word[0] in "ae" and ARTICLED.match(word) is not None)
        out.append(Token(match.start(), end, word, word.lower().rstrip("."), capital, text[last : match.start()]))
        last = end
    return out

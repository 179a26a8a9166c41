"""Words of a sentence as they are written, with what their capitals say."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.annotate.lexicon import listed, words_in
from sayso.spans import Span

TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[A-Z]\.(?=\s[A-Z])|[^\W_]+(?:[-‐‑][^\W_]+|['’](?!s\b)[^\W\d_]+|&[A-Z]|\.\d+|,\d{3}(?!\d))*",
)
ARTICLED = re.compile(r"(?:al|el|ul|ad|as|ash|an|at|bin)[-‐‑][A-Z]")


COMPOUND = re.compile(r"([A-Z][^\W_]{1,}|(?:[A-Z]\.)+)[-‐‑](?:[a-z]{3,}.*|in|up|on|off)")


class Token(NamedTuple):
    """A word with its place in the text; `low` is it in lower case, without a last stop; `gap` what stands before."""

    start: int
    end: int
    text: str
    low: str
    capital: bool
    gap: str


def tokens(text: str, span: Span) -> list[Token]:
    """The words and numbers within a span, in order. A possessive 's belongs to no word, nor does "-related" in "China-related"."""
    out = []
    last = span.start
    for match in TOKEN.finditer(text, span.start, span.end):
        word = match[0]
        end = match.end()
        if ("-" in word or "‑" in word) and (joined := COMPOUND.fullmatch(word)) and not _part_of_name(word, joined[1]):
            word, end = joined[1], match.start() + len(joined[1])
        capital = word[0].isupper() or (word[0] in "ae" and ARTICLED.match(word) is not None)
        out.append(Token(match.start(), end, word, word.lower().rstrip("."), capital, text[last : match.start()]))
        last = end
    return out


def _part_of_name(word: str, head: str) -> bool:
    half = word[len(head) + 1 :]
    return half in words_in("context", "second_halves") or (len(half) < 6 and half not in listed("common_words"))

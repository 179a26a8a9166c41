"""Names whose end the text itself shows: by the acronym in brackets behind them, or by the legal form of a company."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.annotate.lexicon import words_in
from sayso.findings import Name, NameType
from sayso.spans import Span

BRACKETS = re.compile(r"(?<=[^\W\d_])(?:['’]s)? \((?:the )?([A-Z][A-Za-z]{0,8}[A-Z])\)")
LEGAL = re.compile(r"(?<![^\s\"'“‘(])(?:[A-Z][\w&'’-]*\s){1,4}(?:Ltd|Inc|LLC|plc|PLC|GmbH|Corp)\b\.?")
WORD = re.compile(r"[^\s,]+")
SMALL = frozenset(("of", "the", "for", "and", "on", "in", "&", "to", "de"))
REACH = 120
"""Characters before the brackets in which the name that they shorten begins."""


def spelled_out(text: str, read: Sequence[Name]) -> Iterator[Name]:
    """Names in full, of the type that part of them was read with, else organisations."""
    types = {name.span.end: name.type for name in read}
    for brackets in BRACKETS.finditer(text):
        start = _start(text, brackets.start(), brackets[1])
        if start is not None:
            kind = types.get(brackets.start(), NameType.ORGANIZATION)
            yield Name(Span(start, brackets.start()), kind, (f"“({brackets[1]})” stands for its words",))
    for company in LEGAL.finditer(text):
        words = list(WORD.finditer(text, company.start(), company.end()))
        while len(words) > 1 and words[0][0].lower() in words_in("context", "function_words"):
            del words[0]
        if len(words) > 1:
            span = Span(words[0].start(), company.end())
            yield Name(span, NameType.ORGANIZATION, (f"“{words[-1][0]}” is the legal form of a company",))


def _start(text: str, end: int, short: str) -> int | None:
    """Where the words begin whose initials are the letters of an acronym; None when they are not."""
    letters = short.lower()
    for word in reversed(list(WORD.finditer(text, max(0, end - REACH), end))):
        if word[0] in SMALL:
            continue
        if not letters or not word[0][0].isupper() or word[0][0].lower() != letters[-1]:
            return None
        letters = letters[:-1]
        if not letters:
            return word.start()
    return None

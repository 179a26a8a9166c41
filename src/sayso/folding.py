"""Text folded for matching, with a map back to the untouched text.

Two reports set the same words with other quotation marks, dashes, spaces, case or accents. Folding makes these alike; the map
back keeps every match a pair of spans in the texts as published.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.spans import Span

ALIKE = {
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
}
WORD = re.compile(r"[^\W_]+(?:['.,][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `origin[i]` is the place in the untouched text from which character `i` came, `origin[-1]` its end."""

    text: str
    origin: Sequence[int]

    def back(self, span: Span) -> Span:
        """The span of the untouched text behind a span of the folded one. Raises `ValueError` when it reaches beyond."""
        if span.end > len(self.text):
            raise ValueError(f"{span} reaches beyond a folded text of {len(self.text)} characters")
        if not span:
            return Span(self.origin[span.start], self.origin[span.start])
        return Span(self.origin[span.start], self.origin[span.end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and the span in the untouched text where it stands."""

    text: str
    span: Span


@lru_cache(maxsize=8192)  # halves the time of folding: a text uses few different characters
def fold_character(character: str) -> str:
    """Lower case, one form of each quotation mark, dash and space, no accents, nothing for invisible characters."""
    if character in ALIKE:
        return ALIKE[character]
    if character.isspace():
        return " "
    if unicodedata.category(character) in ("Cf", "Cc", "Mn"):
        return ""
    plain = unicodedata.normalize("NFKD", character)
    return "".join(c for c in plain.casefold() if unicodedata.category(c) != "Mn")


def fold(text: str) -> Folded:
    """The text folded for matching, runs of white space as one space, with the map back."""
    whole = "".join(map(fold_character, text))
    if len(whole) == len(text) and "  " not in whole and not whole.startswith(" ") and all(map(fold_character, text)):
        return Folded(whole, range(len(text) + 1))  # each character for itself, as in most text
    out: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(text):
        for c in fold_character(character):
            if c == " " and (not out or out[-1] == " "):
                continue
            out.append(c)
            origin.append(place)
    return Folded("".join(out), (*origin, len(text)))


@lru_cache(maxsize=8192)  # a sentence is looked at by many stages and in many pairs, mostly soon after one another
def words(text: str) -> tuple[Word, ...]:
    """The folded words of a text in order: letters and digits, with inner apostrophes, points and commas."""
    folded = fold(text)
    origin = folded.origin
    return tuple(Word(m[0], Span(origin[m.start()], origin[m.end() - 1] + 1)) for m in WORD.finditer(folded.text))

"""The words by which a text is searched: folded, so that accents and case do not matter, and cut where a script sets no spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.folding import Word, words
from sayso.spans import Span

UNSPACED = re.compile(
    "["
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f"  # Burmese
    "\u1780-\u17ff"  # Khmer
    "\u3040-\u30ff"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Chinese characters
    "\U00020000-\U0003ffff"
    "]"
)
"""Letters of scripts that set no spaces between words."""
QUERY = re.compile(r'"([^"]*)"?|“([^”]*)”?|(\S+)')


@dataclass(frozen=True, slots=True)
class Phrase:
    """Terms that must follow one another; of the last only the beginning where `begins`."""

    terms: tuple[str, ...]
    begins: bool


def terms(text: str) -> tuple[Word, ...]:
    """The terms of a text in order, each with the span where it stands. In scripts without spaces each letter is one."""
    return tuple(term for word in words(text) for term in _parts(word))


def phrases(query: str) -> tuple[Phrase, ...]:
    """What a person asks for: words, "words in this order", and words that begin so*; empty when there is no word in it."""
    out = []
    for quoted, curly, word in QUERY.findall(query):
        asked = quoted or curly or word
        found = tuple(term.text for term in terms(asked))
        if found:
            out.append(Phrase(found, asked.rstrip().endswith("*")))
    return tuple(out)


def places(text: str, asked: Sequence[Phrase]) -> tuple[Span, ...]:
    """Where in the text any of the phrases stand, in order."""
    found = terms(text)
    spans = {span for phrase in asked for span in _standing(found, phrase)}
    return tuple(sorted(spans))


def _standing(found: Sequence[Word], phrase: Phrase) -> Iterator[Span]:
    length = len(phrase.terms)
    for at in range(len(found) - length + 1):
        if all(_is(found[at + i].text, term, phrase.begins and i == length - 1) for i, term in enumerate(phrase.terms)):
            yield Span(found[at].span.start, found[at + length - 1].span.end)


def _is(term: str, asked: str, begins: bool) -> bool:
    return term.startswith(asked) if begins else term == asked


def _parts(word: Word) -> Iterator[Word]:
    """A word as it is, or cut at its inner points and apostrophes, and at each letter of a script without spaces."""
    if word.text.isalnum() and not UNSPACED.search(word.text):
        yield word
        return
    if len(word.text) != len(word.span):  # folding made more or fewer letters of it: no part has a place of its own
        yield from (Word(part, word.span) for part in _runs(word.text))
        return
    at = 0
    for part in _runs(word.text):
        at = word.text.index(part, at)
        yield Word(part, Span(word.span.start + at, word.span.start + at + len(part)))
        at += len(part)


def _runs(word: str) -> Iterator[str]:
    run = ""
    for letter in word:
        alone = UNSPACED.match(letter) is not None
        if run and (alone or not letter.isalnum()):
            yield run
            run = ""
        if alone:
            yield letter
        elif letter.isalnum():
            run += letter
    if run:
        yield run

"""Names in headlines, whose capitals say nothing: only what is known, or named so in running text too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.annotate.gazetteer import given_names, longest
from sayso.annotate.lexicon import listed, words_in
from sayso.annotate.tokens import Token
from sayso.findings import Name, NameType
from sayso.spans import Span


def in_headline(words: Sequence[Token], loud: bool, found: Mapping[tuple[str, ...], NameType]) -> Iterator[Name]:
    place = 0
    sizes = sorted({len(key) for key in found}, reverse=True)
    while place < len(words):
        low = tuple(t.text.lower() for t in words[place : place + (sizes[0] if sizes else 0)])
        size = next((n for n in sizes if n <= len(low) and low[:n] in found and not _idle(low[:n])), 0)
        known = None if loud else longest(words, place)
        if size and (not known or size >= known[0]):
            yield Name(
                Span(words[place].start, words[place + size - 1].end), found[low[:size]], ("named so elsewhere in the document",)
            )
            place += size
        elif known and not (known[0] == 1 and words[place].low in listed("common_words")):
            yield Name(Span(words[place].start, words[place + known[0] - 1].end), known[1], ("a known name",))
            place += known[0]
        elif not loud and words[place].text in given_names() and (end := _person_in_headline(words, place)) > place + 1:
            yield Name(Span(words[place].start, words[end - 1].end), NameType.PERSON, (f"“{words[place].text}” is a given name",))
            place = end
        else:
            place += 1


def _idle(low: tuple[str, ...]) -> bool:
    return len(low) == 1 and low[0] in words_in("context", "function_words")


def _person_in_headline(words: Sequence[Token], place: int) -> int:
    end = place + 1
    while end < len(words) and end - place < 3:
        token = words[end]
        if not token.capital or token.gap not in (" ", "\xa0") or token.low in listed("common_words"):
            break
        end += 1
    return end

"""What a text calls a person beside the name: "Dana Ruiz, 34, the harbour master" is "the harbour master" and "the 34-year-old"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.annotate.group import Group
from sayso.annotate.lexicon import words_in
from sayso.findings import NameType
from sayso.spans import Span

MENTIONS = 12
"""Mentions looked at for a description: it is given with the first ones, if at all."""

_AGE_AFTER = re.compile(r",\s(?:aged\s)?(\d{1,3})(?=,|\.)")
_AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old\s(?:[a-z-]+\s){0,4}$")
_AFTER = re.compile(
    r",\s(?:\d{1,3},\s)?(?:a|an|the|its|their|[A-Z][\w.]*[’']s)\s((?:[a-z][a-z-]*\s){0,3}?[a-z][a-z-]+)"
    r"(?=[,.]|\s(?:of|who|at|for|in|from|with|and|on|whose|based)\b)"
)
_BEFORE = re.compile(r"((?:[a-z][a-z-]+\s){1,3})$")
_CALLED = re.compile(r"\bthe\s((?:[a-z][a-z-]*\s){0,2}[a-z][a-z-]+)(?![\w-])", re.IGNORECASE)
_AGED = re.compile(r"\bthe\s\d{1,3}-year-old(?![\w-])(?:\s(?P<next>[a-z]+))?", re.IGNORECASE)
_DOER = re.compile(r"[a-z-]{3,}(?:ist|ologist|ician|man|woman|person|keeper|maker|master|holder|worker|owner|driver|fighter)")


def descriptions_of(text: str, group: Group) -> frozenset[str]:
    """Descriptions in lower case, without "the": the whole one, its last two words and its last word; and the age."""
    if group.type is not NameType.PERSON:
        return frozenset()
    return frozenset(found for span in group.spans[:MENTIONS] for found in (*_ages(text, span), *_nouns(text, span)))


def _ages(text: str, span: Span) -> Iterator[str]:
    before, after = _AGE_BEFORE.search(text, max(0, span.start - 60), span.start), _AGE_AFTER.match(text, span.end, span.end + 16)
    yield from (f"{found[1]}-year-old" for found in (before, after) if found)


def _nouns(text: str, span: Span) -> Iterator[str]:
    after = _AFTER.match(text, span.end, span.end + 90)
    before = _BEFORE.search(text, max(0, span.start - 60), span.start)
    for found in (after, before):
        words = found[1].split() if found else []
        if words and _is_person(words[-1]):
            yield words[-1]
            yield from (" ".join(words[-size:]) for size in (2, 3) if size <= len(words) and words[-size] not in _small())


@cache
def _small() -> frozenset[str]:
    return words_in("context", "function_words") | {"former", "then", "late", "ex", "one", "another", "said", "says"}


def _is_person(noun: str) -> bool:
    known = words_in("institutions", "offices") | words_in("institutions", "unnamed") | words_in("roles", "heads")
    return noun in known or noun == "master" or _DOER.fullmatch(noun) is not None


def called(text: str, sentence: Span, given: frozenset[str]) -> Iterator[Span]:
    """Where a sentence says "the" with one of the descriptions that the document has given, "the" included; the longest each."""
    for found in _CALLED.finditer(text, sentence.start, sentence.end):
        words = found[1].lower().split()
        size = next((n for n in range(len(words), 0, -1) if " ".join(words[:n]) in given), 0)
        if size:
            yield Span(found.start(), found.start(1) + len(" ".join(found[1].split(" ")[:size])))
    for aged in _AGED.finditer(text, sentence.start, sentence.end):
        if _is_no_noun(aged["next"] or ""):
            yield Span(aged.start(), aged.start("next") - 1 if aged["next"] else aged.end())


def _is_no_noun(word: str) -> bool:
    """Whether a word goes on after "the 34-year-old" without being what is so old: "was", "said", "of", or none."""
    lists = (("context", "speech"), ("context", "telling"), ("context", "function_words"), ("pronouns", "past"))
    return not word or word.endswith("ed") or any(word in words_in(*known) for known in lists)

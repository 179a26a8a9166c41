"""How much of what was read as a name is the name: no article, title, possessive or mark belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.annotate.gazetteer import demonyms, known_type
from sayso.annotate.lexicon import listed, words_in
from sayso.findings import Name, NameType
from sayso.spans import Span

ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"(?:['’]s?|(?<=[sS])['’])$")
ABBREVIATED = re.compile(r"(?:\.[^\W\d_]|\b(?:Jr|Sr|Inc|Ltd|Co|Corp))$")
INITIAL = re.compile(r"(?:^|\s)[^\W\d_]$")
SLASH = re.compile(r"(?<=[^\W\d_]{3})\s?/\s?(?=[^\W\d_]{3})")
OWNER = re.compile(r"(?:[Tt]he\s)?((?:[^\W\d_]|[. ]){2,40}?)['’]s?\s+(?=[A-Z])")
SMALL_FIRST = re.compile(r"([a-z]+)\s+|\S*[^\W\d_][-‐‑]([a-z]+)\s+(?=[A-Z])")
JOINED = re.compile(r"(?<=[^\W_])[-‐‑]([a-z]+)$")
LAST = re.compile(r"[\s,]+([a-z]+)$")
FIRST = re.compile(r"[^\s,]+,?\s+")
ADDRESS = re.compile(r"@|//|^www\.|^\S+\.(?:com|org|net|gov|edu|uk|ly|me)\b", re.IGNORECASE)
HONOUR = re.compile(r"\b(?:Sir|Dame|Lord|Lady|Baron|Baroness|Pope|King|Queen|Prince|Princess|Sheikh|Ayatollah) $")
SET_BEFORE = ("based", "backed", "led", "born", "run", "owned", "controlled", "held")
"""What joins a place to the name behind it: "China-based"."""

AROUND = " \t\n\xa0\"'“”‘’«»()[]{}<>*_,;:!?-–—…|•/\\"
LONGEST = 200
"""Characters: no name is longer, and what is read as one is a table or a list."""


def fitted(text: str, name: Name) -> Iterator[Name]:
    """The name with the words and marks left off that are none of it; two where one owns the other; none when nothing of it is a
    name.
    """
    start, end = _trimmed(text, name.span.start, name.span.end)
    if end - start > LONGEST or ADDRESS.search(text, start, end) or text[max(0, start - 1) : start] == "@":
        return
    for first, last, kind in _parts(text, start, end, name.type):
        if not known_type(text[first:last]) or _titled(text[first:last]):
            first, last = _bare(text, first, last, kind)
        if first < last and not _is_none(text[first:last], kind):
            yield Name(Span(first, last), kind, name.because)


def _parts(text: str, start: int, end: int, kind: NameType) -> Iterator[tuple[int, int, NameType]]:
    """ "Russia's Foreign Ministry" and "Vera Lind/Reuters" are two names each."""
    if not known_type(text[start:end]):
        if (slash := SLASH.search(text, start, end)) and slash.end() < end:
            yield start, slash.start(), kind
            start = slash.end()
            kind = known_type(text[start:end]) or kind
        elif (owner := OWNER.match(text, start, end)) and owner.end() < end and (known := known_type(owner[1])):
            yield start, owner.end(1), known
            start = owner.end()
    yield start, end, kind


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in AROUND:
        start += 1
    while start < end and (text[end - 1] in AROUND or (text[end - 1] == "." and not _abbreviated(text[start : end - 1]))):
        end -= 1
    if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
        end += 1
    if text[end : end + 1] == "." and ABBREVIATED.search(text[start:end]):
        end += 1
    return start, end


def _abbreviated(words: str) -> bool:
    """Whether a stop right after the words belongs to the last of them: "Jr.", "D.C.", "Mich."."""
    last = words.split()[-1:] or [""]
    short = last[0].lower() in words_in("abbreviations", "may_end") or known_type(f"{last[0]}.") is not None
    return short or bool(ABBREVIATED.search(words) or INITIAL.search(words))


def _titled(words: str) -> bool:
    """Whether a known name is known without its article as well: "The Washington Post", but not "The Hill"."""
    article = ARTICLE.match(words)
    return article is not None and known_type(words[article.end() :]) is not None


def _bare(text: str, start: int, end: int, kind: NameType) -> tuple[int, int]:
    if article := ARTICLE.match(text, start, end):
        start = article.end()
    if possessive := POSSESSIVE.search(text[start:end]):
        end = start + possessive.start()
    first = SMALL_FIRST.match(text, start, end)
    if first and (first[1] in words_in("context", "place_before") or first[2] in SET_BEFORE):
        start = first.end()
    if (joined := JOINED.search(text[start:end])) and not _goes_on(joined[1]):
        end = start + joined.start()
    while (last := LAST.search(text[start:end])) and _is_small(last[1], text[start : start + last.start()]):
        end = start + last.start()
    if kind is NameType.PERSON:
        start = _past_office(text, start, end)
        if honour := HONOUR.search(text[max(0, start - 12) : start]):
            start -= len(honour[0])
    return start, end


def _is_small(word: str, before: str) -> bool:
    """Whether a word written small goes off at the end: "of", and all behind a known name, as in "Reuters news"."""
    return word in words_in("context", "function_words") or known_type(before) is not None


def _goes_on(half: str) -> bool:
    """Whether the second half of a hyphened word belongs to a name: "Shing-wan", but "China-based"."""
    return half in words_in("roles", "second_halves") or (len(half) < 6 and half not in listed("common_words"))


def _past_office(text: str, start: int, end: int) -> int:
    """Where the name begins behind "British Prime Minister" or "Mr"; "Sir Alan" is a name from its first word."""
    best = at = start
    while word := FIRST.match(text, at, end):
        low = word[0].strip(" .,\n\xa0").lower()
        if low in words_in("roles", "honours"):
            break
        at = word.end()
        if low in _titles():
            best = at
        elif not (low in words_in("roles", "inside") or low in ("of", "for", "the", "and") or word[0].strip() in demonyms()):
            break
    return best


@cache
def _titles() -> frozenset[str]:
    return words_in("roles", "courtesy") | words_in("roles", "heads")


def _is_none(words: str, kind: NameType) -> bool:
    if not any(c.isupper() for c in words) and any(c.islower() for c in words):
        return True
    if not any(c.isalpha() for c in words):
        return True
    if words in demonyms() or (words.lower() in words_in("context", "function_words") and not (words.isupper() and len(words) > 1)):
        return True
    if words in listed("things"):
        return True
    if kind is NameType.PERSON:
        return words.lower() in _titles() and words.lower() not in words_in("roles", "surnames_too")
    return words in listed("not_names") and kind is not NameType.ORGANIZATION

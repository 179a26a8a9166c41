"""How much of what was read as a name is the name: no article, title, possessive or mark belongs to it."""

from __future__ import annotations

import re
from functools import cache

from sayso.annotate.gazetteer import demonyms, known_type
from sayso.annotate.lexicon import listed, words_in
from sayso.findings import Name, NameType
from sayso.spans import Span

ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"(?:['’]s?|(?<=[sS])['’])$")
ABBREVIATED = re.compile(r"(?:(?:^|[\s.])[^\W\d_]|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|St))$")
JOINED = re.compile(r"(?<=[^\W_])[-‐‑]([a-z]\S*)$")
LAST = re.compile(r"[\s,]+([a-z]+)$")
FIRST = re.compile(r"[^\s,]+,?\s+")
ADDRESS = re.compile(r"@|//|^www\.|^\S+\.(?:com|org|net|gov|edu|uk|ly|me)\b", re.IGNORECASE)
HONOUR = re.compile(r"\b(?:Sir|Dame|Lord|Lady|Baron|Baroness|Pope|King|Queen|Prince|Princess|Sheikh|Ayatollah) $")
AROUND = " \t\n\xa0\"'“”‘’«»()[]{}<>*_,;:!?-–—…|•/\\"
LONGEST = 200
"""Characters: no name is longer, and what is read as one is a table or a list."""


def fitted(text: str, name: Name) -> Name | None:
    """The name with the words and marks left off that are none of it; None when nothing of it is a name."""
    start, end = _trimmed(text, name.span.start, name.span.end)
    if end - start > LONGEST or ADDRESS.search(text, start, end) or text[max(0, start - 1) : start] == "@":
        return None
    if known_type(text[start:end]) is None or _titled(text[start:end]):
        start, end = _bare(text, start, end, name.type)
    words = text[start:end]
    if start >= end or _is_none(words, name.type):
        return None
    return Name(Span(start, end), name.type, name.because)


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
    return bool(ABBREVIATED.search(words)) or known_type(f"{last[0]}.") is not None


def _titled(words: str) -> bool:
    """Whether a known name is known without its article as well: "The Washington Post", but not "The Hill"."""
    article = ARTICLE.match(words)
    return article is not None and known_type(words[article.end() :]) is not None


def _bare(text: str, start: int, end: int, kind: NameType) -> tuple[int, int]:
    if article := ARTICLE.match(text, start, end):
        start = article.end()
    if possessive := POSSESSIVE.search(text[start:end]):
        end = start + possessive.start()
    if (joined := JOINED.search(text[start:end])) and not _goes_on(joined[1]):
        end = start + joined.start()
    while (last := LAST.search(text[start:end])) and last[1] in words_in("context", "function_words"):
        end = start + last.start()
    if kind is NameType.PERSON:
        start = _past_office(text, start, end)
        if honour := HONOUR.search(text[max(0, start - 12) : start]):
            start -= len(honour[0])
    return start, end


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
    if kind is NameType.PERSON:
        low = words.lower()
        return low in _titles() and low not in words_in("roles", "surnames_too")
    return words in listed("not_names") and kind is not NameType.ORGANIZATION

"""The encoding of bytes that do not say it: decoded rightly, the words are of one language and the letters belong to it."""

from __future__ import annotations

import codecs
import re
import tomllib
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

TELLING = 3000
"""Characters that tell the language of a decoded text."""
FITTING = 0.98
"""The share of characters beyond ASCII that must belong to the language."""
COMMON = {"zh": 0.25}
COMMON_CYRILLIC = 0.45
"""The share of the letters that must be common ones: real text has 0.6 and more, one in a wrong encoding half of that at most."""
INSIDE = re.compile(r"[^\W\d_][±¶§£¥€¢©®°ªº¹²³¼½¾×÷¿¡«»„][^\W\d_]")
"""A mark within a word, as a wrong encoding sets it."""
MARKS = frozenset(
    "‘’‚‛“”„‟«»‹›–—―−…•·°§©®™€£¥¢¿¡ªº¹²³¼½¾×÷±¶\u00a0\u00ad´`¨、。「」『』（）！？：；，．・《》〈〉【】〔〕～ー−％　،؛؟"
)


@dataclass(frozen=True, slots=True)
class Encoding:
    name: str
    languages: frozenset[str]


@cache
def _table() -> tuple[tuple[Encoding, ...], dict[str, str], dict[str, list[str]], dict[str, str]]:
    table = tomllib.loads(files("sayso.read").joinpath("encodings.toml").read_text("utf8"))
    encodings = tuple(Encoding(row["name"], frozenset(row["languages"].split())) for row in table["encoding"])
    return encodings, table["letters"], table["script"], table["common"]


def encoding_of(sample: bytes) -> str | None:
    """The first encoding of the table in which the sample is in one of its languages, or None. Its last character may be cut."""
    encodings, *_ = _table()
    for encoding in encodings:
        try:
            text = codecs.getincrementaldecoder(encoding.name)().decode(sample)
        except UnicodeDecodeError:
            continue
        language = _language(text)
        if language in encoding.languages and _fits(text, language):
            return encoding.name
    return None


def _language(text: str) -> str:
    import py3langid

    code, _ = py3langid.classify(text[:TELLING])
    return str(code)


def _fits(text: str, language: str) -> bool:
    """True when the characters beyond ASCII are the language's letters and the marks that every press uses."""
    _, letters, script, common = _table()
    foreign = Counter(c for c in text if not c.isascii() and c not in MARKS)
    total = foreign.total()
    if language in script:
        fitting = sum(n for c, n in foreign.items() if unicodedata.name(c, "?").split()[0] in script[language])
    else:
        known = letters.get(language, letters["default"])
        fitting = sum(n for c, n in foreign.items() if c in known or c.lower() in known)
    odd = len(INSIDE.findall(text)) + sum(a.islower() and b.isupper() and not b.isascii() for a, b in pairwise(text))
    if fitting < FITTING * total or odd > (1 - FITTING) * total:
        return False
    usual = common.get(language)
    return not usual or sum(foreign[c] for c in usual) >= COMMON.get(language, COMMON_CYRILLIC) * total

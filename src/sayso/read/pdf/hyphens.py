"""Lines put together again. A hyphen at the end of one goes only where the document itself shows that the word has none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
BEFORE = re.compile(r"[^\W\d_]{2,}(?=[-\u2010\u00ad]$)")
BEHIND = re.compile(r"[^\W\d_]+")
WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
SURE = 2
"""Where the document shows so many of its broken words to be one word, and more than it shows to be two, it breaks words."""


class Joints:
    """Joins the lines of a document: it has met all of its words, and so knows which of those broken at a line's end are one."""

    def __init__(self, paragraphs: Iterable[Sequence[str]]) -> None:
        """From the lines of each paragraph."""
        broken: list[tuple[str, str]] = []
        self._words: Counter[str] = Counter()
        for lines in paragraphs:
            broken += (halves for a, b in pairwise(lines) if (halves := _halves(a, b)))
            for line in lines:
                self._words.update(word.lower().replace("\u2010", "-") for word in WORD.findall(line))
        shown = [one for halves in broken if (one := self._is_one(*halves)) is not None]
        self._breaks_words = SURE <= sum(shown) > len(shown) - sum(shown)

    def joined(self, lines: Sequence[str]) -> str:
        """The lines of one paragraph as one, with a blank where a line ended unless its writing has none."""
        text = lines[0] if lines else ""
        for line in lines[1:]:
            text = self._joined(text, line)
        return text

    def _joined(self, text: str, line: str) -> str:
        if text.endswith("\u00ad"):
            return text[:-1] + line
        if halves := _halves(text, line):
            one = self._is_one(*halves)
            return (text[:-1] if one or (one is None and self._breaks_words) else text) + line
        if CJK.match(text[-1:]) and CJK.match(line[:1]):
            return text + line
        return f"{text} {line}"

    def _is_one(self, before: str, behind: str) -> bool | None:
        """True for a word that stands elsewhere without the hyphen, False for one that stands there with it, None for neither."""
        one, two = self._words[f"{before}{behind}".lower()], self._words[f"{before}-{behind}".lower()]
        return None if one == two else one > two


def _halves(text: str, line: str) -> tuple[str, str] | None:
    """The two parts of the word that a hyphen breaks at the end of a line, or None."""
    before, behind = BEFORE.search(text[-60:]), BEHIND.match(line)
    return (before[0], behind[0]) if before and behind and behind[0][0].islower() else None

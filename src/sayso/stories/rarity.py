"""How rare a word is: by the case's own documents, and by what is usual in news where the case is too small to tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log

PRIOR_DOCUMENTS = 1000
"""The usual shares of words weigh as much as this many documents of the case."""

UNLISTED = 0.002
"""The part of news articles that an unlisted word is taken to occur in; listed are those above 0.01."""


@cache
def usual() -> Mapping[str, float]:
    """The part of news articles in which each common word occurs."""
    lines = files("sayso.stories").joinpath("common_words.txt").read_text("utf8").splitlines()
    return {word: float(share) for word, share in (line.split() for line in lines if not line.startswith("#"))}


@dataclass(frozen=True, slots=True)
class Rarity:
    """The weight of words by how few documents hold them: 0 for one in every document."""

    documents: int
    holders: Mapping[str, int]

    def of(self, word: str) -> float:
        """At least 0; about 6 for a word of a single document."""
        expected = usual().get(word, UNLISTED) * PRIOR_DOCUMENTS
        return log((self.documents + PRIOR_DOCUMENTS) / (self.holders.get(word, 0) + expected))

    def of_name(self, name: str) -> float:
        """The rarity of a folded name of one or more words: that of the whole, or of its rarest word if the case knows it less."""
        return max((self.of(word) for word in name.split()), default=0.0)


def rarity(documents: Iterable[Iterable[str]]) -> Rarity:
    """Counted over the words of each document."""
    holders: Counter[str] = Counter()
    total = 0
    for words in documents:
        holders.update(set(words))
        total += 1
    return Rarity(total, holders)

"""The pile as a whole: what of it must be known before two of its documents can be laid beside each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.config import ReuseSettings
from sayso.dates import days
from sayso.findings import Reading
from sayso.reuse.candidates import Pairs, near_in_meaning, sharing_words
from sayso.reuse.copies import copies, few_of, one_of_many
from sayso.reuse.fingerprints import wording
from sayso.reuse.holders import holders, in_common
from sayso.reuse.house import marked
from sayso.reuse.passages import Side
from sayso.reuse.sentences import own_sentences, word_holders
from sayso.reuse.telling import Rarity, rarity

UNDATED = 10**7


@dataclass(frozen=True, slots=True)
class Pile:
    """The documents in order of their ids, for each its text's earliest copy, how many copies of a text are few, the pairs to
    compare: those that share words at one place, and all, which are these and the pairs near in meaning; and how rare words are.
    """

    sides: list[Side]
    first: list[int]
    few: int
    in_words: frozenset[tuple[int, int]]
    pairs: Pairs
    rarity: Rarity

    def of(self, new: Set[str]) -> Pairs:
        """The pairs of which at least one document is among these."""
        fresh = [side.reading.id in new for side in self.sides]
        return [(a, b) for a, b in self.pairs if fresh[a] or fresh[b]]

    def many_copies(self) -> dict[int, int]:
        """By the earliest copy of each text of which not all copies are laid beside one another: how many there are."""
        return {text: count for text, count in Counter(self.first).items() if count > self.few}


def pile(readings: Sequence[Reading], settings: ReuseSettings) -> Pile:
    """What follows from all documents together: which text is copied, common, or an outlet's own, and who is worth comparing."""
    readings = sorted(readings, key=lambda reading: reading.id)
    if not readings:
        return Pile([], [], 0, frozenset(), [], {})
    dates = [days(reading.profile.published.date) for reading in readings]
    order = sorted(range(len(readings)), key=lambda at: (d.first if (d := dates[at]) else UNDATED, at))
    wordings = marked([wording(reading, settings.shingle_words) for reading in readings], settings.house_text)
    holding = holders(wordings, order)
    wordings = in_common(wordings, holding)
    first = copies(holding, wordings, order)
    few = few_of(first)
    in_words = sharing_words(holding, first, few, wordings, settings)
    del holding
    words, counts = word_holders(wordings)
    common = frozenset(words[counts > settings.common_detail].tolist())
    sides = [Side(r, words, own_sentences(r, words, common)) for r, words in zip(readings, wordings, strict=True)]
    near = near_in_meaning(_means(sides, one_of_many(first, few)), first, dates, settings)
    rare = rarity(words, counts, len(readings), settings.common_word)
    return Pile(sides, first.tolist(), few, frozenset(in_words), sorted({*in_words, *near}), rare)


def _means(sides: Sequence[Side], told: NDArray[np.bool_]) -> NDArray[np.float32]:
    """The mean vector of each document's sentences, of length 1; zero for a document without any and for what is told already."""
    means = [
        np.zeros(384) if skip or not side.sentences.spans else side.sentences.vectors.mean(axis=0)
        for side, skip in zip(sides, told.tolist(), strict=True)
    ]
    rows = np.array(means, np.float32).reshape(-1, 384)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    lengths[lengths == 0] = 1
    return np.asarray(rows / lengths, np.float32)

"""The sentences of a document as they are compared for rewording: their vectors, their words, and the details in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sayso.dates import Days, days
from sayso.findings import Reading
from sayso.reuse.fingerprints import OWN_WORDS, Wording
from sayso.spans import Span, Spans, covered, shared

SHORTEST, LONGEST = 5, 200
"""Words of a sentence that can be compared: shorter ones are alike by chance, of longer ones the encoder reads only the start."""

MOSTLY = 0.5
CELLS = 640
"""Of a product computed at once: with 384 dimensions, below what OpenBLAS gives to several threads."""
KNOWN = 0x2100
"""Characters below this one are looked up in a table of capitals and digits; above are scripts without capitals."""

Products = NDArray[np.float32]
"""Cosines, shape (sentences of the one, sentences of the other)."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a document's own text: spans, one vector a row, the ids of their words, which are mostly quoted, which are
    mostly house text of the outlet, and the details of each: the ids of its names and numbers, as far as these tell something.
    """

    outlet: str | None
    published: Days | None

    spans: Spans
    vectors: NDArray[np.float32]
    words: tuple[tuple[int, ...], ...]
    quoted: tuple[bool, ...]
    house: tuple[bool, ...]
    details: tuple[frozenset[int], ...]

    @property
    def told(self) -> int:
        """How many are the reporter's own words, not mostly a quotation."""
        return self.quoted.count(False)


def own_sentences(reading: Reading, wording: Wording, common: frozenset[int] = frozenset()) -> Sentences:
    """The sentences of headline and body that are long enough to compare; words in `common` are no detail of theirs."""
    said = [(row, s.span) for row, s in enumerate(reading.annotation.sentences) if s.role in OWN_WORDS]
    first = np.searchsorted(wording.starts, [span.start for _, span in said])
    end = np.searchsorted(wording.starts, [span.end for _, span in said])
    long = np.flatnonzero((end - first >= SHORTEST) & (end - first <= LONGEST))
    first, end = first[long], end[long]
    stretches = list(zip(first.tolist(), end.tolist(), strict=True))
    ids, telling = wording.ids.tolist(), telling_words(reading.text, wording).tolist()
    return Sentences(
        wording.outlet,
        days(reading.profile.published.date),
        tuple(said[at][1] for at in long.tolist()),
        reading.vectors[[said[at][0] for at in long.tolist()]],
        tuple(tuple(ids[f:e]) for f, e in stretches),
        _mostly(wording.quoted, first, end),
        _mostly(wording.in_house(), first, end),
        tuple(frozenset(ids[at] for at in range(f + 1, e) if telling[at]) - common for f, e in stretches),
    )


def word_holders(wordings: Sequence[Wording]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The ids of all words of the pile, and how many documents have each."""
    held = np.concatenate([np.unique(wording.ids) for wording in wordings]) if wordings else np.empty(0, np.uint64)
    ids, counts = np.unique(held, return_counts=True)
    return ids, counts


def telling_words(text: str, wording: Wording) -> NDArray[np.bool_]:
    """Which words begin with a capital or a digit, as names, numbers and dates do."""
    if not len(wording.starts):
        return np.zeros(0, np.bool_)
    begins = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.int32)[wording.starts]
    return np.where(begins < KNOWN, _capitals_and_digits()[np.minimum(begins, KNOWN - 1)], False)


@cache
def _capitals_and_digits() -> NDArray[np.bool_]:
    return np.array([chr(code).isupper() or chr(code).isdigit() for code in range(KNOWN)], np.bool_)


def _mostly(words: NDArray[np.bool_], first: NDArray[np.int64], end: NDArray[np.int64]) -> tuple[bool, ...]:
    """For each stretch of words whether more than half of them are so."""
    before = np.concatenate([[0], np.cumsum(words)])
    return tuple((before[end] - before[first] > MOSTLY * (end - first)).tolist())


def cosines(one: Sentences, others: Sequence[Sentences]) -> Iterator[Products]:
    """The cosine of each sentence of one document with each of another, for each of the others, to four places.

    More places would differ between machines. The work is cut small on purpose: a larger product is spread over threads, which
    wait for one another a hundred times longer than they compute as soon as the machine has anything else to do.
    """
    for other in others:
        products = np.empty((len(one.spans), len(other.spans)), np.float32)
        step = max(1, CELLS // max(1, len(one.spans)))
        for at in range(0, len(other.spans), step):
            np.matmul(one.vectors, other.vectors[at : at + step].T, out=products[:, at : at + step])
        yield np.round(products, 4)


def mostly_covered(span: Span, by: Sequence[Span]) -> bool:
    """True when more than half of the span lies in the others."""
    return shared([span], by) > MOSTLY * covered([span])

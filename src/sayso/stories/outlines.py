"""What a document shows of the event it reports, in a form that can be compared with a thousand others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p, sqrt

import numpy as np
from numpy.typing import NDArray

from sayso.dates import Days, days
from sayso.documents import Role
from sayso.findings import MentionKind, Reading
from sayso.folding import WORD, fold
from sayso.stories.rarity import Rarity, rarity

OWN_WORDS = (Role.HEADLINE, Role.BODY)
OPENING_SENTENCES = 4
USUAL = 20
"""Bare numbers up to this stand in any report and tell nothing."""

Weights = Mapping[str, float]
"""Words, names or numbers with their weights; the squares of the weights add up to 1, or there are none."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One document's side of the comparison. `opening` and `body` are mean sentence vectors of length 1, or zero.

    `shown` is how the document writes each of its names.
    """

    document: str
    opening: NDArray[np.float32]
    body: NDArray[np.float32]
    words: Weights
    names: Weights
    numbers: Weights
    shown: Mapping[str, str]
    published: Days | None


def outlines(readings: Sequence[Reading]) -> list[Outline]:
    """One for each reading, in their order; weights are by rarity among all of them."""
    words = [_words(reading) for reading in readings]
    names = [_names(reading) for reading in readings]
    numbers = [_numbers(reading) for reading in readings]
    common = rarity(words)
    counted = rarity(numbers)
    return [
        Outline(
            reading.id,
            _mean(reading, OPENING_SENTENCES),
            _mean(reading, None),
            _weighted({word: log1p(times) * common.of(word) for word, times in words[at].items()}),
            _weighted({name: _name_weight(name, len(mentions), common) for name, mentions in names[at].items()}),
            _weighted({number: counted.of(number) for number in numbers[at]}),
            {name: mentions[0] for name, mentions in names[at].items()},
            days(reading.profile.published.date),
        )
        for at, reading in enumerate(readings)
    ]


def _name_weight(name: str, mentions: int, common: Rarity) -> float:
    return log1p(mentions) * common.of_name(name)


def _words(reading: Reading) -> Counter[str]:
    text = " ".join(block.span.of(reading.text) for block in reading.profile.blocks_of(*OWN_WORDS))
    return Counter(WORD.findall(fold(f"{reading.profile.title or ''} {text}").text))


def _names(reading: Reading) -> dict[str, list[str]]:
    """How each name is written at each of its mentions by name, by its folded form."""
    found: dict[str, list[str]] = {}
    for party in reading.annotation.parties:
        said = [m.span.of(reading.text) for m in party.mentions if m.kind is MentionKind.NAME]
        for written in [party.name, *said]:
            found.setdefault(fold(written).text.strip(), []).append(written)
    return {name: written for name, written in found.items() if name}


def _numbers(reading: Reading) -> set[str]:
    """Counts and amounts that could tell one event from another, by value and unit."""
    exact = [q for q in reading.annotation.quantities if q.low == q.high]
    return {f"{q.low:g} {q.unit or ''}".strip() for q in exact if q.low > USUAL or q.unit or q.thing}


def _mean(reading: Reading, first: int | None) -> NDArray[np.float32]:
    own = [row for row, sentence in enumerate(reading.annotation.sentences) if sentence.role in OWN_WORDS][:first]
    if not own:
        return np.zeros(reading.vectors.shape[1] if reading.vectors.ndim == 2 else 384, np.float32)
    mean = reading.vectors[own].mean(axis=0)
    length = float(np.linalg.norm(mean))
    return np.asarray(mean / length if length else mean, np.float32)


def _weighted(weights: Mapping[str, float]) -> Weights:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {key: weight / length for key, weight in sorted(weights.items()) if weight > 0} if length else {}

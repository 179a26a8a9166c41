"""The stage: passages between all documents, and the lineage of every two that share one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from sayso.config import ReuseSettings
from sayso.dates import days
from sayso.documents import Document, Profile
from sayso.findings import Annotation, Attribution, Lineage, Passage, Reading, SentenceVectors
from sayso.reuse.candidates import near_in_meaning, sharing_words
from sayso.reuse.fingerprints import wording
from sayso.reuse.house import marked
from sayso.reuse.lineage import lineage
from sayso.reuse.passages import Side, passages_between
from sayso.reuse.rewording import cosines, own_sentences
from sayso.stages import Bench, Found, Outcome

UNDATED = 10**7


@dataclass(frozen=True, slots=True)
class Reuse:
    """Gives every passage that two documents share, and one lineage for every two documents that share any."""

    settings: ReuseSettings
    name: str = "reuse"
    version: int = 2
    needs: tuple[type, ...] = (Document, Profile, Annotation, SentenceVectors, Attribution)
    gives: tuple[type, ...] = (Passage, Lineage)

    def run(self, found: Found, bench: Bench) -> Outcome:
        passages: list[Passage] = []
        lineages: list[Lineage] = []
        for between, kin in reused(found.readings(), self.settings, bench):
            passages.extend(between)
            lineages.append(kin)
        return Outcome({Passage: tuple(passages), Lineage: tuple(lineages)})


def reused(
    readings: Sequence[Reading], settings: ReuseSettings, bench: Bench
) -> Iterator[tuple[tuple[Passage, ...], Lineage]]:
    """For every two documents that share text, in order of their ids: the passages and what follows from them."""
    sides = _sides(sorted(readings, key=lambda reading: reading.id), settings)
    pairs = _worth_comparing(sides, settings)
    done = 0
    for a, partners in groupby(pairs, key=lambda pair: pair[0]):
        others = [sides[b] for _, b in partners]
        products = cosines(sides[a].sentences, [other.sentences for other in others])
        for other, product in zip(others, products, strict=True):
            found = passages_between(sides[a], other, product, settings)
            if found:
                kin = lineage(sides[a].reading, other.reading, found, settings)
                yield tuple(replace(passage, direction=kin.direction) for passage in found), kin
        done += len(others)
        bench.tell(done, len(pairs))


def _sides(readings: Sequence[Reading], settings: ReuseSettings) -> list[Side]:
    wordings = marked([wording(reading, settings.shingle_words) for reading in readings], settings.house_text)
    return [Side(reading, words, own_sentences(reading, words)) for reading, words in zip(readings, wordings, strict=True)]


def _worth_comparing(sides: Sequence[Side], settings: ReuseSettings) -> list[tuple[int, int]]:
    dates = [days(side.reading.profile.published.date) for side in sides]
    order = sorted(range(len(sides)), key=lambda at: (d.first if (d := dates[at]) else UNDATED, at))
    same_words = sharing_words([side.wording for side in sides], order, settings)
    same_meaning = near_in_meaning(_means(sides), dates, settings)
    return sorted({*same_words, *same_meaning})


def _means(sides: Sequence[Side]) -> NDArray[np.float32]:
    """The mean vector of each document's sentences, of length 1; zero for a document without any."""
    means = [side.sentences.vectors.mean(axis=0) if side.sentences.spans else np.zeros(384) for side in sides]
    rows = np.array(means, np.float32).reshape(-1, 384)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    lengths[lengths == 0] = 1
    return np.asarray(rows / lengths, np.float32)

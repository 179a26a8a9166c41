"""The stage: passages between all documents, and the lineage of every two that share one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np

from sayso.config import ReuseSettings
from sayso.documents import Document, Profile
from sayso.findings import Annotation, Attribution, Lineage, Passage, Reading, Ruling, SentenceVectors
from sayso.reuse.candidates import Pairs
from sayso.reuse.groups import in_groups
from sayso.reuse.lineage import lineage
from sayso.reuse.passages import Side, passages_between
from sayso.reuse.pile import Pile, pile
from sayso.reuse.ruled import marked, without
from sayso.reuse.seeds import Matches, seeds
from sayso.reuse.sentences import Products, cosines
from sayso.stages import Bench, Found, Outcome

MOST_CELLS = 16_000_000
"""Of a product of two documents' sentences: 4,000 of each, 64 MB. Two longer ones are compared word for word only."""
TOO_LONG = "the two are too long to look for reworded sentences"
NO_PRODUCT: Products = np.empty((0, 0), np.float32)


@dataclass(frozen=True, slots=True)
class Reuse:
    """Gives every passage that two documents share, and one lineage for every two documents that share any."""

    settings: ReuseSettings
    name: str = "reuse"
    version: int = 4
    needs: tuple[type, ...] = (Document, Ruling, Profile, Annotation, SentenceVectors, Attribution)
    gives: tuple[type, ...] = (Passage, Lineage)

    def run(self, found: Found, bench: Bench) -> Outcome:
        passages: list[Passage] = []
        lineages: list[Lineage] = []
        readings = found.readings()
        rulings, of = found[Ruling], {reading.id: reading for reading in readings}
        pairs = list(reused(readings, self.settings, bench))
        standing = without(pairs, rulings, lambda a, b, left: lineage(of[a], of[b], left, self.settings))
        for between, kin in in_groups(standing, readings, self.settings):
            passages.extend(between)
            lineages.append(kin)
        return Outcome(marked(pairs, passages, lineages, rulings))


def reused(
    readings: Sequence[Reading], settings: ReuseSettings, bench: Bench, new: Set[str] | None = None
) -> Iterator[tuple[tuple[Passage, ...], Lineage]]:
    """For every two documents that share text, in order of their ids: the passages and what follows from them.

    With `new`, ids of documents that came to a pile compared before, only for two of which at least one is new, exactly as the
    whole gives them. What the old ones have among themselves is left as it was found: new documents can show that a text of theirs
    is common, or their outlet's own, or that others are nearer, and it stands all the same.
    """
    whole = pile(readings, settings)
    pairs = whole.pairs if new is None else whole.of(new)
    crowds, done = whole.many_copies(), 0
    runs = _runs(whole, pairs, settings)
    for a, partners in groupby(pairs, key=lambda pair: pair[0]):
        others = [b for _, b in partners]
        for b, product in zip(others, _products(whole.sides[a], [whole.sides[b] for b in others]), strict=True):
            one, other = whole.sides[a], whole.sides[b]
            found = passages_between(one, other, product, settings, whole.rarity, runs=next(runs))
            if found.passages:
                left_out = (*_of_many(crowds, whole.first[a], whole.first[b]), *_unread(one, other), *_phrases(found.phrases))
                kin = lineage(one.reading, other.reading, found.passages, settings)
                kin = replace(kin, because=(*kin.because, *left_out))
                yield tuple(replace(passage, direction=kin.direction) for passage in found.passages), kin
        done += len(others)
        bench.tell(done, len(pairs))


def _runs(whole: Pile, pairs: Pairs, settings: ReuseSettings) -> Iterator[Matches | None]:
    """For each pair the runs of words of which passages grow; None for one that does not share enough words."""
    sides, told = whole.sides, [pair in whole.in_words for pair in pairs]
    sharing = [(sides[a].wording, sides[b].wording) for (a, b), in_words in zip(pairs, told, strict=True) if in_words]
    found = seeds(sharing, settings)
    return (next(found) if in_words else None for in_words in told)


def _products(one: Side, others: Sequence[Side]) -> Iterator[Products]:
    """The cosines of all sentences of the one with those of each other; of none where these would fill the memory."""
    for other in others:
        if _too_long(one, other):
            yield NO_PRODUCT
        else:
            yield from cosines(one.sentences, [other.sentences])


def _too_long(one: Side, other: Side) -> bool:
    return len(one.sentences.spans) * len(other.sentences.spans) > MOST_CELLS


def _unread(one: Side, other: Side) -> tuple[str, ...]:
    return (TOO_LONG,) if _too_long(one, other) else ()


def _phrases(count: int) -> tuple[str, ...]:
    """What is said of words that both have and that show nothing."""
    if not count:
        return ()
    return ("a set phrase that both have is left aside",) if count == 1 else (f"{count} set phrases that both have are left aside",)


def _of_many(crowds: dict[int, int], a: int, b: int) -> tuple[str, ...]:
    """What is said of a pair of whose text there are so many copies that not all were laid beside one another."""
    texts = [text for text in dict.fromkeys((a, b)) if text in crowds]
    return tuple(f"one of {crowds[text]} copies of one text, each laid beside the earliest only" for text in texts)

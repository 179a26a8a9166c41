"""Readings made by hand: paragraphs are blocks, sentences end with a full stop, and the encoder is a fake that counts words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from sayso.config import ReuseSettings
from sayso.documents import Basis, Block, Credit, Document, Profile, Published, Role
from sayso.findings import Annotation, Lineage, LocalParty, Passage, Quotation, Reading, Sentence
from sayso.folding import words
from sayso.reuse.stage import reused
from sayso.spans import Span

T = TypeVar("T")
R = TypeVar("R")

FLOOD = (
    "The river Sorrel rose by two metres in a single night after the dam at Hollin gave way to weeks of heavy rain.",
    "Some four hundred families left their homes in the lower town and were taken to a school on the hill by army lorries.",
    "The mayor said nobody had warned her office before the water came over the quay shortly after three in the morning.",
    "Engineers had written two years ago that the spillway was too narrow, according to a paper seen by this newspaper.",
    "Power was cut in nine villages, and the only bridge to the northern bank was closed to all traffic until further notice.",
    "The company that runs the dam promised a full inquiry and said its first thought was with those who had lost everything.",
)
REWORDED = (
    "The river Sorrel climbed by two metres in a single night after the dam at Hollin collapsed following weeks of heavy rainfall.",
    "About four hundred families fled their homes in the lower town and were brought to a school on the hill in army trucks.",
    "The mayor stated nobody had alerted her office before the water came across the quay soon after three in the morning.",
    "Engineers had warned two years ago that the spillway was too small, according to a document seen by this publication.",
    "Electricity was lost in nine villages, and the only bridge to the north bank was shut to all traffic until further notice.",
    "The firm that operates the dam pledged a full inquiry and said its first thought was with people who had lost everything.",
)
APART = (
    "Officials in the valley counted at least three dead this morning as rescue boats searched streets that lay under mud.",
    "A dam burst above the town of Hollin on Sunday night, sending a wall of brown water through its market square.",
    "Survivors described how they climbed onto roofs in the dark and waited for hours until somebody heard them shouting.",
    "Weather forecasters expect more showers before the weekend, which could make the work of the helpers yet harder.",
    "The national government will send money and tents, a minister told reporters after he had flown over the region.",
    "Hospitals in two nearby cities have cleared beds, and volunteers are cooking for anyone who comes to the church hall.",
)


class Silent:
    """A bench that nobody watches."""

    def each(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        return map(work, items)

    def tell(self, done: int, total: int) -> None:
        pass


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """Texts with the same words lie near one another: each word has a direction of its own."""
    rows = np.zeros((len(texts), 384), np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word in words(text):
            row[int.from_bytes(blake2b(word.text.encode(), digest_size=2).digest(), "big") % 384] += 1
        row /= np.linalg.norm(row) or 1
    return rows


def reading(
    key: str,
    text: str,
    *,
    outlet: str | None = None,
    date: str | None = None,
    title: str | None = None,
    roles: dict[str, Role] | None = None,
    credit: str | None = None,
    parties: tuple[LocalParty, ...] = (),
) -> Reading:
    """A document of its paragraphs; `roles` are by the beginning of a paragraph, `credit` is a wire that it credits."""
    blocks = tuple(
        Block(Span(*m.span()), next((r for start, r in (roles or {}).items() if m[0].startswith(start)), Role.BODY))
        for m in re.finditer(r"[^\n]+", text)
    )
    sentences = tuple(
        Sentence(Span(*m.span()).moved(block.span.start), block.role)
        for block in blocks
        for m in re.finditer(r"\S[^.。]*[.。]?[\"”]?", block.span.of(text))
    )
    quotations = tuple(
        Quotation(Span(*m.span()), Span(m.start() + 1, m.end() - 1)) for m in re.finditer(r'"[^"\n]*"', text)
    )
    profile = Profile(
        key,
        outlet,
        None,
        title,
        (),
        Published(date, Basis.STATED if date else Basis.UNKNOWN),
        "en",
        blocks,
        (Credit(credit, Span(0, 0)),) if credit else (),
    )
    annotation = Annotation(key, sentences, quotations, parties=parties)
    return Reading(Document(key, key, key, text), profile, annotation, encode([s.span.of(text) for s in sentences]))


def found_in(*readings: Reading, settings: ReuseSettings | None = None) -> tuple[list[Passage], list[Lineage]]:
    """All passages and lineages of the readings."""
    pairs = list(reused(readings, settings or ReuseSettings(), Silent()))
    return [passage for passages, _ in pairs for passage in passages], [kin for _, kin in pairs]


def words_of(reading: Reading, span: Span) -> list[str]:
    """The folded words of a stretch of a reading's text."""
    return [word.text for word in words(span.of(reading.text))]


def body(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)

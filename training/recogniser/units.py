"""Texts as the model meets them in training: paragraphs of word pieces with the labels of every head.

The unit is the paragraph, as it is when the recogniser runs: in PolNeAR 99 of 100 attributions lie within one. At times the next
paragraphs are joined on, so that contents over several are learned and a text without line ends does no harm.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tokenizers import Tokenizer

from sayso.annotate.language.labels import NAMED, Part, Tag
from sayso.annotate.language.pieces import Pieces, Shape, pieces_of, windows
from training.recogniser.records import Record, Stretch

PARAGRAPH = re.compile(r"[^\n]+")
IGNORED = -100

@dataclass(frozen=True, slots=True)
class Cue:
    """One question to the model: the pieces of a cue, what every piece of the unit is to it, and whether it is a cue at all."""

    first: int
    last: int
    parts: tuple[int, ...]
    real: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """Pieces and, for each, its labels; a head that nobody marked this text for has IGNORED everywhere."""

    pieces: Pieces
    names: tuple[int, ...]
    cues: tuple[int, ...]
    sources: tuple[int, ...]
    contents: tuple[int, ...]
    asked: tuple[Cue, ...]
    weight: float


def units(record: Record, tokenizer: Tokenizer, lure: frozenset[str], rng: random.Random | None) -> Iterator[Unit]:
    """The units of one text; with `rng` as training meets them (joined, restyled), without it as they are."""
    text = restyled(record.text, rng) if rng else record.text
    for start, end in _stretches(text, rng):
        pieces = pieces_of(text, start, end, tokenizer)
        for window in windows(pieces):
            if len(window.pieces):
                yield _labelled(text, record, recased(window.pieces, rng), lure, rng)


def restyled(text: str, rng: random.Random) -> str:
    """The same text, character for character, with other quotation marks: outlets differ in these and in little else so much."""
    style = rng.random()
    if style < 0.25:
        return text.translate(str.maketrans("“”‘’", "\"\"''"))
    if style < 0.4:
        return text.translate(str.maketrans("“”", "‘’"))
    if style < 0.5:
        return re.sub(r'"([^"\n]*)"', r"“\1”", text.translate(str.maketrans("“”", '""')))
    return text


def recased(pieces: Pieces, rng: random.Random | None) -> Pieces:
    """At times a unit is all capitals, all small, or a headline's capitals: one must not lean on how words are written alone."""
    style = rng.random() if rng else 1.0
    letters = (Shape.LOWER, Shape.CAPITALISED, Shape.CAPITALS, Shape.LETTER, Shape.MIXED)
    for share, shape in ((0.05, Shape.CAPITALS), (0.09, Shape.LOWER), (0.14, Shape.CAPITALISED)):
        if style < share:
            return replace(pieces, shapes=tuple(int(shape) if s in letters else s for s in pieces.shapes))
    return pieces


def lures(records: Iterable[Record]) -> frozenset[str]:
    """Words that are often cues, folded: where they are none, the model is asked too."""
    words = Counter(r.text[s:e].lower() for r in records for a in r.attributions or () for s, e in a.cue[:1])
    return frozenset(word for word, count in words.items() if count >= 5 and " " not in word)


def _stretches(text: str, rng: random.Random | None) -> Iterator[Stretch]:
    paragraphs = [m.span() for m in PARAGRAPH.finditer(text)]
    at = 0
    while at < len(paragraphs):
        last = at + 1
        if rng and rng.random() < 0.2:
            last = min(len(paragraphs), at + rng.randint(2, 4))
        yield paragraphs[at][0], paragraphs[last - 1][1]
        at = last


def _labelled(text: str, record: Record, pieces: Pieces, lure: frozenset[str], rng: random.Random | None) -> Unit:
    unknown = (IGNORED,) * len(pieces)
    names = unknown if record.names is None else _names(pieces, record.names)
    if record.attributions is None:
        return Unit(pieces, names, unknown, unknown, unknown, (), record.weight)
    cues, sources, contents = ([int(Tag.OUTSIDE)] * len(pieces) for _ in range(3))
    rows: dict[Stretch, list[int]] = {}
    for said in record.attributions:
        for labels, stretches in ((cues, said.cue), (sources, said.source), (contents, said.content)):
            for stretch in stretches:
                _mark(pieces, stretch, labels, Tag.FIRST, Tag.REST)
        cue = _touched(pieces, said.cue[0]) if said.cue else (0, 0)
        if cue[0] == cue[1] or any(not _held(pieces, s) for s in (*said.cue, *said.source, *said.content)):
            continue
        row = rows.setdefault(cue, [int(Part.OUTSIDE)] * len(pieces))
        for stretch in said.source:
            _mark(pieces, stretch, row, Part.FIRST_OF_SOURCE, Part.REST_OF_SOURCE)
        for stretch in said.content:
            _mark(pieces, stretch, row, Part.FIRST_OF_CONTENT, Part.REST_OF_CONTENT)
    asked = [Cue(first, last, tuple(row), True) for (first, last), row in sorted(rows.items())]
    asked.extend(_lured(text, pieces, cues, lure, rng))
    return Unit(pieces, names, tuple(cues), tuple(sources), tuple(contents), tuple(asked), record.weight)


def _lured(text: str, pieces: Pieces, cues: Sequence[int], lure: frozenset[str], rng: random.Random | None) -> Iterator[Cue]:
    """Words that are cues elsewhere and are none here, two a unit at most: nothing is theirs."""
    places = [i for i, (s, e) in enumerate(pieces.offsets) if cues[i] == Tag.OUTSIDE and text[s:e].lower() in lure]
    for i in (rng or random.Random(len(pieces))).sample(places, min(2, len(places))):
        yield Cue(i, i + 1, (int(Part.OUTSIDE),) * len(pieces), False)


def _names(pieces: Pieces, names: Sequence[tuple[int, int, str]]) -> tuple[int, ...]:
    labels = [0] * len(pieces)
    for start, end, kind in names:
        first = 1 + 2 * [str(each) for each in NAMED].index(kind)
        _mark(pieces, (start, end), labels, first, first + 1)
    return tuple(labels)


def _mark(pieces: Pieces, stretch: Stretch, labels: list[int], first: int, rest: int) -> None:
    start, end = _touched(pieces, stretch)
    for i in range(start, end):
        labels[i] = rest
    if start < end and (start or stretch[0] >= pieces.offsets[0][0]):  # else it began before what is seen here
        labels[start] = first


def _touched(pieces: Pieces, stretch: Stretch) -> Stretch:
    """The pieces that a stretch of the text touches: first, behind the last."""
    first = bisect_left(pieces.offsets, stretch[0] + 1, key=lambda offset: offset[1])
    last = bisect_left(pieces.offsets, stretch[1], key=lambda offset: offset[0])
    return first, max(first, last)


def _held(pieces: Pieces, stretch: Stretch) -> bool:
    """Whether a stretch lies within the pieces whole: what lies half outside teaches a wrong end."""
    return pieces.offsets[0][0] <= stretch[0] and stretch[1] <= pieces.offsets[-1][1]

"""The articles as reuse gets them, without what only rewording needs, and copies of them with small changes for a larger pile."""

from __future__ import annotations

import gzip
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random

import numpy as np

from sayso.annotate.language import Encoder
from sayso.annotate.quotations import quotations
from sayso.annotate.sentences import sentences
from sayso.clean import Clean
from sayso.config import ReadSettings
from sayso.decisions.stage import Rule
from sayso.documents import Basis, Block, Document, Offer, Profile, Published, Role
from sayso.engines.local import LocalEngine
from sayso.findings import Annotation, Reading
from sayso.read import Read, offers
from sayso.spans import Span
from sayso.stages import Found, Outcome, Stage, run

CHANGED, DROPPED, MOVED = 0.02, 0.04, 0.04
"""Of a copy: the part of its words that are others, and of its sentences that are gone or stand elsewhere."""
LATEST = 7
"""Days by which a copy may be later."""
IN_A_FILE = 3000
"""Articles that one reader takes within its memory."""
SENTENCE = re.compile(r"(?<=[.!?])\s+")
NO_VECTORS = np.empty((0, 384), np.float32)


def articles(folder: Path, count: int) -> list[Reading]:
    """The first articles of the JSON-lines files in the folder, read and cleaned, with their quotations."""
    lines = list(islice(_lines(folder), count))
    with tempfile.TemporaryDirectory() as room:
        for at in range(0, len(lines), IN_A_FILE):
            (Path(room) / f"{at:06}.jsonl").write_text("".join(lines[at : at + IN_A_FILE]), "utf8")
        given = Found({Offer: offers([Path(room)])})
        found = run((Read(ReadSettings(seconds=60)), Rule(), Clean()), given, LocalEngine(), _whole)
    both = zip(found[Document], found[Profile], strict=True)
    return [Reading(d, p, Annotation(d.id, (), quotations(d.text, p.blocks)), NO_VECTORS) for d, p in both]


def _whole(stage: Stage, outcome: Outcome) -> None:
    if outcome.rejected:
        raise SystemExit(f"{len(outcome.rejected)} articles were not taken by {stage.name}: {outcome.rejected[0].reason}")


def with_sentences(readings: Sequence[Reading]) -> list[Reading]:
    """The same with their sentences and what these mean, as rewording needs them. Takes its time: the encoder reads it all."""
    told = [sentences(reading.text, reading.profile.blocks) for reading in readings]
    said = [[one.span.of(reading.text) for one in own] for reading, own in zip(readings, told, strict=True)]
    every = sorted({text for own in said for text in own})
    rows = dict(zip(every, Encoder()(every), strict=True))
    return [
        replace(
            reading,
            annotation=replace(reading.annotation, sentences=own),
            vectors=np.array([rows[text] for text in texts], np.float32).reshape(-1, 384),
        )
        for reading, own, texts in zip(readings, told, said, strict=True)
    ]


def _lines(folder: Path) -> Iterator[str]:
    for part in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(part, "rt", encoding="utf8") as lines:
            yield from lines


def grown(readings: Sequence[Reading], count: int) -> Iterator[Reading]:
    """The readings, and copies of each in turn until there are so many; the same on every machine."""
    yield from readings
    for number in range(count - len(readings)):
        source = readings[number % len(readings)]
        yield copy(source, number // len(readings))


def copy(source: Reading, number: int) -> Reading:
    """A report of another outlet, up to a few days later, with words changed and sentences dropped and moved."""
    chance = Random(f"{source.id} {number}")
    text = "\n\n".join(block.span.of(source.text) for block in source.profile.blocks_of(Role.HEADLINE, Role.BODY))
    sentences = [said for said in SENTENCE.split(text) if chance.random() >= DROPPED]
    for place in range(len(sentences)):
        if chance.random() < MOVED:
            sentences.insert(chance.randrange(len(sentences)), sentences.pop(place))
    every = text.split() or [""]
    said = " ".join(
        chance.choice(every) if chance.random() < CHANGED else word for sentence in sentences for word in sentence.split()
    )
    key = f"{source.id}-{number}"
    profile = Profile(
        key, f"Outlet {number}", None, None, (), _later(source, chance), "en", (Block(Span(0, len(said)), Role.BODY),)
    )
    return Reading(Document(key, key, key, said), profile, Annotation(key, (), ()), NO_VECTORS)


def _later(source: Reading, chance: Random) -> Published:
    first = source.profile.published.date
    if not first:
        return Published()
    return Published((date.fromisoformat(first[:10]) + timedelta(chance.randint(0, LATEST))).isoformat(), Basis.STATED)

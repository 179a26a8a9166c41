"""Reports marked up by hand: what annotate and attribute would find, said in the test itself.

In the text given to `report`, each line is a sentence and a paragraph of its own. `said(...)` names an attribution by its words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.documents import Basis, Block, Document, Profile, Published, Role
from sayso.findings import (
    Annotation,
    Attribution,
    Direction,
    Hand,
    HandRole,
    LocalParty,
    Mention,
    MentionKind,
    Moment,
    Name,
    NameType,
    Passage,
    PassageKind,
    Quantity,
    Quotation,
    Reading,
    Sentence,
    SpeechKind,
    Stance,
)
from sayso.folding import words
from sayso.identity import identify
from sayso.spans import Span


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """A hashed bag of words, of length 1: sentences with the same words are alike, others are not."""
    rows = np.zeros((len(texts), 384), np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word in words(text):
            row[int.from_bytes(hashlib.blake2b(word.text.encode(), digest_size=4).digest()) % 384] += 1
        norm = np.linalg.norm(row)
        if norm:
            row /= norm
    return rows


@dataclass(frozen=True)
class Said:
    """An attribution by its words: who, by which cue, what; `party` names the speaker's party."""

    source: str
    cue: str
    content: str
    party: str | None = None
    stance: Stance = Stance.STATES
    relay: str | None = None


@dataclass(frozen=True)
class Marks:
    """What is marked: quantities as (words, number, thing), dates as (words, EDTF), parties as (name, type, other names)."""

    said: Sequence[Said] = ()
    numbers: Sequence[tuple[str, float, str | None]] = ()
    dates: Sequence[tuple[str, str]] = ()
    parties: Sequence[tuple[str, NameType, tuple[str, ...]]] = field(default=())


def report(key: str, text: str, marks: Marks = Marks(), outlet: str | None = None, published: str | None = None) -> Reading:
    """A reading of the text with the marks; everything is body unless a line starts with "# " (a headline)."""
    document = Document(identify("d", key), key, key, text)
    lines = _lines(text)
    roles = [Role.HEADLINE if span.of(text).startswith("# ") else Role.BODY for span in lines]
    basis = Published(published, Basis.STATED) if published else Published()
    blocks = tuple(Block(span, role) for span, role in zip(lines, roles, strict=True))
    profile = Profile(document.id, outlet or key, None, None, (), basis, "en", blocks)
    parties = tuple(_party(document.id, text, *row) for row in marks.parties)
    annotation = Annotation(
        document.id,
        tuple(Sentence(span, role) for span, role in zip(lines, roles, strict=True)),
        _quotations(text),
        tuple(sorted((Name(m.span, p.type) for p in parties for m in p.mentions), key=lambda n: n.span)),
        parties,
        tuple(Quantity(find(text, shown), n, n, thing=thing) for shown, n, thing in marks.numbers),
        tuple(Moment(find(text, shown), date, Basis.STATED) for shown, date in marks.dates),
    )
    by_name = {p.name: p.id for p in parties}
    attributions = tuple(_attribution(document.id, text, said, by_name) for said in marks.said)
    return Reading(document, profile, annotation, encode([span.of(text) for span in lines]), attributions)


def find(text: str, words_: str) -> Span:
    at = text.index(words_)
    return Span(at, at + len(words_))


def copied(a: Reading, b: Reading, a_words: str, b_words: str) -> Passage:
    """A verbatim passage between two reports, by its words in each."""
    (x, x_span), (y, y_span) = sorted([(a.id, find(a.text, a_words)), (b.id, find(b.text, b_words))])
    return Passage(identify("p", x, x_span, y, y_span), x, x_span, y, y_span, PassageKind.VERBATIM, 1.0, Direction.UNKNOWN)


def _lines(text: str) -> list[Span]:
    out, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            out.append(Span(at, at + len(line)))
        at += len(line) + 1
    return out


def _quotations(text: str) -> tuple[Quotation, ...]:
    out, at = [], 0
    while (start := text.find("“", at)) >= 0 and (end := text.find("”", start)) >= 0:
        out.append(Quotation(Span(start, end + 1), Span(start + 1, end)))
        at = end + 1
    return tuple(out)


def _party(document: str, text: str, name: str, type_: NameType, others: tuple[str, ...]) -> LocalParty:
    mentions = []
    for shown in (name, *others):
        at = text.find(shown)
        while at >= 0:
            mentions.append(Mention(Span(at, at + len(shown)), MentionKind.NAME))
            at = text.find(shown, at + 1)
    return LocalParty(identify("lp", document, name), name, type_, others, tuple(sorted(mentions, key=lambda m: m.span)))


def _attribution(document: str, text: str, said: Said, parties: dict[str, str]) -> Attribution:
    source = (find(text, said.source),) if said.source else ()
    speaker = parties.get(said.party or said.source)
    chain = [Hand(HandRole.SPEAKER, said.source or said.party or "", speaker)]
    if said.relay:
        chain.append(Hand(HandRole.RELAY, said.relay))
    cue, content = find(text, said.cue), (find(text, said.content),) if said.content else ()
    key = identify("a", document, cue, content)
    return Attribution(key, document, SpeechKind.INDIRECT, source, (cue,), content, speaker, said.stance, tuple(chain))

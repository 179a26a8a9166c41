"""Reads `paragraphs.txt`, which says in its own beginning how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.clean.language import language_of
from sayso.documents import Block, Document, Profile, Published, Role
from sayso.spans import Span
from training.recogniser.records import Marked, Record, Stretch

FILE = Path(__file__).with_name("paragraphs.txt")
NAMED = ("person", "organization", "place")


@dataclass(frozen=True, slots=True)
class Sample:
    """One text, what it is there for, its blocks and sentences, and what is marked in it."""

    about: str
    record: Record
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]

    @property
    def document(self) -> Document:
        return Document(self.record.name, self.record.name, self.record.name, self.record.text)

    @property
    def profile(self) -> Profile:
        language, _ = language_of(self.record.text, self.blocks, None)
        return Profile(self.record.name, None, None, None, (), Published(), language, self.blocks)


def samples() -> list[Sample]:
    """All texts of the file, in its order. Raises ValueError for marked words that do not stand in their text."""
    _, *entries = re.split(r"^= ", FILE.read_text("utf8"), flags=re.MULTILINE)
    return [_sample(*entry.split("\n", 1)) for entry in entries]


def _sample(about: str, entry: str) -> Sample:
    lines = entry.strip("\n").split("\n")
    text, blocks, sentences = _laid_out([line for line in lines if line.startswith(">")])
    marked = [line.partition(": ")[::2] for line in lines if line and not line.startswith(">")]
    if unknown := {key for key, _ in marked} - {"said", *NAMED}:
        raise ValueError(f"{unknown} in: {about}")
    said = tuple(_said(text, words) for key, words in marked if key == "said")
    names = sorted(name for key, words in marked if key != "said" for one in words.split("; ") for name in _named(text, one, key))
    return Sample(about, Record(f"floors/{about}", text, said, tuple(names)), tuple(blocks), tuple(sentences))


def _laid_out(lines: Sequence[str]) -> tuple[str, list[Block], list[Span]]:
    """The text with its blocks and sentences."""
    text = ""
    blocks: list[Block] = []
    sentences: list[Span] = []
    goes_on = False
    for line in lines:
        role = Role.HEADLINE if line.startswith(">>") else Role.BODY
        words = line.lstrip(">").removeprefix(" ")
        if words:
            text += (" " if goes_on else "\n" if text else "") + words
            sentences.append(Span(len(text) - len(words), len(text)).trimmed(text))
            start = blocks.pop().span.start if goes_on else sentences[-1].start
            blocks.append(Block(Span(start, len(text)), role))
        goes_on = bool(words)
    return text, blocks, sentences


def _said(text: str, words: str) -> Marked:
    return Marked(*(tuple(_place(text, one) for one in part.split(" + ") if one.strip()) for part in words.split("|")))


def _named(text: str, words: str, kind: str) -> Iterator[tuple[int, int, str]]:
    found = [(start, end, kind) for start, end in _places(text, words)]
    if not found:
        raise ValueError(f"{words!r} does not stand in: {text}")
    yield from found


def _place(text: str, words: str) -> Stretch:
    words, _, number = words.strip().partition("@")
    places = _places(text, words)
    at = int(number or 1) - 1
    if at >= len(places):
        raise ValueError(f"{words!r} does not stand {at + 1} times in: {text}")
    return places[at]


def _places(text: str, words: str) -> Sequence[Stretch]:
    before, behind = (r"(?<!\w)" if words[:1].isalnum() else ""), (r"(?!\w)" if words[-1:].isalnum() else "")
    return [m.span() for m in re.finditer(before + re.escape(words) + behind, text)]

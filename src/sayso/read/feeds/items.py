"""What a feed says of one report, and what comes of it: an address, and a document where the feed holds the report's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.documents import Declared, Document, Rejected
from sayso.read.base import STAGE, Link, Piece, Read, Unusable, document
from sayso.read.feeds.fragments import paragraphs, parts_of
from sayso.read.parts import Part, titled, written_out

LEAST = 80
"""Characters outside of links below which an item's text is a label, not the words of a report."""
LEAST_SUMMARY = 200
"""Characters outside of links below which a summary is a teaser: the report's words are those at its address."""
EMPTY = "has neither an address nor the words of a report. Get the report from where the feed has it, and offer that."
OTHER_WORDS = "gives other words under the address of item {first}, which is taken. Offer it by itself to have both."


@dataclass(frozen=True, slots=True)
class Words:
    """The words that an item has, as HTML or as they stand; where in the feed, and whether they are its summary only."""

    text: str
    html: bool
    place: str
    summary: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed. `name` is what the feed calls it by where it has no address."""

    declared: Declared
    name: str | None = None
    words: tuple[Words, ...] = ()


def given(piece: Piece, items: Iterable[Item]) -> Iterator[Read]:
    """The address of every item, each once, and a document of each that holds its report's words; the rest rejected."""
    met: dict[str, tuple[int, str]] = {}
    for number, item in enumerate(items, 1):
        item = replace(item, declared=_captured(item.declared, piece.declared))
        name = item.declared.url or item.name or f"{piece.key}:{number}"
        first, words = met.setdefault(name, (number, ""))
        if item.declared.url and first == number:
            yield Link(item.declared.url, _captured(item.declared, None))
        try:
            report = _report(piece, item, name)
            if report is None and not item.declared.url:
                raise Unusable(EMPTY)
            if report and words not in ("", report.text):
                raise Unusable(OTHER_WORDS.format(first=first))
        except Unusable as e:
            yield Rejected(f"{piece.path}:{number}", STAGE, f"{piece.key}, item {number}: {e}")
            continue
        if report and not words:
            met[name] = (first, report.text)
            yield report


def _report(piece: Piece, item: Item, name: str) -> Document | None:
    """The document of an item, called by its name; None for one that has no words of its report."""
    for words in item.words:
        parts, characters = parts_of(words.text) if words.html else _plain(words.text)
        if characters >= (LEAST_SUMMARY if words.summary else LEAST):
            text, marks = written_out(titled(parts, item.declared.title))
            says = replace(item.declared, because=(*item.declared.because, f"text: {words.place}"))
            return document(piece, text, says, name, marks)
    return None


def _plain(words: str) -> tuple[list[Part], int]:
    return paragraphs(words), len(words.strip())


def _captured(declared: Declared, container: Declared | None) -> Declared:
    """With the time at which the feed was captured, or without any: what is only linked was not."""
    because = tuple(line for line in declared.because if not line.startswith("captured:"))
    if container is None:
        return replace(declared, captured=None, because=because)
    more = tuple(line for line in container.because if line.startswith("captured:"))
    return replace(declared, captured=container.captured, because=(*because, *more))

"""Documents whose every line a person gave a role: `marks/roles.jsonl`, laid over the texts that lie beside the project.

No sentence is kept: a mark is the hash of a line's folded words, with the line's offsets where the text itself is given (articles).
A page's text is made by the reader, so its lines are found by their hashes alone, and lines that no mark knows are left out.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from evals.measure import DATA, records
from sayso.documents import Document, Offer, Role
from sayso.engines.local import LocalEngine
from sayso.folding import words
from sayso.read import Read
from sayso.spans import Span
from sayso.stages import Found

MARKS = Path(__file__).parent / "marks" / "roles.jsonl"
ARTICLES = DATA / "articles"
LINE = re.compile(r"\S[^\r\n]*")
SIZE = 8
"""Bytes of a line's hash."""
PLACED = 4
"""Fields of a mark with offsets: start, end, hash, roles."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A document with the role of every stretch of its text that a person looked at, and the half that it belongs to."""

    document: Document
    half: str
    roles: tuple[tuple[Span, Role], ...]


def marked() -> list[Marked]:
    """The marked documents, articles before pages; those of them that are not there, or that the reader rejects, are left out."""
    rows = [json.loads(row) for row in MARKS.read_text("utf8").splitlines()]
    ids = {row["id"].removeprefix("articles/") for row in rows}
    chosen = [r for part in sorted(ARTICLES.glob("part-*.jsonl.gz")) for r in records(part) if r["id"] in ids]
    pages = [row["id"] for row in rows if (DATA / row["id"]).is_file()]
    documents = articles(chosen) | _documents(Offer(Path(_name(id_)), _name(id_), _page(DATA / id_)) for id_ in pages)
    there = [(row, documents[_name(row["id"])]) for row in rows if _name(row["id"]) in documents]
    return [Marked(document, row["half"], tuple(_laid(document.text, row["lines"]))) for row, document in there]


def articles(chosen: Iterable[dict[str, Any]]) -> dict[str, Document]:
    """Records of the articles as the reader makes documents of them, by "articles/" and their ids."""
    lines = "".join(json.dumps(record) + "\n" for record in chosen)
    found = _documents([Offer(Path("articles.jsonl"), "articles.jsonl", lines.encode())]) if lines else {}
    return {f"articles/{key}": document for key, document in found.items()}


def _documents(offers: Iterable[Offer]) -> dict[str, Document]:
    outcome = Read().run(Found({Offer: tuple(offers)}), LocalEngine().bench("read"))
    return {d.key: d for d in outcome.values[Document] if isinstance(d, Document)}


def _name(id_: str) -> str:
    return id_.removesuffix(".gz")


def _page(packed: Path) -> bytes:
    return gzip.decompress(packed.read_bytes()) if packed.suffix == ".gz" else packed.read_bytes()


def line_hash(line: str) -> str:
    """What a line is known by: its folded words, or the line itself where it has none."""
    said = " ".join(word.text for word in words(line)) or line.strip()
    return blake2b(said.encode(), digest_size=SIZE).hexdigest()


def _laid(text: str, marks: list[list[Any]]) -> Iterator[tuple[Span, Role]]:
    """Every marked stretch of the text, in order. Raises `ValueError` where an offset leads to other words than were marked."""
    known = {mark[-2]: mark[-1] for mark in marks}
    placed = [Span(mark[0], mark[1]) for mark in marks if len(mark) == PLACED]
    for line in placed or [Span(*match.span()).trimmed(text) for match in LINE.finditer(text)]:
        said = known.get(line_hash(line.of(text)))
        if said:
            yield from _parts(text, line, said.split(", "))
        elif placed:
            raise ValueError(f"{line} holds other words than were marked")


def _parts(text: str, line: Span, said: Iterable[str]) -> Iterator[tuple[Span, Role]]:
    """The parts of a line: "dateline 3" is its first three words, a role without a number all that is left."""
    told = words(line.of(text))
    start = at = 0
    for part in said:
        role, _, count = part.partition(" ")
        at = at + int(count) if count else len(told)
        end = told[at].span.start if at < len(told) else len(line)
        if piece := Span(line.start + start, line.start + end).trimmed(text):
            yield piece, Role(role)
        start = end

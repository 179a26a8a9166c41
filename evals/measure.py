"""What the evaluations of single documents share: where the data lies, its records, a text as a page, and the score."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.annotate import annotated
from sayso.annotate.language import Recogniser
from sayso.documents import Basis, Block, Document, Profile, Published, Role
from sayso.findings import Annotation
from sayso.spans import Span

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
RECOGNISE = Recogniser()
PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


@dataclass(slots=True)
class Score:
    """Counts of what was right, what was found, and what there was to find."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, right: int, found: int, gold: int) -> None:
        self.right, self.found, self.gold = self.right + right, self.found + found, self.gold + gold

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 when nothing is right."""
        return 2 * self.right / max(1, self.found + self.gold)

    def __str__(self) -> str:
        p, r = self.right / max(1, self.found), self.right / max(1, self.gold)
        return f"P {p:.3f}  R {r:.3f}  F1 {self.f1:.3f}  ({self.right} right, {self.found} found, {self.gold} gold)"


def page(text: str, published: str | None = None) -> tuple[Document, Profile]:
    """A text as a document whose paragraphs, parted by empty lines, are all of its body."""
    blocks = tuple(Block(Span(m.start(), m.end()).trimmed(text), Role.BODY) for m in PARAGRAPH.finditer(text))
    dated = Published(published, Basis.STATED if published else Basis.UNKNOWN)
    return Document("d-eval", "", "", text), Profile("d-eval", None, None, None, (), dated, "en", blocks)


def read(text: str, published: str | None = None) -> Annotation:
    """What is found in such a document."""
    return annotated(*page(text, published), RECOGNISE)


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a gzipped JSON-lines file, in its order."""
    with gzip.open(path, "rt", encoding="utf8") as file:
        yield from map(json.loads, file)

"""The form that all annotations are brought to before training: one text with what is marked in it, a JSON object a line.

`attributions` is None where nobody marked them, as `names` is: a model must not learn that nothing is there. `weight` says how far
the names are trusted: 1 for what people marked, less for what another program did.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution: each of its parts is one stretch or more of the text, half-open, in code points."""

    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Record:
    name: str
    text: str
    attributions: tuple[Marked, ...] | None = None
    names: tuple[tuple[int, int, str], ...] | None = None
    weight: float = 1.0


def write(path: Path, records: Iterable[Record]) -> int:
    """Writes them and returns how many there were."""
    count = 0
    with gzip.open(path, "wt", encoding="utf8") as file:
        for record in records:
            file.write(json.dumps(asdict(record), ensure_ascii=False) + "\n")
            count += 1
    return count


def read(path: Path) -> Iterator[Record]:
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            yield _record(json.loads(line))


def marked(attribution: dict[str, Any]) -> Marked:
    return Marked(*(tuple((s, e) for s, e in attribution[part]) for part in ("source", "cue", "content")))


def _record(row: dict[str, Any]) -> Record:
    said = None if row["attributions"] is None else tuple(marked(a) for a in row["attributions"])
    names = None if row["names"] is None else tuple((s, e, kind) for s, e, kind in row["names"])
    return Record(row["name"], row["text"], said, names, row["weight"])

"""Annotations of one's own, as brat keeps them: NAME.txt beside NAME.ann (https://brat.nlplab.org/standoff.html).

Text-bound annotations `Source`, `Cue`, `Content`, `Person`, `Organization`, `Place`, `Other`; relations `has-source` and
`has-content` (or `Source`, `Content`) from a cue to its parts. Discontinuous spans are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from training.recogniser.records import Marked, Record, Stretch

NAMES = {"person": "person", "organization": "organization", "organisation": "organization", "place": "place", "other": "other"}
ROLES = {"source": "source", "has-source": "source", "content": "content", "has-content": "content"}


def records(folder: Path) -> Iterator[Record]:
    """The annotated texts of a folder and its subfolders. Raises ValueError when an annotation does not fit its text."""
    for path in sorted(folder.rglob("*.ann")):
        yield record(path.stem, path.with_suffix(".txt").read_text("utf8"), path.read_text("utf8"))


def record(name: str, text: str, annotations: str) -> Record:
    """One text with its annotations. Attributions count as marked when there is a cue, names when there is a name."""
    spans: dict[str, tuple[str, tuple[Stretch, ...]]] = {}
    links: dict[str, dict[str, list[Stretch]]] = {}
    for number, line in enumerate(annotations.splitlines(), 1):
        key, *rest = line.split("\t")
        if key.startswith("T") and rest:
            kind, _, places = rest[0].partition(" ")
            stretches = tuple((int(s), int(e)) for s, e in (place.split() for place in places.split(";")))
            if any(not 0 <= s < e <= len(text) for s, e in stretches):
                raise ValueError(f"{name}.ann, line {number}: {places} is not within the text of {len(text)} characters")
            spans[key] = (kind.lower(), stretches)
    for line in annotations.splitlines():
        key, *rest = line.split("\t")
        if key.startswith("R") and rest:
            kind, *ends = rest[0].split()
            cue, part = (end.partition(":")[2] for end in ends)
            if role := ROLES.get(kind.lower()):
                links.setdefault(cue, {"source": [], "content": []})[role].extend(spans[part][1])
    said = tuple(
        Marked(tuple(links.get(key, {}).get("source", ())), stretches, tuple(links.get(key, {}).get("content", ())))
        for key, (kind, stretches) in spans.items()
        if kind == "cue"
    )
    names = tuple(sorted((s, e, NAMES[kind]) for kind, stretches in spans.values() if kind in NAMES for s, e in stretches))
    return Record(f"brat/{name}", text, said or None, names or None)

"""Annotations of one's own, as brat keeps them: NAME.txt beside NAME.ann (https://brat.nlplab.org/standoff.html).

Text-bound annotations `Source`, `Cue`, `Content`, `Person`, `Organization`, `Place`, `Other`; relations `has-source` and
`has-content` (or `Source`, `Content`) from a cue to its parts. Discontinuous spans are read; whatever else is marked is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from training.recogniser.records import Marked, Record, Stretch

NAMES = {"person": "person", "organization": "organization", "organisation": "organization", "place": "place", "other": "other"}
ROLES = {"source": "source", "has-source": "source", "content": "content", "has-content": "content"}


def records(folder: Path) -> Iterator[Record]:
    """The annotated texts of a folder and its subfolders. Raises ValueError, with file and line, where an annotation does not fit
    its text.
    """
    for path in sorted(folder.rglob("*.ann")):
        text, annotations = (each.read_bytes().decode("utf8") for each in (path.with_suffix(".txt"), path))
        yield record(path.stem, text, annotations)


def record(name: str, text: str, annotations: str) -> Record:
    """One text with its annotations. Attributions count as marked when there is a cue, names when there is a name."""
    lines = [(f"{name}.ann, line {n}", line.rstrip("\r").split("\t")) for n, line in enumerate(annotations.split("\n"), 1)]
    spans = {fields[0]: _span(where, text, fields) for where, fields in lines if fields[0][:1] == "T"}
    links: dict[str, dict[str, list[Stretch]]] = {key: {"source": [], "content": []} for key in spans}
    for where, fields in lines:
        if fields[0][:1] == "R":
            kind, cue, part = _relation(where, fields, spans)
            if kind in ROLES:
                links[cue][ROLES[kind]].extend(spans[part][1])
    said = tuple(
        Marked(tuple(sorted(links[key]["source"])), stretches, tuple(sorted(links[key]["content"])))
        for key, (kind, stretches) in spans.items()
        if kind == "cue"
    )
    names = tuple(sorted((s, e, NAMES[kind]) for kind, stretches in spans.values() if kind in NAMES for s, e in stretches))
    return Record(f"brat/{name}", text, said or None, names or None)


def _span(where: str, text: str, fields: list[str]) -> tuple[str, tuple[Stretch, ...]]:
    """T1, "Cue 10 14;20 25", "said … to"."""
    try:
        kind, _, places = fields[1].partition(" ")
        stretches = tuple((int(s), int(e)) for s, e in (place.split() for place in places.split(";")))
    except (IndexError, ValueError) as e:
        raise ValueError(f"{where}: is not of the form T1 → Cue 10 14 → said") from e
    if any(not 0 <= s < e <= len(text) for s, e in stretches):
        raise ValueError(f"{where}: {places} is not within the text of {len(text)} characters")
    words = " ".join(text[s:e] for s, e in stretches)
    if len(fields) > 2 and fields[2].split() != words.split():
        raise ValueError(f"{where}: {places} is {words!r} in the text, not {fields[2]!r}; were line ends changed?")
    return kind.lower(), stretches


def _relation(where: str, fields: list[str], spans: Mapping[str, object]) -> tuple[str, str, str]:
    """R1, "has-source Arg1:T2 Arg2:T1": the kind, the cue, its part."""
    kind, *ends = fields[1].split() if len(fields) > 1 else [""]
    keys = [end.partition(":")[2] for end in ends]
    if len(keys) != 2 or any(key not in spans for key in keys):
        raise ValueError(f"{where}: does not join two spans that are marked")
    return kind.lower(), keys[0], keys[1]

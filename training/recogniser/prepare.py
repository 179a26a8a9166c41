"""Brings the open data to records: `python -m training.recogniser.prepare OUT [--data ../shared/data] [--brat DIR [--alone]]`.

Writes OUT/train.jsonl.gz and OUT/dev.jsonl.gz. PolNeAR gives attributions, with the names that CoreNLP found in it as silver; GUM
and the CrossNER politics set give names that people marked. Every tenth document of GUM is left out of training and is in dev, as
PolNeAR's and CrossNER's dev sets are, and every tenth text of one's own. Of GUM only genres whose texts allow any use are trained
on.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.recogniser import brat, gum
from training.recogniser.records import Record, marked, write

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
SILVER = 0.5
"""CoreNLP is right about nine times in ten; half the weight of a person's mark did no worse than the whole, and says what it is."""

CORENLP = {"PERSON": "person", "LOCATION": "place", "ORGANIZATION": "organization", "MISC": "other"}
CROSSNER = {
    "politician": "person",
    "person": "person",
    "organisation": "organization",
    "politicalparty": "organization",
    "country": "place",
    "location": "place",
    "event": "other",
    "election": "other",
    "misc": "other",
}
RESTRICTED = ("whow", "fiction", "conversation")
"""Genres of GUM whose texts are not for every use (CC BY-NC-SA)."""


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("out", type=Path)
    ask.add_argument("--data", type=Path, default=DATA)
    ask.add_argument("--brat", type=Path, help="a folder of .txt and .ann files of your own to train on as well")
    ask.add_argument("--alone", action="store_true", help="train on your own texts only, as for another language")
    given = ask.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    own = list(brat.records(given.brat)) if given.brat else []
    train, dev = ([], []) if given.alone else _open(given.data)
    train += [record for i, record in enumerate(own) if i % 10]
    dev += own[::10]
    print(f"{write(given.out / 'train.jsonl.gz', train)} texts to train on, {write(given.out / 'dev.jsonl.gz', dev)} to measure on")


def _open(data: Path) -> tuple[list[Record], list[Record]]:
    """What of the open data is trained on, and what is measured on."""
    marked_up = list(_gum(data))
    train = [
        *_polnear(data, "train"),
        *(record for i, (genre, record) in enumerate(marked_up) if i % 10 and genre not in RESTRICTED),
        *_crossner(data, "train"),
    ]
    return train, [*_polnear(data, "dev"), *(r for i, (_, r) in enumerate(marked_up) if i % 10 == 0), *_crossner(data, "dev")]


def _polnear(data: Path, part: str) -> Iterator[Record]:
    silver = {row["name"]: row["names"] for row in _rows(data / "polnear" / f"{part}.corenlp.jsonl.gz")}
    for row in _rows(data / "polnear" / f"{part}.jsonl.gz"):
        found = silver.get(row["name"])
        names = None if found is None else tuple((s, e, CORENLP[kind]) for s, e, kind, _ in found if kind in CORENLP)
        yield Record(f"polnear/{row['name']}", row["text"], tuple(marked(a) for a in row["attributions"]), names, SILVER)


def _crossner(data: Path, part: str) -> Iterator[Record]:
    for i, row in enumerate(_rows(data / "names" / f"crossner-politics-{part}.jsonl.gz")):
        names = tuple((s, e, CROSSNER[kind]) for s, e, kind in row["names"] if kind in CROSSNER)
        yield Record(f"crossner/{part}-{i}", row["text"], None, names)


def _gum(data: Path) -> Iterator[tuple[str, Record]]:
    for row in _rows(data / "names" / "gum.jsonl.gz"):
        yield row["genre"], Record(f"gum/{row['name']}", row["text"], None, tuple(gum.names(row)))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf8") as file:
        yield from map(json.loads, file)


if __name__ == "__main__":
    main()

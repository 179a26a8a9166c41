"""Brings the open data to records: `python -m training.recogniser.prepare OUT [--data ../shared/data] [--brat DIR]`.

Writes OUT/train.jsonl.gz and OUT/dev.jsonl.gz. PolNeAR gives attributions, with the names that CoreNLP found in it as silver; GUM
and the CrossNER politics set give names that people marked. Every tenth document of GUM is left out of training and is in dev, as
PolNeAR's and CrossNER's dev sets are. Of GUM only genres whose texts allow any use are trained on.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.recogniser import brat
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
GUM = {"person": "person", "organization": "organization", "place": "place"}
RESTRICTED = ("whow", "fiction", "conversation")
"""Genres of GUM whose texts are not for every use (CC BY-NC-SA)."""

SMALL = frozenset(re.findall(r"\S+", "of the and for in on at to de van von der den du la le el al bin ibn da di y & a"))
PRONOUNS = frozenset(
    re.findall(r"\S+", "i he she it they we you his her my your their its our me him us them this that these those there")
)
FIRST = frozenset(("al", "de", "la", "el", "van", "von"))
"""Small words that a name begins with at times."""

ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
WORDS = re.compile(r"\S+")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("out", type=Path)
    ask.add_argument("--data", type=Path, default=DATA)
    ask.add_argument("--brat", type=Path, help="a folder of .txt and .ann files of your own to train on as well")
    given = ask.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    gum = list(_gum(given.data))
    own = list(brat.records(given.brat)) if given.brat else []
    train = [
        *_polnear(given.data, "train"),
        *(record for i, (genre, record) in enumerate(gum) if i % 10 and genre not in RESTRICTED),
        *_crossner(given.data, "train"),
        *own,
    ]
    dev = [*_polnear(given.data, "dev"), *(r for i, (_, r) in enumerate(gum) if i % 10 == 0), *_crossner(given.data, "dev")]
    print(f"{write(given.out / 'train.jsonl.gz', train)} texts to train on, {write(given.out / 'dev.jsonl.gz', dev)} to measure on")


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
        yield row["genre"], Record(f"gum/{row['name']}", row["text"], None, tuple(_gum_names(row)))


def _gum_names(row: dict[str, Any]) -> list[tuple[int, int, str]]:
    """GUM marks every mention and only says of some that they are names: a name here is an outermost mention, article left off, of
    which every word but the small ones is capitalised, unless it is one word that only its place in the sentence capitalises.
    """
    text: str = row["text"]
    starts = {s for s, _ in row["sentences"]}
    inside = Counter(m[0] for s, e in row["sentences"] for m in WORDS.finditer(text, s, e) if m.start() != s)
    found: list[tuple[int, int, str]] = []
    for start, end, mention in sorted(row["entities"], key=lambda entity: (entity[0], -entity[1])):
        article = ARTICLE.match(text, start, end)
        first = article.end() if article else start
        words = text[first:end].split()
        if not words or (found and found[-1][1] > first) or not _is_name(words):
            continue
        linked = len(mention) > 7
        if len(words) == 1 and first in starts and not linked and not inside[words[0]]:
            continue
        found.append((first, end, GUM.get(mention[1], "other")))
    return found


def _is_name(words: list[str]) -> bool:
    bare = [word.strip("“”\"'‘’(),.") for word in words]
    if not bare[0] or not bare[-1] or bare[0].lower() in SMALL - FIRST or any(word.lower() in PRONOUNS for word in bare):
        return False
    return all(not w or w.lower() in SMALL or w[0].isupper() or w[0].isdigit() for w in bare) and any(w[:1].isupper() for w in bare)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf8") as file:
        yield from map(json.loads, file)


if __name__ == "__main__":
    main()

"""How well persons, organisations and places are found by name: `python -m evals.names [--data ../shared/data]`.

Exact spans and types against three sets that nothing was trained on: CrossNER's politics dev set (gold, single sentences), every
tenth document of GUM (gold; what of its mentions counts as a name, `training.recogniser.gum` says), and PolNeAR dev as CoreNLP read
it (silver, right about nine times in ten). Each is measured twice: what the recogniser alone reads, and what `names` makes of it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

from evals.measure import DATA, RECOGNISE, Score, page, records
from sayso.annotate import recognised
from sayso.annotate.names import names
from sayso.annotate.sentences import sentences
from sayso.findings import Name, NameType
from sayso.spans import Span
from training.recogniser import gum

CROSSNER = {
    "politician": "person",
    "person": "person",
    "country": "place",
    "location": "place",
    "organisation": "organization",
    "politicalparty": "organization",
}
CORENLP = {"PERSON": "person", "LOCATION": "place", "ORGANIZATION": "organization"}
TYPES = ("person", "organization", "place")

Marked = tuple[Span, str]
Text = tuple[str, list[Marked]]


@dataclass(slots=True)
class Scores:
    """One score a type."""

    by: dict[str, Score] = field(default_factory=lambda: {kind: Score() for kind in TYPES})

    def add(self, found: Iterable[Marked], gold: Iterable[Marked]) -> None:
        ours, theirs = Counter(found), Counter(gold)
        for kind, score in self.by.items():
            right, found_here, there = (_of(kind, marked) for marked in (ours & theirs, ours, theirs))
            score.add(right, found_here, there)

    def show(self, title: str) -> None:
        total = Score(*(sum(getattr(s, part) for s in self.by.values()) for part in ("right", "found", "gold")))
        for kind, score in (*self.by.items(), ("all", total)):
            print(f"{title:40} {kind:13} {score}")


def _of(kind: str, marked: Counter[Marked]) -> int:
    return sum(times for (_, its), times in marked.items() if its == kind)


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the figures. Returns 2 when the shared data is not there: nothing is left out silently."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, default=DATA)
    data = asked.parse_args(argv).data
    needed = [
        data / "names" / "crossner-politics-dev.jsonl.gz",
        data / "names" / "gum.jsonl.gz",
        data / "polnear" / "dev.jsonl.gz",
        data / "polnear" / "dev.corenlp.jsonl.gz",
    ]
    if missing := [str(path) for path in needed if not path.exists()]:
        print(f"not there: {', '.join(missing)}: nothing measured", file=sys.stderr)
        return 2
    measure("CrossNER politics dev, gold", crossner(needed[0]))
    measure("GUM, a tenth, gold", tenth_of_gum(needed[1]))
    measure("PolNeAR dev, CoreNLP's silver", polnear(needed[2], needed[3]))
    return 0


def measure(title: str, texts: Iterable[Text]) -> None:
    """Prints the scores of the recogniser alone and of `names`, and how long `names` took beside it."""
    alone, whole, seconds, words = Scores(), Scores(), 0.0, 0
    for text, gold in texts:
        document, profile = page(text)
        (read,) = recognised([(document, profile)], RECOGNISE)
        said = sentences(text, profile.blocks)
        started = process_time()
        found = names(text, said, read.names)
        seconds, words = seconds + process_time() - started, words + len(text.split())
        alone.add(_marked(read.names), gold)
        whole.add(_marked(found), gold)
    alone.show(f"{title}: read alone")
    whole.show(f"{title}: as found")
    print(f"{title}: {700_000 * seconds / max(1, words):.1f} ms for 700 words beside the reading")


def crossner(path: Path) -> Iterator[Text]:
    """Other kinds that CrossNER marks, such as elections, are no names here: found as a party or a place they count as wrong."""
    for record in records(path):
        yield record["text"], [(Span(s, e), CROSSNER[kind]) for s, e, kind in record["names"] if kind in CROSSNER]


def tenth_of_gum(path: Path) -> Iterator[Text]:
    """The documents that were left out of training."""
    for i, record in enumerate(records(path)):
        if i % 10 == 0:
            yield record["text"], [(Span(s, e), kind) for s, e, kind in gum.names(record) if kind in TYPES]


def polnear(path: Path, silver: Path) -> Iterator[Text]:
    texts = {record["name"]: record["text"] for record in records(path)}
    for record in records(silver):
        names_in = [(Span(s, e), CORENLP[kind]) for s, e, kind, _ in record["names"] if kind in CORENLP]
        yield texts[record["name"]], names_in


def _marked(found: Iterable[Name]) -> list[Marked]:
    return [(n.span, str(n.type)) for n in found if n.type is not NameType.OTHER]


if __name__ == "__main__":
    sys.exit(main())

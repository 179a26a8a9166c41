"""How well the words of single documents are read: names against gold and silver data.

Needs the shared data beside the project. CrossNER is gold; what CoreNLP made of PolNeAR is silver, right about nine
times in ten on names; of GUM only the names that are linked to Wikipedia are marked as such, so it gives a recall and no precision.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

from evals.measure import DATA, Score, read, records
from sayso.findings import Annotation, NameType
from sayso.spans import Span

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
SMALL = ("of", "the", "and", "for", "de", "van", "von")
PRONOUNS = frozenset(("i", "he", "she", "it", "they", "we", "you", "his", "her", "my", "your", "their", "its", "our"))
ARTICLE = re.compile(r"(?:the|a|an)\s", re.IGNORECASE)


@dataclass(slots=True)
class Scores:
    """One score a type."""

    by: dict[str, Score] = field(default_factory=dict)

    def add(self, found: Iterable[tuple[Span, str]], gold: Iterable[tuple[Span, str]]) -> None:
        ours, theirs = Counter(found), Counter(gold)
        for kind in TYPES:
            score = self.by.setdefault(kind, Score())
            score.right += sum((ours & theirs)[key] for key in ours if key[1] == kind)
            score.found += sum(n for key, n in ours.items() if key[1] == kind)
            score.gold += sum(n for key, n in theirs.items() if key[1] == kind)

    def show(self, title: str) -> None:
        total = Score(*(sum(getattr(s, part) for s in self.by.values()) for part in ("right", "found", "gold")))
        for kind, score in (*self.by.items(), ("all", total)):
            print(f"{title:28} {kind:13} {score}")


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
    crossner(needed[0])
    gum(needed[1])
    polnear(needed[2], needed[3])
    return 0


def crossner(path: Path) -> None:
    scores = Scores()
    for record in records(path):
        gold = [(Span(start, end), CROSSNER[kind]) for start, end, kind in record["names"] if kind in CROSSNER]
        other = [Span(start, end) for start, end, kind in record["names"] if kind not in CROSSNER]
        found = [n for n in _named(read(record["text"])) if not any(n[0] == span for span in other)]
        scores.add(found, gold)
    scores.show("CrossNER politics, gold")


def gum(path: Path) -> None:
    scores = Scores()
    for record in records(path):
        text = record["text"]
        linked = [(Span(s, e), row[1]) for s, e, row in record["entities"] if len(row) > 7 and row[1] in TYPES]
        gold = {(_without_article(text, span), kind) for span, kind in linked if text[span.start : span.end][:1].isalnum()}
        names = {key for key in gold if _is_name(key[0].of(text))}
        found = {(_without_article(text, span), kind) for span, kind in _named(read(text))}
        scores.add(found & names, names)
    for kind, score in scores.by.items():
        print(f"{'GUM, linked names, gold':28} {kind:13} R {score.right / max(1, score.gold):.3f}  ({score.right} of {score.gold})")


def polnear(path: Path, silver: Path) -> None:
    texts = {record["name"]: record for record in records(path)}
    names, seconds, words = Scores(), 0.0, 0
    for record in records(silver):
        text = texts[record["name"]]["text"]
        started = process_time()
        annotation = read(text)
        seconds, words = seconds + process_time() - started, words + len(text.split())
        names.add(_named(annotation), [(Span(s, e), CORENLP[kind]) for s, e, kind, _ in record["names"] if kind in CORENLP])
    names.show("PolNeAR by CoreNLP, silver")
    print(f"{700_000 * seconds / words:.1f} ms for 700 words")


def _named(annotation: Annotation) -> list[tuple[Span, str]]:
    return [(n.span, str(n.type)) for n in annotation.names if n.type is not NameType.OTHER]


def _is_name(words: str) -> bool:
    """Whether linked words are a name: GUM links what "she" and "his town" mean too."""
    return words.lower() not in PRONOUNS and all(word[0].isupper() or word in SMALL for word in words.split())


def _without_article(text: str, span: Span) -> Span:
    article = ARTICLE.match(text, span.start, span.end)
    return Span(article.end() if article else span.start, span.end)


if __name__ == "__main__":
    sys.exit(main())

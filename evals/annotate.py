"""How well the words of single documents are read: names and dates against gold and silver data.

Needs the shared data beside the project. CrossNER and TimeBank are gold; what CoreNLP made of PolNeAR is silver, right about nine
times in ten on names; of GUM only the names that are linked to Wikipedia are marked as such, so it gives a recall and no precision.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time
from typing import Any

from sayso.annotate import annotate
from sayso.documents import Basis, Block, Document, Profile, Published, Role
from sayso.findings import Annotation, NameType
from sayso.spans import Span

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
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
TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
SMALL = ("of", "the", "and", "for", "de", "van", "von")
PRONOUNS = frozenset(("i", "he", "she", "it", "they", "we", "you", "his", "her", "my", "your", "their", "its", "our"))
ARTICLE = re.compile(r"(?:the|a|an)\s", re.IGNORECASE)


@dataclass(slots=True)
class Score:
    """Counts of what was right, what was found, and what there was to find."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __str__(self) -> str:
        p, r = self.right / max(1, self.found), self.right / max(1, self.gold)
        f1 = 2 * p * r / max(1e-9, p + r)
        return f"P {p:.3f}  R {r:.3f}  F1 {f1:.3f}  ({self.right} right, {self.found} found, {self.gold} gold)"


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
        data / "times" / "timebank",
        data / "times" / "aquaint",
    ]
    if missing := [str(path) for path in needed if not path.exists()]:
        print(f"not there: {', '.join(missing)}: nothing measured", file=sys.stderr)
        return 2
    crossner(needed[0])
    gum(needed[1])
    polnear(needed[2], needed[3])
    times([*sorted(needed[4].glob("*.tml")), *sorted(needed[5].glob("*.tml"))])
    return 0


def crossner(path: Path) -> None:
    scores = Scores()
    for record in _records(path):
        gold = [(Span(start, end), CROSSNER[kind]) for start, end, kind in record["names"] if kind in CROSSNER]
        other = [Span(start, end) for start, end, kind in record["names"] if kind not in CROSSNER]
        found = [n for n in _named(_read(record["text"])) if not any(n[0] == span for span in other)]
        scores.add(found, gold)
    scores.show("CrossNER politics, gold")


def gum(path: Path) -> None:
    scores = Scores()
    for record in _records(path):
        text = record["text"]
        linked = [(Span(s, e), row[1]) for s, e, row in record["entities"] if len(row) > 7 and row[1] in TYPES]
        gold = {(_without_article(text, span), kind) for span, kind in linked if text[span.start : span.end][:1].isalnum()}
        names = {key for key in gold if _is_name(key[0].of(text))}
        found = {(_without_article(text, span), kind) for span, kind in _named(_read(text))}
        scores.add(found & names, names)
    for kind, score in scores.by.items():
        print(f"{'GUM, linked names, gold':28} {kind:13} R {score.right / max(1, score.gold):.3f}  ({score.right} of {score.gold})")


def polnear(path: Path, silver: Path) -> None:
    texts = {record["name"]: record for record in _records(path)}
    names, seconds, words = Scores(), 0.0, 0
    for record in _records(silver):
        text = texts[record["name"]]["text"]
        started = process_time()
        annotation = _read(text)
        seconds, words = seconds + process_time() - started, words + len(text.split())
        names.add(_named(annotation), [(Span(s, e), CORENLP[kind]) for s, e, kind, _ in record["names"] if kind in CORENLP])
    names.show("PolNeAR by CoreNLP, silver")
    print(f"{700_000 * seconds / words:.1f} ms for 700 words")


def times(paths: Sequence[Path]) -> None:
    score, wrong_value = Score(), 0
    for path in paths:
        text, published, dates = _timeml(path.read_text("utf8"))
        moments = _read(text, published).moments
        gold = [(span, value) for span, value in dates if value]
        idle = [span for span, value in dates if not value]
        found = [m for m in moments if not any(m.span.overlaps(span) for span in idle)]
        right = [m for m in found if any(m.span.overlaps(span) and m.date == value for span, value in gold)]
        wrong_value += sum(any(m.span.overlaps(span) for span, _ in gold) for m in found if m not in right)
        score.right, score.found, score.gold = score.right + len(right), score.found + len(found), score.gold + len(gold)
    print(f"{'TimeBank and AQUAINT, gold':28} {'date values':13} {score}, {wrong_value} with another value")


def _timeml(source: str) -> tuple[str, str | None, list[tuple[Span, str | None]]]:
    """The text of a TimeML file, its date, and its dates and times of day: the value as EDTF, None where no moment is meant."""
    published = re.search(r'<DCT>.*?value="(\d{4}-?\d\d-?\d\d)', source, re.DOTALL)
    day = published[1].replace("-", "") if published else ""
    body = source[source.index("<TEXT>") + 6 : source.index("</TEXT>")]
    text, dates, start, place, opened = "", [], 0, 0, ""
    for tag in TAG.finditer(body):
        text += html.unescape(body[place : tag.start()])
        place = tag.end()
        if tag[2] == "TIMEX3":
            if tag[1]:
                dates.append((Span(start, len(text)), _edtf(opened)))
            else:
                start, opened = len(text), tag[3]
    text += html.unescape(body[place:])
    return text, f"{day[:4]}-{day[4:6]}-{day[6:]}" if day else None, [(s, v) for s, v in dates if s]


def _edtf(attributes: str) -> str | None:
    given = dict(ATTRIBUTE.findall(attributes))
    value = re.sub(r"T.*", "", given.get("value", ""))
    if given.get("type") not in ("DATE", "TIME") or not re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", value):
        return None
    return value


def _read(text: str, published: str | None = None) -> Annotation:
    parts = re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)
    blocks = tuple(Block(Span(m.start(), m.end()).trimmed(text), Role.BODY) for m in parts)
    dated = Published(published, Basis.STATED if published else Basis.UNKNOWN)
    return annotate(Document("d-eval", "", "", text), Profile("d-eval", None, None, None, (), dated, "en", blocks))


def _named(annotation: Annotation) -> list[tuple[Span, str]]:
    return [(n.span, str(n.type)) for n in annotation.names if n.type is not NameType.OTHER]


def _is_name(words: str) -> bool:
    """Whether linked words are a name: GUM links what "she" and "his town" mean too."""
    return words.lower() not in PRONOUNS and all(word[0].isupper() or word in SMALL for word in words.split())


def _without_article(text: str, span: Span) -> Span:
    article = ARTICLE.match(text, span.start, span.end)
    return Span(article.end() if article else span.start, span.end)


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf8") as file:
        yield from map(json.loads, file)


if __name__ == "__main__":
    sys.exit(main())

"""How well sentences are cut: exact spans, and ends alone, on GUM's gold and on what CoreNLP made of PolNeAR (silver).

GUM has a sentence a line, headings and list items too; here its lines flow on as one paragraph, so that nothing but the words and
stops tells where one ends. That is harder than any page, whose headings are blocks of their own. Every tenth document is reported
apart: its texts were not read while the rules were made, though its figures were seen. Needs the shared data beside the project.

Measured in the same way (F1 of spans on GUM open / GUM held back / PolNeAR): ours 0.880 / 0.844 / 0.913; blingfire 0.1.8 0.847 /
0.819 / 0.899; syntok 1.4.4 0.849 / 0.810 / 0.896; nupunkt 0.8.0 0.842 / 0.807 / 0.903; sentencex 1.0.32 0.836 / 0.724 / 0.831;
pysbd 0.3.4 0.768 / 0.670 / 0.809. So no library took the place of our own.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sayso.annotate.sentences import sentences
from sayso.documents import Block, Role
from sayso.spans import Span

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
EVERY = 10
"""Each tenth document of GUM is held back."""

Split = Callable[[str, Sequence[Span]], Iterable[Span]]


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the figures. Returns 2 when the shared data is not there."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, default=DATA)
    data = asked.parse_args(argv).data
    gum, polnear = data / "names" / "gum.jsonl.gz", data / "polnear" / "dev.jsonl.gz"
    silver = data / "polnear" / "dev.corenlp.jsonl.gz"
    if missing := [str(path) for path in (gum, polnear, silver) if not path.exists()]:
        print(f"not there: {', '.join(missing)}: nothing measured", file=sys.stderr)
        return 2
    report("GUM, gold", [r for n, r in enumerate(flowing(gum)) if n % EVERY])
    report("GUM held back, gold", [r for n, r in enumerate(flowing(gum)) if n % EVERY == 0])
    report("PolNeAR by CoreNLP, silver", list(in_paragraphs(polnear, silver)))
    return 0


Marked = tuple[str, list[Span], list[Span]]
"""A text, its paragraphs, and the sentences that it was cut into by others."""


def flowing(path: Path) -> Iterator[Marked]:
    for record in _records(path):
        text = record["text"].replace("\n", " ")
        yield text, [Span(0, len(text)).trimmed(text)], [Span(*given).trimmed(text) for given in record["sentences"]]


def in_paragraphs(path: Path, silver: Path) -> Iterator[Marked]:
    texts = {record["name"]: record["text"] for record in _records(path)}
    for record in _records(silver):
        text = texts[record["name"]]
        parts = [Span(m.start(), m.end()).trimmed(text) for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)]
        yield text, parts, [Span(*given).trimmed(text) for given in record["sentences"]]


def ours(text: str, parts: Sequence[Span]) -> Iterator[Span]:
    yield from (s.span for s in sentences(text, [Block(part, Role.BODY) for part in parts]))


def report(title: str, marked: Sequence[Marked], split: Split = ours) -> None:
    spans, ends = [0, 0, 0], [0, 0, 0]
    for text, parts, gold in marked:
        found = set(split(text, parts))
        _count(spans, found, set(gold))
        _count(ends, {span.end for span in found}, {span.end for span in gold})
    print(f"{title:28} spans {_shown(*spans)}  ends {_shown(*ends)}")


def _count(counts: list[int], found: set[Any], gold: set[Any]) -> None:
    counts[0] += len(found & gold)
    counts[1] += len(found)
    counts[2] += len(gold)


def _shown(right: int, found: int, gold: int) -> str:
    return f"P {right / max(1, found):.3f}  R {right / max(1, gold):.3f}  F1 {2 * right / max(1, found + gold):.3f}"


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf8") as file:
        yield from map(json.loads, file)


if __name__ == "__main__":
    sys.exit(main())

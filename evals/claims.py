"""How well differences are found that were planted in real articles: precision, recall and F1 for each kind.

Needs the shared data beside the project. An article and its republication, with up to five edits,
are read as a case of two documents.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.documents import Document, Offer
from sayso.engines.local import LocalEngine
from sayso.findings import Difference, Side
from sayso.order import stages
from sayso.read import offers
from sayso.stages import Found, Stage, run

SHARED = Path(__file__).resolve().parents[2] / "shared"
PLANT = SHARED / "evals" / "plant.py"
ARTICLES = SHARED / "data" / "articles" / "part-2.jsonl.gz"


def main(argv: Sequence[str] | None = None) -> int:
    """Plants, reads, scores; prints the scorer's table. Returns 2 when the shared data is not there."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pairs", type=int, default=40)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--articles", type=Path, default=ARTICLES)
    asked.add_argument("--keep", type=Path, help="a folder to keep the pairs and what was found in")
    given = asked.parse_args(argv)
    if not PLANT.exists() or not given.articles.exists():
        print(f"{PLANT.parent} or {given.articles} is not there: nothing measured", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        _plant("make", given.articles, folder, "--pairs", given.pairs, "--seed", given.seed)
        found = folder / "found.jsonl"
        order = stages()
        with found.open("w", encoding="utf8") as file:
            for pair in sorted((folder / "pairs").iterdir()):
                for line in _differences(pair, order):
                    print(json.dumps(line, ensure_ascii=False), file=file)
        _plant("score", folder / "gold.jsonl", found)
    return 0


def _differences(pair: Path, order: Sequence[Stage]) -> Iterator[dict[str, object]]:
    """What is reported for one pair: kind and the span on either side."""
    paths = [pair / "a.jsonl", pair / "b.jsonl"]
    found = run(order, Found({Offer: offers(paths, None)}), LocalEngine(), lambda _stage, _outcome: None)
    first, second = (_document(found, f"{pair.name}-{which}") for which in "ab")
    for difference in found[Difference]:
        spans = {which: _span(difference.sides, document) for which, document in (("a", first), ("b", second))}
        yield {"pair": pair.name, "kind": difference.kind.value, **{which: span for which, span in spans.items() if span}}


def _document(found: Found, key: str) -> str | None:
    return next((d.id for d in found[Document] if d.key == key), None)


def _span(sides: Sequence[Side], document: str | None) -> list[int] | None:
    return next(([s.span.start, s.span.end] for s in sides if s.document == document), None)


def _plant(*words: object) -> None:
    subprocess.run([sys.executable, str(PLANT), *map(str, words)], check=True)


if __name__ == "__main__":
    sys.exit(main())

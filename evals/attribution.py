"""How well attributions are found: the official scorer's figures on the development part of PolNeAR, first of the baseline by
patterns (`evals.patterns`), then of what Sayso finds.

Needs the shared data beside the project. Every record is read, annotated and attributed as in a run.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import Any

from evals.measure import RECOGNISE
from evals.patterns import recognise_by_patterns
from sayso.annotate import annotated
from sayso.attribute import attributions
from sayso.attribute.attributions import Recogniser
from sayso.attribute.sayings import recognise
from sayso.clean.stage import profile
from sayso.documents import Declared, Document
from sayso.findings import Attribution
from sayso.identity import identify

SHARED = Path(__file__).resolve().parents[2] / "shared"
SCORER = SHARED / "evals" / "score_attribution.py"
GOLD = SHARED / "data" / "polnear" / "dev.jsonl.gz"


def main(argv: Sequence[str] | None = None) -> int:
    """Attributes and scores, twice; prints the scorer's figures. Returns 2 when the shared data is not there."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--gold", type=Path, default=GOLD)
    asked.add_argument("--keep", type=Path, help="a file to keep what Sayso finds in")
    given = asked.parse_args(argv)
    if not SCORER.exists() or not given.gold.exists():
        print(f"{SCORER} or {given.gold} is not there: nothing measured", file=sys.stderr)
        return 2
    records = list(_records(given.gold))
    with tempfile.TemporaryDirectory() as scratch:
        by_patterns, by_model = Path(scratch) / "patterns.jsonl", given.keep or Path(scratch) / "found.jsonl"
        worst = _measured("patterns (the baseline)", records, recognise_by_patterns, given.gold, by_patterns)
        return max(worst, _measured("Sayso", records, recognise, given.gold, by_model))


def _measured(name: str, records: Sequence[dict[str, Any]], recogniser: Recogniser, gold: Path, kept: Path) -> int:
    """Writes what is found in the records to a file, and prints the scorer's figures for it."""
    seconds = 0.0
    with kept.open("w", encoding="utf8") as file:
        for record in records:
            said, took = _attributed(record, recogniser)
            seconds += took
            print(json.dumps({"name": record["name"], "attributions": said}), file=file)
    print(f"-- {name}", flush=True)
    print(f"{1000 * seconds / max(1, len(records)):.1f} ms a document for attribute alone, on one core", file=sys.stderr)
    return subprocess.run([sys.executable, str(SCORER), str(gold), str(kept)], check=False).returncode


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf8") as file:
        yield from map(json.loads, file)


def _attributed(record: dict[str, Any], recogniser: Recogniser) -> tuple[list[dict[str, list[list[int]]]], float]:
    """The attributions of a record in the scorer's form, and the seconds that finding them took."""
    authors = (record["author"],) if record.get("author") else ()
    declared = Declared(record.get("title"), authors, record.get("publisher"), None, record.get("date"), "en")
    document = Document(identify("d", record["name"], record["text"]), record["name"], record["name"], record["text"], declared)
    cleaned = profile(document)
    found = annotated(document, cleaned, RECOGNISE)
    start = process_time()
    said = attributions(document, cleaned, found, recogniser)
    return [_spans(a) for a in said], process_time() - start


def _spans(attribution: Attribution) -> dict[str, list[list[int]]]:
    roles = {"source": attribution.source, "cue": attribution.cue, "content": attribution.content}
    return {role: [[span.start, span.end] for span in spans] for role, spans in roles.items()}


if __name__ == "__main__":
    raise SystemExit(main())

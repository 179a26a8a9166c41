"""How well reports are grouped by event, against groups that editors made: B-cubed precision, recall and F1.

Needs the shared data beside the project. Articles are read and grouped by the program as it runs, without what comes after stories.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from sayso.documents import Document, Offer
from sayso.engines.local import LocalEngine
from sayso.findings import Story
from sayso.order import stages
from sayso.read import offers
from sayso.stages import Found, run

STORIES = Path(__file__).resolve().parents[2] / "shared" / "data" / "stories"
COLLECTIONS = ("basil", "allsides")


def main(argv: Sequence[str] | None = None) -> int:
    """Prints one line for each collection. Returns 2 when the shared data is not there."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--articles", type=int, default=300, help="of each collection")
    asked.add_argument("--skip", type=int, default=0, help="articles at the beginning, for a part that nothing was tuned on")
    given = asked.parse_args(argv)
    for collection in COLLECTIONS:
        source = STORIES / f"{collection}.jsonl.gz"
        if not source.exists():
            print(f"{source} is not there: nothing measured", file=sys.stderr)
            return 2
        with gzip.open(source, "rt", encoding="utf8") as lines:
            records = [json.loads(line) for line in islice(lines, given.skip, given.skip + given.articles)]
        if records:
            precision, recall, f1 = b_cubed({str(n): r["story"] for n, r in enumerate(records)}, _grouped(records))
            print(f"{collection:9} {len(records):5} articles  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    return 0


def _grouped(records: Sequence[Mapping[str, object]]) -> list[set[str]]:
    """The stories that the program makes, as sets of the records' numbers."""
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "articles.jsonl"
        with file.open("w", encoding="utf8") as out:
            for number, record in enumerate(records):
                kept = {key: value for key, value in record.items() if key != "story"} | {"id": str(number)}
                print(json.dumps(kept, ensure_ascii=False), file=out)
        order = stages()
        upto = next(at for at, stage in enumerate(order, 1) if stage.name == "stories")
        found = run(order[:upto], Found({Offer: offers([file], None)}), LocalEngine(), lambda _stage, _outcome: None)
    keys = {document.id: document.key for document in found[Document]}
    return [{keys[document] for document in story.documents} for story in found[Story]]


def b_cubed(gold: Mapping[str, str], groups: Sequence[set[str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 (Bagga and Baldwin 1998) over all that is in `gold`; what is in no group counts as alone."""
    together: dict[str, set[str]] = defaultdict(set)
    for key, story in gold.items():
        together[story].add(key)
    group_of = {key: group for group in groups for key in group}
    precision = recall = 0.0
    for key, story in gold.items():
        group = group_of.get(key, {key})
        right = len(group & together[story])
        precision += right / len(group)
        recall += right / len(together[story])
    precision, recall = precision / len(gold), recall / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


if __name__ == "__main__":
    sys.exit(main())

"""What alignment makes of pairs of sentences that two outlets wrote on one story: a check from outside, without a goal.

Needs ClaimDiff (Ko et al. 2023) beside the project. Its pairs say whether the one sentence weakens or strengthens
the other; most of them, with a label or without, are about two propositions (by the encoder, one in eight is alike at a cosine of
0.6 or more). Each sentence is read as a report of its own.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from evals.measure import DATA, records
from sayso.documents import Document, Offer
from sayso.engines.local import LocalEngine
from sayso.findings import Claim, Difference, Story
from sayso.order import stages
from sayso.read import offers
from sayso.stages import Found, run

CLAIMS = DATA / "claims"
LABELS = {"weakening": "claimdiff-weak-train.jsonl.gz", "strengthening": "claimdiff-strength-train.jsonl.gz"}
NEITHER = "neither"


def main(argv: Sequence[str] | None = None) -> int:
    """Prints, for each label, how many pairs are aligned and how many get a difference. Returns 2 when the data is not there."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pairs", type=int, help="only so many of the pairs")
    given = asked.parse_args(argv)
    if not all((CLAIMS / name).exists() for name in LABELS.values()):
        print(f"{CLAIMS} is not there: nothing measured", file=sys.stderr)
        return 2
    pairs, labels = _pairs(given.pairs)
    found = _collated(pairs)
    for label in (*LABELS, NEITHER):
        _show(label, [key for key in pairs if label in labels[key]], found)
    return 0


def _pairs(most: int | None) -> tuple[dict[str, Mapping[str, Any]], dict[str, set[str]]]:
    """The pairs by their ids, and the labels that each has."""
    pairs: dict[str, Mapping[str, Any]] = {}
    labels: dict[str, set[str]] = {}
    for label, name in LABELS.items():
        for row in records(CLAIMS / name):
            pairs[row["pair_id"]] = row
            labels.setdefault(row["pair_id"], set()).update([label] if row["relation"] else [])
    chosen = dict(list(pairs.items())[:most])
    return chosen, {key: labels[key] or {NEITHER} for key in chosen}


def _collated(pairs: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[bool, Counter[str]]]:
    """For each pair whether a claim holds both sentences, and the kinds of difference between them."""
    order = stages()
    at = {stage.name: place for place, stage in enumerate(order)}
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "pairs.jsonl"
        file.write_text("".join(json.dumps(report) + "\n" for key, row in pairs.items() for report in _reports(key, row)), "utf8")
        found = run(order[: at["stories"]], Found({Offer: offers([file], None)}), LocalEngine(), lambda *_: None)
    key_of = {d.id: d.key[:-2] for d in found[Document]}
    stories: dict[str, list[str]] = {}
    for document, key in key_of.items():
        stories.setdefault(key, []).append(document)
    made = tuple(Story(f"s-{key}", key, tuple(documents)) for key, documents in stories.items())
    values = order[at["collate"]].run(found.plus({Story: made}), LocalEngine().bench("collate")).values
    return _by_pair(Found(values), key_of, pairs)


def _reports(key: str, row: Mapping[str, Any]) -> Iterable[dict[str, object]]:
    for which in "ab":
        said = {"id": f"{key}-{which}", "outlet": f"Outlet {which}", "title": row[f"article_{which}"], "date": row["date"]}
        yield said | {"text": row[f"claim_{which}"]}


def _by_pair(found: Found, key_of: Mapping[str, str], pairs: Iterable[str]) -> dict[str, tuple[bool, Counter[str]]]:
    aligned = {key_of[claim.accounts[0].document] for claim in found[Claim] if len({a.document for a in claim.accounts}) > 1}
    kinds: dict[str, Counter[str]] = {}
    for difference in found[Difference]:
        kinds.setdefault(key_of[difference.sides[0].document], Counter())[difference.kind.value] += 1
    return {key: (key in aligned, kinds.get(key, Counter())) for key in pairs}


def _show(label: str, keys: Sequence[str], found: Mapping[str, tuple[bool, Counter[str]]]) -> None:
    aligned = sum(found[key][0] for key in keys)
    parted = sum(bool(found[key][1]) for key in keys)
    kinds = sum((found[key][1] for key in keys), Counter())
    told = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
    print(f"{label:14} {len(keys)} pairs: aligned {aligned / max(1, len(keys)):.1%}, with a difference {parted} ({told or 'none'})")


if __name__ == "__main__":
    sys.exit(main())

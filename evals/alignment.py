"""Whether two accounts are held to give one proposition where a person who read them says so: pairs near the threshold, by half.

Needs the shared data beside the project. The pairs of `marks/aligned.jsonl` are found again in the cases and in stories of BASIL,
which go through the program up to collate; each stands for as many pairs as it was drawn from. Where a report is now cut otherwise,
so that no account covers what was read, the pair is left out and counted.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.marked import line_hash
from evals.measure import DATA, records
from sayso.annotate.language import Encoder
from sayso.collate.accounts import told
from sayso.collate.alignment import links, vectors
from sayso.collate.parties import joined
from sayso.collate.shared import in_one_passage
from sayso.collate.told import Told
from sayso.config import CollateSettings
from sayso.documents import Document, Offer
from sayso.engines.local import LocalEngine
from sayso.findings import Passage, Story
from sayso.order import stages
from sayso.read import offers
from sayso.spans import Span
from sayso.stages import Encode, Found, Stage, run

MARKS = Path(__file__).parent / "marks" / "aligned.jsonl"
CASES = DATA.parent / "cases"
BASIL = DATA / "stories" / "basil.jsonl.gz"
HALVES = ("develop", "check")
ONE = ("same", "part", "contradicting")
"""What makes two accounts belong to one claim: a part of what the other says, or the contrary, is about the same proposition."""
SAME_PLACE = 0.7
"""The part that an account and the words read must have in common of both together."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A pair as it was read: what it was found to be, how many pairs it stands for, and either side's document, span and hash."""

    half: str
    verdict: str
    stands_for: float
    a: tuple[str, Span, str]
    b: tuple[str, Span, str]

    @property
    def story(self) -> str:
        return self.a[0].rpartition("/")[0]


def main(argv: Sequence[str] | None = None) -> int:
    """Prints precision and recall at the threshold for each half. Returns 2 when the shared data is not there."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--at", type=float, default=CollateSettings().align_at, help="the threshold")
    given = asked.parse_args(argv)
    if not BASIL.exists() or not CASES.is_dir():
        print(f"{BASIL} or {CASES} is not there: nothing measured", file=sys.stderr)
        return 2
    scores = _scores(marked())
    for half in HALVES:
        read = [(mark, score) for mark, score in scores if mark.half == half and mark.verdict != "open"]
        _show(half, [(mark, score) for mark, score in read if score is not None], given.at, len(read))
    return 0


def marked() -> list[Marked]:
    """All pairs that were read."""
    rows = [json.loads(row) for row in MARKS.read_text("utf8").splitlines()]
    return [Marked(r["half"], r["told"], r["stands_for"], _side(r["a"]), _side(r["b"])) for r in rows]


def _side(row: Sequence[Any]) -> tuple[str, Span, str]:
    return str(row[0]), Span(row[1], row[2]), str(row[3])


def _show(half: str, read: Sequence[tuple[Marked, float]], at: float, all_: int) -> None:
    right = sum(m.stands_for for m, score in read if score >= at and m.verdict in ONE)
    found = sum(m.stands_for for m, score in read if score >= at)
    gold = sum(m.stands_for for m, _ in read if m.verdict in ONE)
    print(f"{half:8} P {right / max(1e-9, found):.3f}  R {right / max(1e-9, gold):.3f}  at {at}, ", end="")
    print(f"{len(read)} pairs that stand for {sum(m.stands_for for m, _ in read):.0f}, {all_ - len(read)} not found again")


def _scores(marks: Sequence[Marked]) -> list[tuple[Marked, float | None]]:
    """Each pair with its score now: 0 where the two are not even compared, None where no account covers what was read."""
    of: dict[str, list[Marked]] = defaultdict(list)
    for mark in marks:
        of[mark.story].append(mark)
    order, encode = stages(), Encoder()
    upto = next(at for at, stage in enumerate(order) if stage.name == "collate")
    out: list[tuple[Marked, float | None]] = []
    with tempfile.TemporaryDirectory() as scratch:
        for story, ours in sorted(of.items()):
            found = run(order[:upto], Found({Offer: offers(_files(story, Path(scratch)), None)}), LocalEngine(), _keep)
            documents = {f"{story}/{d.key}": d.id for d in found[Document]}
            accounts, scores = _compared(found, encode)
            out.extend((mark, _score(mark, accounts, scores, documents)) for mark in ours)
    return out


def _compared(found: Found, encode: Encode) -> tuple[list[Told], dict[tuple[int, int], float]]:
    """All accounts, taken as one story, and the scores of those that are compared, by their places."""
    readings = found.readings()
    parties = joined(readings, found[Story])
    accounts = [account for reading in readings for account in told(reading, parties)]
    shared = in_one_passage(accounts, found[Passage])
    compared = links(accounts, vectors(accounts, encode), shared, CollateSettings())
    return accounts, {(link.a, link.b): link.score for link in compared}


def _keep(_stage: Stage, _outcome: object) -> None:
    """Nothing is kept."""


def _files(story: str, scratch: Path) -> list[Path]:
    kind, _, name = story.partition("/")
    if kind != "basil":
        return [CASES / kind] if (CASES / kind).is_dir() else [CASES / f"{kind}.jsonl"]
    file = scratch / f"{name}.jsonl"
    rows = [row for row in records(BASIL) if row["story"] == name]
    lines = (json.dumps(row | {"id": str(number)}) for number, row in enumerate(rows, 1))
    file.write_text("\n".join(lines) + "\n", "utf8")
    return [file]


def _score(
    mark: Marked, accounts: Sequence[Told], scores: Mapping[tuple[int, int], float], documents: Mapping[str, str]
) -> float | None:
    ours, theirs = (list(_covering(accounts, documents.get(key), span, hash_)) for key, span, hash_ in (mark.a, mark.b))
    if not ours or not theirs:
        return None
    return max(scores.get((min(i, j), max(i, j)), 0.0) for i in ours for j in theirs)


def _covering(accounts: Sequence[Told], document: str | None, span: Span, hash_: str) -> Iterator[int]:
    """The places of the accounts that are nearly the words read, where the document still has these."""
    for i, account in enumerate(accounts):
        if account.document == document and (common := account.span.common(span)) is not None:
            whole = len(account.span) + len(span) - len(common)
            if len(common) >= SAME_PLACE * whole and line_hash(span.of(account.reading.text)) == hash_:
                yield i


if __name__ == "__main__":
    sys.exit(main())

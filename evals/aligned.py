"""The differences and the aligned claims that a reader is shown first, with the sources' sentences, to be read and judged.

Takes files as `sayso run` takes them, by default the cases skripal and douma and 20 stories of BASIL from the shared data beside
the project. Counts nothing by itself: a person reads what is printed, in the product's own order, and says how many are wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from evals.measure import DATA, records
from sayso.collate.ranking import claim_rank, difference_rank, ranked
from sayso.documents import Document, Offer
from sayso.engines.local import LocalEngine
from sayso.findings import Account, Annotation, Attribution, Claim, Difference, Story
from sayso.order import stages
from sayso.read import offers
from sayso.spans import Span
from sayso.stages import Found, run

CASES = DATA.parent / "cases"
BASIL = DATA / "stories" / "basil.jsonl.gz"
STORIES = 20


def main(argv: Sequence[str] | None = None) -> int:
    """Prints both lists. Returns 2 where no file is given and the shared data is not there."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("files", nargs="*", type=Path)
    asked.add_argument("--first", type=int, default=200, help="how many of each are printed")
    given = asked.parse_args(argv)
    if not given.files and not BASIL.exists():
        print(f"{BASIL} is not there: nothing to read", file=sys.stderr)
        return 2
    order = stages()
    with tempfile.TemporaryDirectory() as scratch:
        piles = [given.files] if given.files else [[file] for file in _shared(Path(scratch))]
        shown = Shown([run(order, Found({Offer: offers(pile, None)}), LocalEngine(), lambda *_: None) for pile in piles])
    shown.differences(given.first)
    shown.claims(given.first)
    return 0


def _shared(scratch: Path) -> Iterator[Path]:
    """The two cases, and a file for each of BASIL's first stories by name."""
    yield from (CASES / "skripal.jsonl", CASES / "douma.jsonl")
    told: dict[str, list[str]] = {}
    for row in records(BASIL):
        reports = told.setdefault(row["story"], [])
        reports.append(json.dumps(row | {"id": f"{row['story'][:8]}/{len(reports) + 1}"}))
    for story in sorted(told)[:STORIES]:
        file = scratch / f"{story}.jsonl"
        file.write_text("\n".join(told[story]) + "\n", "utf8")
        yield file


class Shown:
    """What was found in one or more cases, as it is printed."""

    def __init__(self, cases: Iterable[Found]) -> None:
        cases = list(cases)
        self._documents = {d.id: d for found in cases for d in found[Document]}
        self._sentences = {a.document: [s.span for s in a.sentences] for found in cases for a in found[Annotation]}
        self._said = {a.id: a for found in cases for a in found[Attribution]}
        self._claims = {c.id: c for found in cases for c in found[Claim]}
        self._found = [d for found in cases for d in found[Difference]]
        self._stories = {s.id: s.label for found in cases for s in found[Story]}

    def differences(self, first: int) -> None:
        """The first differences, each with the sentence of every side."""
        order = sorted(self._found, key=lambda d: difference_rank(d, self._claims[d.claim]))
        print(f"== the first {min(first, len(order))} of {len(order)} differences")
        for number, found in enumerate(order[:first], 1):
            print(f"\n{number}. {found.kind.value}, {found.verdict.value}: {'; '.join(found.because)}")
            for side in found.sides:
                print(f"   {self._documents[side.document].key} {side.value!r}: {self._sentence(side.document, side.span)}")

    def claims(self, first: int) -> None:
        """The first claims that more than one document gives, each with all its accounts."""
        order = ranked(c for c in self._claims.values() if len({a.document for a in c.accounts}) > 1)
        print(f"\n== the first {min(first, len(order))} of {len(order)} claims that several documents give")
        for number, claim in enumerate(order[:first], 1):
            print(f"\n{number}. {claim.text}   ({self._stories.get(claim.story, '')[:60]}; rank {claim_rank(claim)})")
            for account in claim.accounts:
                print(f"   {self._account(account)}")

    def _account(self, account: Account) -> str:
        document = self._documents[account.document]
        attribution: Attribution | None = self._said.get(account.attribution or "")
        who = " ; ".join(_plain(span, document.text) for span in attribution.source) if attribution else "own voice"
        said, sentence = _plain(account.span, document.text), self._sentence(account.document, account.span)
        within = "" if len(said) > 0.8 * len(sentence) else f"  « {sentence} »"
        return f"{document.key} [{account.stance.value}, {who or 'nobody named'}] {said}{within}"

    def _sentence(self, document: str, span: Span) -> str:
        around = (s for s in self._sentences[document] if s.overlaps(span))
        return _plain(next(around, span), self._documents[document].text)


def _plain(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())


if __name__ == "__main__":
    sys.exit(main())

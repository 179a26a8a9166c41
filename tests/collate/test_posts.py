"""Posts in two reports, read as a case."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.documents import Document, Offer
from sayso.engines.local import LocalEngine
from sayso.findings import Difference, DifferenceKind
from sayso.order import stages
from sayso.read import offers
from sayso.stages import Found, run

REPORT = """Ferry to Tern Island late for the third day

Passengers on the quay of Tern Island waited for the morning ferry for more than two hours, and many of them went home.

“The ferry to the island has been late on every day of this week.” — Mira Holt (@miraholt) {day}

The operator of the ferry said in a statement that a pump had failed and that new parts were on their way.
"""


@pytest.mark.parametrize(("day", "differs"), [("March 6, 2031", True), ("March 4, 2031", False)])
def test_one_post_dated_otherwise_is_a_difference(tmp_path: Path, day: str, differs: bool) -> None:
    file = tmp_path / "two.jsonl"
    records = [
        {"id": key, "outlet": outlet, "date": "2031-03-07", "text": REPORT.format(day=on)}
        for key, outlet, on in (("a", "The Quay Packet", "March 4, 2031"), ("b", "The Tern Courier", day))
    ]
    file.write_text("\n".join(map(json.dumps, records)), "utf8")
    found = run(stages(), Found({Offer: offers([file], None)}), LocalEngine(), lambda *_: None)
    texts = {d.id: d.text for d in found[Document]}
    dated = [d for d in found[Difference] if d.kind is DifferenceKind.DATE]
    shown = [{side.span.of(texts[side.document]) for side in d.sides} for d in dated]
    assert shown == ([{"March 4, 2031", "March 6, 2031"}] if differs else [])

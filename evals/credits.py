"""Whose copy a report carries, against PolNeAR's `wire` and `credit` fields (train and dev).

Needs the shared data beside the project. `wire` names the agency whose copy an article is; it is looked for where a report says so
of itself: in its dateline, its byline, its credit lines. `credit` is the line "h/t: …" as the page gave it at its end, which the
texts leave out: it is measured with that line put back. The text alone hardly tells: two of the 53 name the outlet as their source.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from evals.measure import DATA, Score, records
from sayso.clean.stage import Clean
from sayso.documents import Declared, Document, Profile, Role
from sayso.engines.local import LocalEngine
from sayso.outlets import OutletKind, name_key, named
from sayso.stages import Found

POLNEAR = DATA / "polnear"
PARTS = ("train", "dev")
PUBLISHERS = {
    "huff-post": "HuffPost",
    "nyt": "The New York Times",
    "politico": "Politico",
    "usa-today": "USA Today",
    "wash-post": "The Washington Post",
    "west-journal": "Western Journalism",
    "breitbart": "Breitbart",
}
NOBODY = ("", "na", "none")
OWN = (Role.DATELINE, Role.BYLINE, Role.CREDIT, Role.CHROME)
"""Where a report says of itself whose copy it is; in the body it says whose reporting it relays."""
Told = tuple[Document, Profile]


def main(argv: Sequence[str] | None = None) -> int:
    """Prints one line for each question. Returns 2 when the shared data is not there."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--each", action="store_true", help="print what was told otherwise")
    given = asked.parse_args(argv)
    for part in PARTS:
        if not (source := POLNEAR / f"{part}.jsonl.gz").exists():
            print(f"{source} is not there: nothing measured", file=sys.stderr)
            return 2
        rows = list(records(source))
        alone = _cleaned(_document(row) for row in rows)
        signed = _cleaned(_document(row, line=row["credit"] if _said(row["credit"]) else "") for row in rows)
        wires = [_said(row["wire"]) for row in rows]
        thanked = [_said(row["credit"].partition(":")[2]) for row in rows]
        print(f"{part}: {len(rows)} articles, {sum(map(bool, wires))} a wire's copy, {sum(map(bool, thanked))} with a credit")
        for name, gold, told, asked_of in (
            ("is a wire's copy", [bool(wire) for wire in wires], alone, lambda t: {bool(_wires(t))} - {False}),
            ("whose copy", wires, alone, _wires),
            ("credit line", thanked, signed, _credited),
        ):
            print(f"  {name:28} {_score(rows, gold, told, asked_of, given.each)}")
    return 0


def _cleaned(documents: Iterable[Document]) -> list[Told]:
    pile = tuple(documents)
    outcome = Clean().run(Found({Document: pile}), LocalEngine().bench("clean"))
    return [(d, p) for d, p in zip(pile, outcome.values[Profile], strict=True) if isinstance(p, Profile)]


def _document(row: Mapping[str, Any], line: str = "") -> Document:
    """The article as a document, with a line behind it; its byline, which often is the wire's name, is left away."""
    text = row["text"] + (f"\n\n{line}" if line else "")
    return Document(row["name"], row["name"], "", text, Declared(row["title"], (), PUBLISHERS[row["publisher"]], None, row["date"]))


def _said(value: str) -> str | None:
    """What a field names, as the table of outlets has it where it is known there; None for nothing."""
    name = value.strip(" .")
    if name.casefold() in NOBODY:
        return None
    known = named(name)
    return name_key(known.name if known else name)


def _score(
    rows: Sequence[Mapping[str, Any]],
    gold: Sequence[object],
    told: Sequence[Told],
    asked_of: Callable[[Told], set[Any]],
    each: bool,
) -> Score:
    score = Score()
    for row, right, pair in zip(rows, gold, told, strict=True):
        found = asked_of(pair)
        score.add(right in found, len(found), 1 if right else 0)
        if each and found != ({right} if right else set()):
            print(f"    {row['name']}: {sorted(map(str, found))} for {right}")
    return score


def _wires(told: Told) -> set[str]:
    _, profile = told
    kinds = {c.name: named(c.name) for c in profile.credits if profile.role_at(c.span.start) in OWN}
    return {name_key(name) for name, outlet in kinds.items() if outlet and outlet.kind is OutletKind.WIRE}


def _credited(told: Told) -> set[str]:
    _, profile = told
    lines = [b.span for b in profile.blocks[-1:] if b.role is Role.CREDIT]
    return {name_key(c.name) for c in profile.credits if c.span in lines}


if __name__ == "__main__":
    sys.exit(main())

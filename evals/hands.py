"""The hands that what is said went through: sentences of our own that a person marked, `hands/*.toml`.

Two halves: read.toml is looked at while rules are changed, of kept.toml only the totals. `--wrong` shows the first half's faults.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from evals.measure import RECOGNISE
from sayso.annotate import annotated
from sayso.attribute import attributions
from sayso.clean.stage import profile
from sayso.documents import Declared, Document
from sayso.findings import Hand, HandRole
from sayso.spans import hull

MARKED = Path(__file__).parent / "hands"
OUTLET = "The Harbour Post"


def main(argv: Sequence[str] | None = None) -> int:
    """Prints for each half, by class, how many chains are wrong."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--wrong", action="store_true", help="show each chain of the first half that is wrong")
    given = asked.parse_args(argv)
    for half in ("read", "kept"):
        wrong: Counter[str] = Counter()
        rows = tomllib.loads((MARKED / f"{half}.toml").read_text("utf8"))["cases"]
        for row in rows:
            found = chain_at(row["text"], row["cue"])
            if not _agree(found, row["hands"]):
                wrong[row["class"]] += 1
                if given.wrong and half == "read":
                    print(f"   {row['text']}\n      {[f'{h.role.value} {h.name}' for h in found]}; marked {row['hands']}")
        every = Counter(row["class"] for row in rows)
        parts = ", ".join(f"{name} {wrong[name]} of {number}" for name, number in every.items() if wrong[name])
        print(f"{half}: chain wrong in {wrong.total()} of {len(rows)}{f' ({parts})' * bool(parts)}")
    return 0


def chain_at(text: str, cue: str) -> tuple[Hand, ...]:
    """The hands of the attribution whose cue shares a word with the last words `cue` of a text, without the outlet."""
    document = Document("d-eval", "", "", text, Declared("", (), OUTLET, None, None, "en"))
    cleaned = profile(document)
    said = attributions(document, cleaned, annotated(document, cleaned, RECOGNISE))
    start = text.rindex(cue)
    found = next((a for a in said if start < hull(a.cue).end and hull(a.cue).start < start + len(cue)), None)
    return tuple(hand for hand in found.chain if hand.role is not HandRole.OUTLET) if found else ()


def _agree(found: Sequence[Hand], marked: Sequence[str]) -> bool:
    """Whether the hands are those marked, in their order; of two names of one hand either may be the longer."""
    pairs = [hand.split(" ", 1) for hand in marked]
    return len(found) == len(pairs) and all(
        hand.role.value == role and (name.lower() in hand.name.lower() or hand.name.lower() in name.lower())
        for hand, (role, name) in zip(found, pairs, strict=True)
    )


if __name__ == "__main__":
    raise SystemExit(main())

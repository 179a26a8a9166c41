"""What cues do, and what the outlet makes of what it reports: sentences of our own that a person marked, `stances/*.toml`.

Two halves: read.toml is looked at while rules are changed, of kept.toml only the totals. `--wrong` shows the first half's faults.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from evals.measure import page, read
from sayso.attribute import attributions
from sayso.findings import Attribution
from sayso.spans import hull

MARKED = Path(__file__).parent / "stances"


def main(argv: Sequence[str] | None = None) -> int:
    """Prints for each half, by class, how many sentences have the wrong stance or the wrong commitment."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--wrong", action="store_true", help="show each sentence of the first half that is read wrong")
    given = asked.parse_args(argv)
    for half in ("read", "kept"):
        tally: Counter[tuple[str, str]] = Counter()
        for row, stance, commitment in _read(half):
            wrong = {"stance wrong": stance != row["stance"], "commitment wrong": commitment != row["commitment"]}
            wrong["not found"] = not stance and bool(row["stance"])
            tally.update((row["class"], what) for what in ("all", *(what for what, is_wrong in wrong.items() if is_wrong)))
            if given.wrong and half == "read" and any(wrong.values()):
                print(f"   {row['text']}\n      {stance}, {commitment}; marked {row['stance']}, {row['commitment']}")
        _show(half, tally)
    return 0


def _read(half: str) -> Iterator[tuple[dict[str, Any], str, str]]:
    """Each marked sentence with the stance and the commitment that are found at its cue, empty where there is no attribution."""
    for row in tomllib.loads((MARKED / f"{half}.toml").read_text("utf8"))["sentences"]:
        found = said_at(row["text"], row["cue"])
        yield row, found.stance.value if found else "", found.commitment.value if found else ""


def said_at(text: str, cue: str) -> Attribution | None:
    """The attribution of a text whose cue shares a word with the words `cue` in it."""
    document, profile = page(text)
    start = text.index(cue)
    said = attributions(document, profile, read(text))
    return next((a for a in said if start < hull(a.cue).end and hull(a.cue).start < start + len(cue)), None)


def _show(half: str, tally: Counter[tuple[str, str]]) -> None:
    classes = dict.fromkeys(name for name, _ in tally)
    everything = sum(tally[name, "all"] for name in classes)
    for what in ("stance wrong", "commitment wrong", "not found"):
        wrong = sum(tally[name, what] for name in classes)
        parts = ", ".join(f"{name} {tally[name, what]} of {tally[name, 'all']}" for name in classes if tally[name, what])
        print(f"{half}: {what} in {wrong} of {everything}{f' ({parts})' * bool(parts)}")


if __name__ == "__main__":
    raise SystemExit(main())

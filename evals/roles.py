"""How well the blocks of real texts get their roles, against marks made by hand, and how much of the body is lost by it.

Needs the shared data beside the project. The marked documents go through clean within a case, among other reports of their
outlets, so that what recurs can be seen; `--alone` leaves those away. A block is right when most of its characters have
its role in the marks.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from evals.marked import ARTICLES, Marked, articles, marked
from evals.measure import records
from sayso.clean import Clean
from sayso.documents import Block, Document, Profile, Role
from sayso.engines.local import LocalEngine
from sayso.spans import Span
from sayso.stages import Found

HALVES = ("develop", "check")
MOST_LOST = 0.005
"""The share of the body's characters that may get another role."""
NEIGHBOURS = 40
"""Other reports of each marked document's outlet that stand in the case with it."""


@dataclass(slots=True)
class Tally:
    """Of each role: characters and blocks that were found, that were marked, and that were both."""

    characters: Counter[tuple[Role, Role]] = field(default_factory=Counter)
    found: Counter[Role] = field(default_factory=Counter)
    found_right: Counter[Role] = field(default_factory=Counter)
    gold: Counter[Role] = field(default_factory=Counter)
    gold_right: Counter[Role] = field(default_factory=Counter)

    def add(self, marks: Marked, profile: Profile) -> None:
        told = _by_character(marks.roles, len(marks.document.text))
        given = _by_character(((b.span, b.role) for b in profile.blocks), len(marks.document.text))
        for place in range(len(told)):
            right, role = told[place], given[place]
            if right and role and not marks.document.text[place].isspace():
                self.characters[right, role] += 1
        for span, role in marks.roles:
            self.gold[role] += 1
            self.gold_right[role] += _most(given, span) is role
        for block in profile.blocks:
            if right := _most(told, block.span):
                self.found[block.role] += 1
                self.found_right[block.role] += right is block.role

    def row(self, role: Role) -> str:
        both = self.characters[role, role]
        found = sum(n for (_, given), n in self.characters.items() if given is role)
        gold = sum(n for (right, _), n in self.characters.items() if right is role)
        blocks = (self.found_right[role], self.found[role]), (self.gold_right[role], self.gold[role])
        return (
            f"  {role:9} blocks P {_share(*blocks[0])}  R {_share(*blocks[1])}"
            f"  ({blocks[0][0]}/{blocks[0][1]} found, {blocks[1][0]}/{blocks[1][1]} marked)"
            f"  characters P {_share(both, found)}  R {_share(both, gold)}"
        )

    @property
    def lost(self) -> float:
        """The share of the body's characters that got another role."""
        body = sum(n for (right, _), n in self.characters.items() if right is Role.BODY)
        return 1 - self.characters[Role.BODY, Role.BODY] / max(1, body)


def main(argv: Sequence[str] | None = None) -> int:
    """Prints a table for each half. Returns 1 when too much of the body was lost, 2 when the shared data is not there."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--half", choices=HALVES, help="only one half of the marked documents")
    asked.add_argument("--alone", action="store_true", help="without other reports of the same outlets")
    asked.add_argument("--each", action="store_true", help="print every block that got another role than it was marked with")
    given = asked.parse_args(argv)
    marks = marked()
    if not marks:
        print(f"{ARTICLES.parent} is not there: nothing measured", file=sys.stderr)
        return 2
    profiles = cleaned([m.document for m in marks], [] if given.alone else _neighbours(marks))
    worst = 0.0
    for half in [given.half] if given.half else HALVES:
        tally = Tally()
        chosen = [m for m in marks if m.half == half]
        for m in chosen:
            tally.add(m, profiles[m.document.id])
            if given.each:
                _print_each(m, profiles[m.document.id])
        print(f"{half}: {len(chosen)} documents, body lost {100 * tally.lost:.2f} %")
        print("\n".join(tally.row(role) for role in Role if tally.gold[role] or tally.found[role]))
        worst = max(worst, tally.lost)
    return int(worst >= MOST_LOST)


def cleaned(documents: Sequence[Document], neighbours: Sequence[Document]) -> dict[str, Profile]:
    """The profiles of documents by their ids, as they are within one case together with their neighbours."""
    outcome = Clean().run(Found({Document: (*documents, *neighbours)}), LocalEngine().bench("clean"))
    return {p.document: p for p in outcome.values[Profile] if isinstance(p, Profile)}


def _neighbours(marks: Sequence[Marked]) -> list[Document]:
    """The first reports of the same outlets among the articles, without the marked ones."""
    own = {m.document.key for m in marks}
    left = Counter({m.document.declared.outlet: NEIGHBOURS for m in marks if m.document.declared.outlet})
    found: list[dict[str, str]] = []
    for part in sorted(ARTICLES.glob("part-*.jsonl.gz")):
        for record in records(part):
            if left[record["outlet"]] > 0 and record["id"] not in own:
                left[record["outlet"]] -= 1
                found.append(record)
    return list(articles(found).values())


def _by_character(roles: Iterable[tuple[Span, Role]], length: int) -> list[Role | None]:
    """The role of each character, None where none is known."""
    given: list[Role | None] = [None] * length
    for span, role in roles:
        given[span.start : span.end] = [role] * len(span)
    return given


def _most(roles: Sequence[Role | None], span: Span) -> Role | None:
    """The role that most characters of the stretch have."""
    return Counter(roles[span.start : span.end]).most_common(1)[0][0]


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "  -  "


def _print_each(marks: Marked, profile: Profile) -> None:
    told = _by_character(marks.roles, len(marks.document.text))
    for block in profile.blocks:
        roles = Counter(role for role in told[block.span.start : block.span.end] if role)
        if any(role is not block.role and n > 3 for role, n in roles.items()):
            line = json.dumps(_ends(block.span.of(marks.document.text)), ensure_ascii=False)
            print(f"  {marks.document.key}: {_said(block)} for {'+'.join(roles)}: {line}")


def _said(block: Block) -> str:
    return f"{block.role} ({'; '.join(block.because)})"


def _ends(words: str) -> str:
    return words if len(words) <= 100 else f"{words[:50]} … {words[-50:]}"


if __name__ == "__main__":
    sys.exit(main())

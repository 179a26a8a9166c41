"""How surely a reworded report is told from a second report of the same event: precision and recall over pairs of documents, and of
the sentences of the pairs found how many are laid beside the right ones.

The reports of `rewording/` are invented: a base, a spun version with the numbers of the base's sentences that each of its own was
made of, and an honest report of the same event by another. Nothing was tuned on the half `check`. With the shared cases beside the
project the case `huang` is shown too; nothing else is read there.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

from evals.measure import Score
from sayso.documents import Document, Offer
from sayso.engines.local import LocalEngine
from sayso.findings import Lineage, Passage, PassageKind
from sayso.order import stages
from sayso.read import offers
from sayso.spans import Span, shared
from sayso.stages import Found, run

EVENTS = Path(__file__).parent / "rewording"
HUANG = Path(__file__).resolve().parents[2] / "shared" / "cases" / "huang"
LINE = re.compile(r"[^\n]+")
HALVES = ("develop", "check")
TOLD = ("base", "spun", "honest")
DATES = {"base": "2026-03-05", "spun": "2026-03-06", "honest": "2026-03-06"}


@dataclass(frozen=True, slots=True)
class Event:
    """Three reports of one event, a sentence a line; `of` has for each of the spun one those of the base it was made of, from 1."""

    name: str
    half: str
    how: str
    base: str
    spun: str
    honest: str
    of: tuple[tuple[int, ...], ...]

    @property
    def key(self) -> set[tuple[int, int]]:
        """The sentences that correspond: of the base, and of the spun version, from 0."""
        return {(number - 1, at) for at, numbers in enumerate(self.of) for number in numbers}


@dataclass(frozen=True, slots=True)
class Pile:
    """What the program finds in some files: documents by key, and the passages between each two."""

    documents: dict[str, Document]
    passages: tuple[Passage, ...]
    lineages: tuple[Lineage, ...]

    def between(self, one: str, other: str) -> list[tuple[Span, Span, Passage]]:
        """The passages between two documents, with their spans in the one and in the other."""
        a, b = self.documents[one].id, self.documents[other].id
        found = [(p.a_span, p.b_span, p) for p in self.passages if (p.a, p.b) == (a, b)]
        return found + [(p.b_span, p.a_span, p) for p in self.passages if (p.b, p.a) == (a, b)]

    def reworded(self, one: str, other: str) -> bool:
        return any(p.kind is PassageKind.REWORDED for *_, p in self.between(one, other))


def main(argv: Sequence[str] | None = None) -> int:
    """Prints for each half one line a kind and one for all, and those that went wrong by name."""
    argparse.ArgumentParser(description=__doc__).parse_args(argv)
    for half in HALVES:
        told = [event for event in events() if event.half == half]
        pile = compared(told)
        _show_pairs(half, told, pile)
        for how in sorted({event.how for event in told}):
            _show_sentences(how, [event for event in told if event.how == how], pile)
        _show_sentences("all", told, pile)
    if not HUANG.is_dir():
        print(f"{HUANG} is not there: the case huang was not measured", file=sys.stderr)
        return 2
    _show_huang(_found(sorted(HUANG.glob("*.txt"))))
    return 0


def events() -> list[Event]:
    """All events, in the order of their files."""
    return [_event(path) for path in sorted(EVENTS.glob("*.toml"))]


def _event(path: Path) -> Event:
    table = tomllib.loads(path.read_text("utf8"))
    of = tuple(tuple(numbers) for numbers in table.pop("of"))
    return Event(path.stem, of=of, **{name: text.strip() for name, text in table.items()})


def compared(told: Iterable[Event]) -> Pile:
    """What the program finds in all reports of the events together; their keys are "01-ferry/base" and the like."""
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "reports.jsonl"
        with file.open("w", encoding="utf8") as out:
            for event in told:
                for which in TOLD:
                    outlet = f"The {event.name[3:].title()} {which.title()}"
                    record = {"id": f"{event.name}/{which}", "outlet": outlet, "date": DATES[which], "text": getattr(event, which)}
                    print(json.dumps(record), file=out)
        return _found([file])


def _found(files: list[Path]) -> Pile:
    order = stages()
    upto = next(at for at, stage in enumerate(order, 1) if stage.name == "reuse")
    found = run(order[:upto], Found({Offer: offers(files, None)}), LocalEngine(), lambda _stage, _outcome: None)
    return Pile({d.key: d for d in found[Document]}, found[Passage], found[Lineage])


def _show_pairs(half: str, told: Sequence[Event], pile: Pile) -> None:
    score, wrong = Score(), []
    spun = {(f"{event.name}/base", f"{event.name}/spun") for event in told}
    for one, other in combinations(sorted(pile.documents), 2):
        found, gold = pile.reworded(one, other), (one, other) in spun
        score.add(found and gold, found, gold)
        wrong += [f"{'missed' if gold else 'wrong'}: {one} {other}"] if found != gold else []
    print(f"{half:8} pairs            {score}  of {len(pile.documents) * (len(pile.documents) - 1) // 2} pairs")
    print("".join(f"           {line}\n" for line in wrong), end="")


def _show_sentences(how: str, told: Iterable[Event], pile: Pile) -> None:
    score = Score()
    for event in told:
        base, spun = (pile.documents[f"{event.name}/{which}"] for which in ("base", "spun"))
        if pile.reworded(base.key, spun.key):
            between = pile.between(base.key, spun.key)
            found = {pair for x, y, _ in between for pair in _beside(_lines(base.text, x), _lines(spun.text, y))}
            score.add(len(found & event.key), len(found), len(event.key))
    print(f"         sentences, {how:9} {score}")


def _beside(ours: Sequence[int], theirs: Sequence[int]) -> Iterable[tuple[int, int]]:
    """The lines of a passage on both sides, one for one; where one side has more, the first with the first."""
    return zip(ours, theirs, strict=True) if len(ours) == len(theirs) else product(ours[:1], theirs[:1])


def _lines(text: str, span: Span) -> list[int]:
    """The text's lines, the empty ones left out, of which most lies in a span, from 0; at least the one that has most of it."""
    lines = [Span(*match.span()) for match in LINE.finditer(text)]
    inside = [shared([line], [span]) for line in lines]
    mostly = [number for number, line in enumerate(lines) if inside[number] > len(line) / 2]
    return mostly or [max(range(len(lines)), key=lambda number: inside[number])]


def _show_huang(pile: Pile) -> None:
    names = dict(zip(sorted(pile.documents), ("MI5", "IND", "SPUN", "EPOCH"), strict=True))
    kin = {frozenset((lineage.a, lineage.b)): lineage for lineage in pile.lineages}
    for one, other in combinations(sorted(pile.documents), 2):
        kinds = [p.kind for *_, p in pile.between(one, other)]
        lineage = kin.get(frozenset((pile.documents[one].id, pile.documents[other].id)))
        shown = f"{lineage.relation}, direction {lineage.direction}" if lineage else "nothing shared"
        verbatim, reworded = kinds.count(PassageKind.VERBATIM), kinds.count(PassageKind.REWORDED)
        print(f"huang    {names[one]}–{names[other]:6} {verbatim:2} verbatim, {reworded:2} reworded: {shown}")


if __name__ == "__main__":
    sys.exit(main())

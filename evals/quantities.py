"""Quantities beside CoreNLP's NUMBER, MONEY and PERCENT on the development part of PolNeAR: silver, so no floor stands on it.

A quantity of ours spans its modifier and what it counts ("at least 49 civilians"), CoreNLP's number only the figure: "words" counts
a quantity as right when it holds the words of one of CoreNLP's of the same kind, "values" when it also has the same value. What
CoreNLP calls a date, a duration, a time or an ordinal, or gives no value, is set aside; so is "one" where it counts nothing ("one
of them", "no one"), which is a number to CoreNLP and none to us. Of those with the same value, "modifiers" is
how many say the same about how exact it is. `--wrong` shows where the two part, with the words around. Needs the shared data.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from evals.measure import DATA, Score, read, records
from sayso.findings import Modifier, Quantity
from sayso.spans import Span

KINDS = {"NUMBER": "number", "MONEY": "money", "PERCENT": "percent"}
IDLE = ("DATE", "TIME", "DURATION", "ORDINAL", "SET")
NORMAL = re.compile(r"(?P<sign>[<>~]=?)?(?P<unit>[$£€¥%])?(?P<low>\d[\d.E]*)(?:-(?:[$£€¥%])?(?P<high>\d[\d.E]*))?")
SIGNS = {">": Modifier.AT_LEAST, ">=": Modifier.AT_LEAST, "<": Modifier.AT_MOST, "<=": Modifier.AT_MOST, "~": Modifier.ABOUT}
CURRENCIES = ("USD", "GBP", "EUR", "JPY", "CAD", "AUD", "CNY", "RUB", "INR", "HKD", "cent")


class Silver(NamedTuple):
    """A number as CoreNLP has it."""

    span: Span
    kind: str
    low: float
    high: float
    modifier: Modifier


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the figures. Returns 2 when the shared data is not there."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=DATA / "polnear")
    asked.add_argument("--part", default="dev", choices=("dev", "train"))
    asked.add_argument("--wrong", action="store_true", help="show where the two part")
    given = asked.parse_args(argv)
    texts, silver = given.data / f"{given.part}.jsonl.gz", given.data / f"{given.part}.corenlp.jsonl.gz"
    if not texts.exists() or not silver.exists():
        print(f"{texts} or {silver} is not there: nothing measured", file=sys.stderr)
        return 2
    by_name = {record["name"]: record["text"] for record in records(texts)}
    words, values = {kind: Score() for kind in KINDS.values()}, {kind: Score() for kind in KINDS.values()}
    same, told, idle_ones = 0, 0, 0
    for record in records(silver):
        text = by_name[record["name"]]
        theirs, idle = silver_of(record["names"])
        found = read(text).quantities
        ones = [s for s in theirs if s.span.of(text).lower() == "one" and not any(q.span.overlaps(s.span) for q in found)]
        theirs, idle_ones = [s for s in theirs if s not in ones], idle_ones + len(ones)
        ours = [q for q in found if not any(q.span.overlaps(span) for span in idle)]
        pairs = [(q, s) for s in theirs for q in ours if q.span.contains(s.span) and kind_of(q) == s.kind]
        right = [(q, s) for q, s in pairs if is_same_value(q, s)]
        for kind in words:
            sizes = sum(kind_of(q) == kind for q in ours), sum(s.kind == kind for s in theirs)
            words[kind].add(min(*sizes, len({q.span for q, s in pairs if s.kind == kind})), *sizes)
            values[kind].add(min(*sizes, len({q.span for q, s in right if s.kind == kind})), *sizes)
        told += len(right)
        same += sum(is_same_modifier(q, s) for q, s in right)
        if given.wrong:
            show_wrong(text, ours, theirs, right)
    for title, scores in (("words", words), ("values", values)):
        for kind, score in scores.items():
            print(f"PolNeAR {given.part} by CoreNLP  {title:7} {kind:8} {score}")
        total = Score(*(sum(getattr(s, part) for s in scores.values()) for part in ("right", "found", "gold")))
        print(f"PolNeAR {given.part} by CoreNLP  {title:7} {'all':8} {total}")
    print(f"PolNeAR {given.part} by CoreNLP  {idle_ones} times “one” set aside")
    print(f"PolNeAR {given.part} by CoreNLP  modifiers: {same} of {told} the same")
    return 0


def silver_of(names: Sequence[tuple[int, int, str, str | None]]) -> tuple[list[Silver], list[Span]]:
    """CoreNLP's numbers that have a value, and the spans of what is set aside."""
    theirs, idle = [], []
    for start, end, kind, normal in names:
        value = NORMAL.fullmatch(normal or "")
        if kind in IDLE or (kind in KINDS and not value):
            idle.append(Span(start, end))
        elif kind in KINDS and value:
            low = float(value["low"])
            high = float(value["high"]) if value["high"] else low
            modifier = SIGNS[value["sign"]] if value["sign"] else Modifier.EXACT if low == high else Modifier.RANGE
            theirs.append(Silver(Span(start, end), KINDS[kind], low, high, modifier))
    return theirs, idle


def kind_of(q: Quantity) -> str:
    return "percent" if q.unit == "%" else "money" if q.unit in CURRENCIES else "number"


def is_same_value(q: Quantity, s: Silver) -> bool:
    """Whether the silver value is one of the ends of ours: CoreNLP reads "10 to 12" as two numbers."""
    scale = 0.01 if q.unit == "cent" else 1.0
    return any(abs(scale * end - value) <= 1e-6 * max(1.0, abs(value)) for end in (q.low, q.high) for value in (s.low, s.high))


def is_same_modifier(q: Quantity, s: Silver) -> bool:
    return q.modifier is s.modifier or (q.modifier is Modifier.RANGE and s.modifier is Modifier.EXACT)


def show_wrong(text: str, ours: Sequence[Quantity], theirs: Sequence[Silver], right: Sequence[tuple[Quantity, Silver]]) -> None:
    """Every quantity of either that has no partner of its value, and every pair whose modifiers differ."""
    for s in theirs:
        if all(s is not other for _, other in right):
            instead = [(q.span.of(text), q.low, q.high, q.unit) for q in ours if q.span.overlaps(s.span)]
            print("-", repr(s.span.of(text)), s.kind, s.low, "found", instead, "|", around(text, s.span))
    for q in ours:
        if all(q is not other for other, _ in right):
            print("+", repr(q.span.of(text)), q.low, q.high, q.unit, q.thing, "|", around(text, q.span))
    for q, s in right:
        if not is_same_modifier(q, s):
            print("~", repr(q.span.of(text)), q.modifier.value, "against", s.modifier.value, "|", around(text, q.span))


def around(text: str, span: Span) -> str:
    return " ".join(f"{text[max(0, span.start - 60) : span.start]}[…]{text[span.end : span.end + 40]}".split())


if __name__ == "__main__":
    sys.exit(main())

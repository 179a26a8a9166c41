"""Sums: numbers of some accounts that together make a number of another, so that they differ and fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from sayso.collate.differences.figured import figure, of_number
from sayso.collate.differences.laid import Parting
from sayso.collate.figures import ANY_THING, add_up, agree, head, is_count, of_one_thing
from sayso.collate.told import Told
from sayso.findings import DifferenceKind, Quantity, Side, Verdict
from sayso.spans import hull

LISTED = re.compile(r"[,;]|\b(?:and|plus|or|along|besides|as well as)\b")
"""What stands between the things of a list."""


def sums(told: Sequence[Told]) -> list[Parting]:
    """All of a claim's sums: of parts that one account has, else of two parts that two reports have and a third has together."""
    within = [parting for a, b in combinations(told, 2) for parting in _of_two(a, b)]
    return within or list(_of_three(told))


def _of_two(a: Told, b: Told) -> Iterator[Parting]:
    for whole, parts in ((a, b), (b, a)):
        for found, total in add_up(parts.quantities, whole.quantities):
            if not _are_listed(parts, found):
                continue
            shown = " + ".join(figure(q) for q in found)
            yield Parting(
                DifferenceKind.NUMBER,
                Verdict.COMPATIBLE,
                (of_number(whole, total), Side(parts.document, hull(q.span for q in found), shown)),
                (f"{shown} = {figure(total)}",),
            )


def _are_listed(told: Told, parts: Sequence[Quantity]) -> bool:
    """Whether parts of several things stand in a list: "two strikes killed four men" are no six of anything."""
    if all(of_one_thing(q, r) for q, r in combinations(parts, 2)):
        return True
    text = told.reading.text
    return all(LISTED.search(text, q.span.end, r.span.start) for q, r in pairwise(sorted(parts, key=lambda part: part.span)))


def _of_three(told: Sequence[Told]) -> Iterator[Parting]:
    for whole in told:
        others = [t for t in told if t.document != whole.document]
        for total in filter(is_count, whole.quantities):
            if any(agree(q, total) for t in others for q in t.quantities):
                continue
            for a, b in combinations(others, 2):
                if a.document != b.document and (parts := _parts(a, b, total)):
                    q, r = parts
                    sides = (of_number(whole, total), of_number(a, q), of_number(b, r))
                    yield Parting(
                        DifferenceKind.NUMBER,
                        Verdict.COMPATIBLE,
                        sides,
                        (f"{figure(q)} + {figure(r)} = {figure(total)}", "each report has a part, and one has the whole"),
                    )
                    break


def _parts(a: Told, b: Told, total: Quantity) -> tuple[Quantity, Quantity] | None:
    """A number of each of two reports that make the total: of two things, one of which the total counts or may hold."""
    for q in filter(is_count, a.quantities):
        for r in filter(is_count, b.quantities):
            if q.low + r.low == total.low and q.thing and r.thing and not of_one_thing(q, r) and _holds(total, q, r):
                return q, r
    return None


def _holds(total: Quantity, *parts: Quantity) -> bool:
    return any(of_one_thing(q, total) for q in parts) or head(total) in ANY_THING

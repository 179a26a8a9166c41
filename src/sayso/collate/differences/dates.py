"""Dates that part: sentences worded alike that put one thing at two times."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.collate.differences.laid import Laid, Parting, side
from sayso.findings import DifferenceKind, Moment, Verdict
from sayso.spans import hull


def dates(laid: Laid) -> Iterator[Parting]:
    """Moments in the same place of two sentences worded alike that are as exact as each other and not the same time."""
    for slot in laid.outside_quotations:
        if not slot.a or not slot.b:
            continue
        ours, theirs = hull(w.span for w in slot.a), hull(w.span for w in slot.b)
        for m in laid.a.sentence_moments:
            for n in laid.b.sentence_moments:
                if m.span.overlaps(ours) and n.span.overlaps(theirs) and _part(m, n):
                    yield Parting(
                        DifferenceKind.DATE,
                        Verdict.CONFLICT,
                        (side(laid.a, m.span, m.date), side(laid.b, n.span, n.date)),
                        ("the words around both dates are the same", f"{m.date} against {n.date}"),
                    )


def _part(m: Moment, n: Moment) -> bool:
    return m.date != n.date and len(m.date) == len(n.date) and "/" not in m.date + n.date

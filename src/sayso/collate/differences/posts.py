"""Posts that two reports show in the same words and date differently, by the day behind their writer's handle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.collate.differences.laid import Parting, side
from sayso.collate.told import Told
from sayso.dates import days
from sayso.findings import DifferenceKind, Moment, Verdict

SIGNATURE = re.compile(r"[^\n]{0,400}?[—–]\s?[^\n()—–]{1,60}(?P<handle>\(@\w{1,20}\))(?P<day>[^\n]{0,24})")
"""What follows a sentence of a post in its line: the rest of it, the writer, the handle, the day."""


@dataclass(frozen=True, slots=True)
class Signed:
    handle: str
    day: Moment


def posts(a: Told, b: Told) -> Iterator[Parting]:
    """The days of a post that both have, where they cannot be one day."""
    ours, theirs = _signed(a), _signed(b)
    if ours is None or theirs is None or ours.handle.lower() != theirs.handle.lower():
        return
    one, other = days(ours.day.date), days(theirs.day.date)
    if one and other and (one.before(other) or other.before(one)):
        sides = (side(a, ours.day.span, ours.day.date), side(b, theirs.day.span, theirs.day.date))
        because = ("the same post of one writer is dated otherwise", f"{ours.day.date} against {theirs.day.date}")
        yield Parting(DifferenceKind.DATE, Verdict.CONFLICT, sides, because)


def _signed(told: Told) -> Signed | None:
    """The handle and the day of the post that an account is part of; None where somebody else is its source, or no day stands."""
    sources = told.attribution.source if told.attribution else ()
    found = SIGNATURE.match(told.reading.text, told.place.end)
    if found is None or not any(found.start() <= source.start < found.end() for source in sources):
        return None
    moments = (m for m in told.reading.annotation.moments if found.start("day") <= m.span.start < found.end("day"))
    day = next(moments, None)
    return Signed(found["handle"], day) if day else None

"""What a report without a date means by "on Monday": the days on which the other reports of its story came out tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.dates import days
from sayso.findings import Reading
from sayso.stages import Dated

WIDEST = 7
"""Days between the first and the last dated report of a story beyond which they tell nothing of one that has no date."""


def anchored(readings: Sequence[Reading], dated: Dated) -> tuple[Reading, ...]:
    """The reports of one story, those without a date with their moments as the story's days give them.

    Only what has the same meaning on the first and on the last of these days is resolved; all of it counts as inferred.
    """
    window = _window(readings)
    if window is None:
        return tuple(readings)
    return tuple(r if r.profile.published.date else _on(r, window, dated) for r in readings)


def _window(readings: Sequence[Reading]) -> str | None:
    """The days from the first to the last dated report as EDTF, or None when there are none or they lie too far apart."""
    known = [stretch for r in readings if (stretch := days(r.profile.published.date))]
    if not known:
        return None
    first, last = min(stretch.first for stretch in known), max(stretch.last for stretch in known)
    if last - first > WIDEST:
        return None
    ends = [date.fromordinal(day).isoformat() for day in (first, last)]
    return ends[0] if first == last else "/".join(ends)


def _on(reading: Reading, window: str, dated: Dated) -> Reading:
    moments = dated(reading.text, reading.annotation.sentences, window)
    return replace(reading, annotation=replace(reading.annotation, moments=moments))

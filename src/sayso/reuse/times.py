"""Which of two dates is the earlier, as far as what they say shows it."""

from __future__ import annotations

from datetime import datetime

from sayso.dates import days
from sayso.findings import Direction


def earlier(one: str, other: str) -> Direction:
    """From the earlier of two EDTF dates to the later: by the day, on one day by the clock where both say what it showed.

    A clock with its zone is not compared with one without.
    """
    clocks = _clock(one), _clock(other)
    if clocks[0] and clocks[1] and (clocks[0].tzinfo is None) == (clocks[1].tzinfo is None) and clocks[0] != clocks[1]:
        return Direction.A_TO_B if clocks[0] < clocks[1] else Direction.B_TO_A
    stretches = days(one), days(other)
    if stretches[0] and stretches[1]:
        if stretches[0].before(stretches[1]):
            return Direction.A_TO_B
        if stretches[1].before(stretches[0]):
            return Direction.B_TO_A
    return Direction.UNKNOWN


def _clock(edtf: str) -> datetime | None:
    if "T" not in edtf:
        return None
    try:
        return datetime.fromisoformat(edtf)
    except ValueError:
        return None

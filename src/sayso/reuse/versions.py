"""Versions: an outlet's texts of one report, of which a later one updates the earlier."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.config import ReuseSettings
from sayso.findings import Direction, Reading
from sayso.reuse.times import earlier

THE_SAME = 0.995
"""What an outlet printed twice without a change, but for a comma."""


@dataclass(frozen=True, slots=True)
class Versions:
    """From the earlier text to the later, and why; which was first is open where no date of theirs shows it."""

    direction: Direction
    because: tuple[str, ...]


def versions(a: Reading, b: Reading, shares: tuple[float, float], settings: ReuseSettings) -> Versions | None:
    """What two texts of one outlet are to each other when they share nearly all of one and much of the other; else None.

    An outlet that takes up paragraphs of an earlier report in a new one has not updated that report.
    """
    if max(shares) < settings.version_share or min(shares) < settings.copied_share:
        return None
    outlet = a.profile.outlet or "the outlet"
    kin = f"both are {outlet}'s and one text" if min(shares) >= THE_SAME else f"both are {outlet}'s and one report in two versions"
    for what, one, other in (("published", _published(a), _published(b)), ("last changed", _touched(a), _touched(b))):
        if one and other and (way := earlier(one, other)) is not Direction.UNKNOWN:
            first, second = (one, other) if way is Direction.A_TO_B else (other, one)
            return Versions(way, (kin, f"the one was {what} {first}, the other later, {second}"))
    return Versions(Direction.UNKNOWN, (kin, "which came first is not shown by their dates"))


def _published(reading: Reading) -> str | None:
    return reading.profile.published.date


def _touched(reading: Reading) -> str | None:
    """When a text became what it is: its last change, where none is declared its publication."""
    return reading.document.declared.modified or _published(reading)

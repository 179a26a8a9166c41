"""Reports as dots on the lanes of their outlets over publication time, and who took from whom as ties between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sayso.dates import days
from sayso.web import wording

WIDTH, NAMES, UNDATED, RIGHT = 1000.0, 210.0, 90.0, 40.0
TOP, LANE, DOT = 44.0, 30.0, 6.0
BOW = 16.0
MOST_TICKS, TICK_APART = 8, 85.0
APART = 15.0
"""How far two dots of a lane lie apart at the least."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A report to be placed: its outlet's lane, its EDTF date or None, and what it is called."""

    document: str
    lane: str
    date: str | None
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Bond:
    """Two reports that are joined: `taken` from `a` by `b`, else without a direction. `share` is in 0…1."""

    a: str
    b: str
    look: str
    taken: bool
    share: float
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Lane:
    y: float
    name: str


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A curve from dot to dot, as an SVG path; `width` is in units of the drawing."""

    path: str
    look: str
    taken: bool
    width: float
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Swimlane:
    """A drawing of `width` × `height`. Undated reports stand left of `since`, or nowhere where it is None."""

    width: float
    height: float
    since: float | None
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]
    ties: tuple[Tie, ...]


def swimlane(reports: Sequence[Dated], bonds: Iterable[Bond]) -> Swimlane:
    """The drawing of the reports in their order, a lane for each outlet from the first that published."""
    when = {report.document: moment for report in reports if (moment := _moment(report.date)) is not None}
    ordered = sorted(reports, key=lambda r: (r.document not in when, when.get(r.document, 0.0), r.document))
    names = list(dict.fromkeys(report.lane for report in ordered))
    lanes = {name: TOP + LANE * (i + 0.5) for i, name in enumerate(names)}
    undated = len(when) < len(reports)
    left = NAMES + (UNDATED if undated else 0.0)
    scale = _Scale(min(when.values(), default=0.0), max(when.values(), default=0.0), left + DOT * 6, WIDTH - RIGHT)
    at = _places(ordered, when, lanes, scale)
    return Swimlane(
        width=WIDTH,
        height=TOP + LANE * len(names) + 6,
        since=left if undated else None,
        lanes=tuple(Lane(y, wording.short(name, 30)) for name, y in lanes.items()),
        ticks=_ticks(scale) if when else (),
        dots=tuple(Dot(*at[report.document], report.label, report.href) for report in ordered),
        ties=tuple(_tie(bond, at[bond.a], at[bond.b]) for bond in bonds if bond.a in at and bond.b in at),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    first: float
    last: float
    left: float
    right: float

    def x(self, moment: float) -> float:
        long = self.last - self.first
        return round(self.left + (self.right - self.left) * ((moment - self.first) / long if long else 0.5), 1)


def _moment(edtf: str | None) -> float | None:
    """Days and parts of a day since the first of the calendar; the middle of what the date may mean."""
    known = days(edtf)
    if known is None or edtf is None:
        return None
    if "T" in edtf and "/" not in edtf:
        try:
            clock = datetime.fromisoformat(edtf)
        except ValueError:
            return float(known.first)
        shift = clock.utcoffset() or timedelta()
        return known.first + (clock.hour * 60 + clock.minute) / 1440 - shift.total_seconds() / 86400
    return (known.first + known.last) / 2


def _places(
    reports: Sequence[Dated], when: Mapping[str, float], lanes: Mapping[str, float], scale: _Scale
) -> dict[str, tuple[float, float]]:
    """Where each dot stands; those of one lane that would hide each other are moved apart."""
    at: dict[str, tuple[float, float]] = {}
    last: dict[str, float] = {}
    for report in reports:
        dated = report.document in when
        x = scale.x(when[report.document]) if dated else NAMES + DOT * 2
        key = f"{report.lane}{dated}"
        if key in last:
            x = max(x, last[key] + APART)
        last[key] = x
        at[report.document] = (x, lanes[report.lane])
    return _drawn_in(at, reports, when, scale)


def _drawn_in(
    at: dict[str, tuple[float, float]], reports: Sequence[Dated], when: Mapping[str, float], scale: _Scale
) -> dict[str, tuple[float, float]]:
    """Dots that were pushed out at the right end come back in, each lane closer together."""
    for dated, left, right in ((True, scale.left, scale.right), (False, NAMES + DOT, scale.left - DOT * 2)):
        mine = [r.document for r in reports if (r.document in when) is dated]
        furthest = max((at[key][0] for key in mine), default=right)
        if furthest > right:
            for key in mine:
                x, y = at[key]
                at[key] = (round(left + (x - left) * (right - left) / (furthest - left), 1), y)
    return at


def _ticks(scale: _Scale) -> tuple[Tick, ...]:
    """Whole days, or where all is of one day that day, at even steps."""
    first, last = int(scale.first), int(scale.last)
    step = max(1, -(-(last - first) // (MOST_TICKS - 1)))
    marks = [day for day in range(first, last + 1, step) if day >= scale.first] or [first]
    ticks = [Tick(scale.x(max(float(day), scale.first)), _day(day, step)) for day in marks]
    kept = ticks[:1]
    for tick in ticks[1:]:
        if tick.x - kept[-1].x >= TICK_APART:
            kept.append(tick)
    return tuple(kept)


def _day(number: int, step: int) -> str:
    one = date.fromordinal(number)
    return f"{one.day} {wording.MONTHS[one.month - 1][:3]} {one.year}" if step < 300 else str(one.year)


def _tie(bond: Bond, start: tuple[float, float], end: tuple[float, float]) -> Tie:
    """A line from rim to rim of the dots; along a lane it bows out a little, so that it can be seen."""
    (x1, y1), (x2, y2) = start, end
    if y1 == y2:
        top = y1 - DOT
        path = f"M{x1:.1f} {top:.1f} Q{(x1 + x2) / 2:.1f} {top - BOW:.1f} {x2:.1f} {top:.1f}"
    else:
        half, rim = (y1 + y2) / 2, DOT if y2 > y1 else -DOT
        path = f"M{x1:.1f} {y1 + rim:.1f} C{x1:.1f} {half:.1f} {x2:.1f} {half:.1f} {x2:.1f} {y2 - rim:.1f}"
    return Tie(path, bond.look, bond.taken, round(1 + 3 * bond.share, 1), bond.label, bond.href)

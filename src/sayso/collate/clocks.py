"""Times of day as reports write them: "2.30pm", "14:30", "0900 GMT", "noon"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.spans import Span

NAMED = {"noon": 720, "midday": 720, "midnight": 0}
DAY = 24 * 60
HALF = 12 * 60


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day where it stands: minutes after midnight, those of its zone ahead of Greenwich (None where no zone, or one that
    may be several, is given), and whether the half of the day is known.
    """

    span: Span
    minutes: int
    zone: int | None
    has_zone: bool
    sure: bool

    @property
    def value(self) -> str:
        return f"{self.minutes // 60:02}:{self.minutes % 60:02}"


@cache
def _zones() -> Mapping[str, int]:
    zones: dict[str, int] = tomllib.loads(files("sayso.collate").joinpath("clocks.toml").read_text("utf8"))["zones"]
    return zones


@cache
def _pattern() -> re.Pattern[str]:
    zone = r"(?:\s?\(?(?P<zone>[A-Z]{2,4}T|GMT|UTC|MSK|local(?:\stime)?|Z)\b\)?)?"
    half = r"\s?(?P<half>[ap])\.?m\b\.?"
    return re.compile(
        rf"(?<![\w.:,/$£€-])(?:(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?{half}"
        rf"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\d:])"
        rf"|(?P<hours>[01]\d|2[0-3])(?P<minutes>[0-5]\d)(?=\s(?:GMT|UTC|BST|CET|CEST|MSK|EST|EDT|hours)\b)"
        rf"|\b(?P<named>noon|midday|midnight)\b)(?:\shours)?{zone}"
    )


def clocks(text: str, span: Span) -> Iterator[Clock]:
    """The times of day within a span of a text, in order."""
    for match in _pattern().finditer(text, span.start, span.end):
        hour, minute = match["hour"] or match["hour24"] or match["hours"], match["minute"] or match["minute24"] or match["minutes"]
        minutes = NAMED[match["named"]] if match["named"] else int(hour) * 60 + int(minute or 0)
        if match["half"]:
            minutes = minutes % HALF + (HALF if match["half"] == "p" else 0)
        sure = bool(match["half"] or match["named"] or match["hours"]) or minutes >= HALF + 60
        zone = (match["zone"] or "").lower()
        yield Clock(Span(match.start(), match.end()), minutes, _zones().get(zone), bool(zone), sure)


def part(one: Clock, other: Clock) -> bool:
    """Whether two times of day cannot be one: of zones that are known, or both without any."""
    if one.has_zone or other.has_zone:
        if one.zone is None or other.zone is None:
            return False
        apart = (one.minutes - one.zone) - (other.minutes - other.zone)
    else:
        apart = one.minutes - other.minutes
    return apart % (DAY if one.sure and other.sure else HALF) != 0

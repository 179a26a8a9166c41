"""Who took from whom, as far as anything shows it: credits, addresses and dates, each with the way it points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.config import ReuseSettings
from sayso.findings import Direction, Reading
from sayso.outlets import at_address, name_key
from sayso.reuse.credited import Credited, Reach, outlet_key
from sayso.reuse.times import earlier

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”“’)\]]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that shows which of two reports took from the other, in words."""

    towards: Direction
    because: str
    is_date: bool = False


@dataclass(frozen=True, slots=True)
class Taker:
    """One of two reports that share text, asked whether it took that from the other."""

    reading: Reading
    credits: Mapping[str, Credited]

    @property
    def shown(self) -> str:
        return self.reading.profile.outlet or "the other"


def signs(a: Taker, b: Taker, share: float, settings: ReuseSettings) -> tuple[Sign, ...]:
    """All that shows a direction, what the reports say themselves before what their dates say."""
    found = [*_taken(a, b, share, settings, Direction.A_TO_B), *_taken(b, a, share, settings, Direction.B_TO_A)]
    dates = by_dates(a.reading, b.reading)
    # Whoever is taken from came out before; that a report came out before does not yet make the other its copy.
    if dates and (share >= settings.copied_share or any(sign.towards is not dates.towards for sign in found)):
        found.append(dates)
    return tuple(found)


def by_dates(a: Reading, b: Reading) -> Sign | None:
    """Which came out before the other; None where their dates do not show it."""
    one, other = a.profile.published.date, b.profile.published.date
    if not one or not other or (way := earlier(one, other)) is Direction.UNKNOWN:
        return None
    first, second = (one, other) if way is Direction.A_TO_B else (other, one)
    return Sign(way, f"one was published {first}, the other later, {second}", is_date=True)


def _taken(giver: Taker, taker: Taker, share: float, settings: ReuseSettings, way: Direction) -> Iterator[Sign]:
    """What the taker says of having its words from the giver."""
    whose = outlet_key(giver.reading.profile)
    if not whose or whose == outlet_key(taker.reading.profile):
        return
    credit = taker.credits.get(whose)
    if credit and (credit.reach > Reach.ELSEWHERE or share >= settings.wire_share):
        yield Sign(way, f"{taker.shown} credits {giver.shown}")
    address = taker.reading.document.declared.url
    if address and _is_at(address, whose):
        yield Sign(way, f"{taker.shown}'s page gives an address at {giver.shown} as its own")
    if _links(taker.reading.text, giver.reading, whose):
        yield Sign(way, f"{taker.shown} links to {giver.shown}")


def _is_at(address: str, outlet: str) -> bool:
    found = at_address(address)
    return found is not None and name_key(found.name) == outlet


def _links(text: str, to: Reading, outlet: str) -> bool:
    own = to.document.declared.url
    return any((own is not None and _bare(address) == _bare(own)) or _is_at(address, outlet) for address in _addresses(text))


@lru_cache(maxsize=1024)  # a report is looked at in many pairs, soon after one another
def _addresses(text: str) -> tuple[str, ...]:
    return tuple(match[0].rstrip(".,;:!?") for match in ADDRESS.finditer(text))


def _bare(address: str) -> str:
    return re.sub(r"^(?:https?:)?//(?:www\.)?|^www\.|[?#].*$|/+$", "", address.lower())

"""Whether tolls of two accounts count the people of one event: the same fate, of the same people, at a place and a date that can be
one, in numbers of one order.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from sayso.collate.countries import countries_in
from sayso.collate.told import Told
from sayso.collate.tolls import Toll
from sayso.dates import Days, days
from sayso.findings import NameType
from sayso.folding import words

APART = 2.5
"""How many times the higher of two tolls of one event may be the lower. In the case douma, where the dead of one attack are given
as 42 to 80, it is 1.9 at the most; another attack of the same days has 14, an earlier one hundreds."""

LONG_AGO = 31
"""Days before publication beyond which a dated toll is of an event of its own, and not of the news that an undated one is of."""


def of_one_event(a: Told, b: Told) -> Iterator[tuple[Toll, Toll]]:
    """The tolls of either account that can be of one event's people; none where their dates, countries or places differ."""
    alike = [(x, y) for x, y in product(a.tolls, b.tolls) if (x.fate, x.group) == (y.fate, y.group)]
    if not alike or _dates_differ(a, b) or _places_differ(a, b):
        return
    other_times = _is_long_ago(a) != _is_long_ago(b)
    for ours, theirs in alike:
        if _are_the_same(ours, theirs) or (_are_near(ours, theirs) and not other_times):
            yield ours, theirs


def _are_the_same(ours: Toll, theirs: Toll) -> bool:
    return ours.count.low == ours.count.high == theirs.count.low == theirs.count.high


def _are_near(ours: Toll, theirs: Toll) -> bool:
    """Whether two numbers are of one order; of an open number ("at least 40") what is said counts."""
    low, high = sorted((ours.count, theirs.count), key=lambda q: q.low)
    return high.low <= APART * low.high


def _dates_differ(a: Told, b: Told) -> bool:
    """Whether both give dates, and none of the one can be one of the other."""
    ours, theirs = _dates(a), _dates(b)
    return bool(ours and theirs) and min(x.apart(y) for x, y in product(ours, theirs)) > 0


def _is_long_ago(account: Told) -> bool:
    published, told = days(account.reading.profile.published.date), _dates(account)
    return published is not None and bool(told) and min(x.apart(published) for x in told) > LONG_AGO


def _dates(account: Told) -> list[Days]:
    return [found for moment in account.moments if (found := days(moment.date))]


def _places_differ(a: Told, b: Told) -> bool:
    """Whether both name countries, or both name smaller places, and have none in common."""
    named = (a.countries, b.countries), (_places(a), _places(b))
    return any(ours and theirs and ours.isdisjoint(theirs) for ours, theirs in named)


def _places(account: Told) -> frozenset[str]:
    """The words of the places named that are no countries: "Las Vegas" and "Vegas" have one in common."""
    named = [n.span.of(account.reading.text) for n in account.sentence_names if n.type is NameType.PLACE]
    return frozenset(word.text for name in named if not countries_in(name) for word in words(name))

"""Feeds watched round by round: what is new in them is fetched, and what they named is looked at again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sayso.cli.fetching import Fetched, Source, looks, rejected, typed, visiting
from sayso.config import Settings
from sayso.documents import Offer, Rejected
from sayso.fetch import Archive, Clock, Look, Manners, Named, Purpose, Seen, State, Visitor, beside, is_due, spelt


@dataclass(frozen=True, slots=True)
class Round:
    """What one round came to, in numbers, and when it was."""

    when: datetime
    new: int
    changed: int
    unchanged: int
    refused: int

    def line(self) -> str:
        counts = f"{self.new} new, {self.changed} changed, {self.unchanged} not changed"
        return f"{self.when:%Y-%m-%d %H:%M} UTC: {counts}" + (f", {self.refused} refused" if self.refused else "")


@dataclass(slots=True)
class Watch:
    """The watch over the sources of one case. What is known of them survives in the archive, and what was refused in here."""

    case: Path
    sources: Sequence[Source]
    settings: Settings
    every: timedelta
    clock: Clock
    say: Callable[[Look], None]
    refused: dict[str, tuple[Seen, Rejected]] = field(default_factory=dict)
    manners: Manners = field(default_factory=Manners)
    lists: set[str] = field(default_factory=set)

    @property
    def rejected(self) -> list[Rejected]:
        """What was refused so far, and has not been got since."""
        return [reject for _, reject in self.refused.values()]

    def round(self) -> Round:
        """Looks once at every source, and at the reports that are due."""
        now, came = self.clock.now(), Fetched(beside(self.case))
        with visiting(self.case, typed(self.sources), self.settings, self.clock, self.manners) as (visitor, archive):
            for look in self._looks(visitor, archive, now):
                came.looks.append(look)
                self._note(look, now)
        fetched = [look for look in came.reports if look.state is State.FETCHED]
        new = sum(look.first for look in fetched)
        return Round(now, new, len(fetched) - new, len(came.reports) - len(fetched), len(came.refused))

    def offers(self) -> tuple[Offer, ...]:
        """All that was ever fetched for the case, to be read."""
        return Fetched(beside(self.case)).offers

    def _looks(self, visitor: Visitor, archive: Archive, now: datetime) -> Iterator[Look]:
        met: set[str] = set()

        def wanted(name: Named) -> bool:
            address = spelt(name.address)
            met.add(address)
            seen = archive.reports.get(address) or self._refused_at(address)
            return seen is None or self._is_due(seen, now)

        known = dict(archive.reports)
        for look in looks(self.sources, visitor, self.settings.fetch.most_links, wanted):
            if look.purpose is Purpose.LIST and look.at:
                self.lists.add(look.at)
            met.add(look.asked)
            yield look
        for address, seen in known.items():
            if seen.via in self.lists and address not in met and self._is_due(seen, now):
                yield visitor.visit(Named(address, seen.via))

    def _note(self, look: Look, now: datetime) -> None:
        """Remembers what was refused, and tells it once."""
        before = self.refused.pop(look.asked, None)
        if look.state is not State.REFUSED:
            self.say(look)
            return
        stamp = f"{now:%Y-%m-%dT%H:%M:%SZ}"
        self.refused[look.asked] = (Seen(before[0].first if before else stamp, stamp, None, look.asked), rejected(look))
        if not before or before[1].reason != rejected(look).reason:
            self.say(look)

    def _refused_at(self, address: str) -> Seen | None:
        seen = self.refused.get(address)
        return seen[0] if seen else None

    def _is_due(self, seen: Seen, now: datetime) -> bool:
        return is_due(seen, now, self.every, self.settings.fetch.watch_days)

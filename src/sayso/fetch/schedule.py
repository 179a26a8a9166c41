"""When a page is looked at again: soon at first, then ever more rarely, until it is old."""

from __future__ import annotations

from datetime import datetime, timedelta

from sayso.fetch.memory import Seen


def is_due(seen: Seen, now: datetime, every: timedelta, days: float) -> bool:
    """Whether to look again: after half of the time for which the page is known, never much sooner than `every`."""
    first, last = datetime.fromisoformat(seen.first), datetime.fromisoformat(seen.last)
    return now - first <= timedelta(days=days) and now - last >= max(every, last - first) / 2

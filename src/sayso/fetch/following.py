"""From what a person gave to the reports: what a feed or list names is followed one level deep, a list of lists two."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace

from sayso.fetch.base import Look, Named, Purpose, State


def everything(_: Named) -> bool:
    """For who wants all that a list names."""
    return True


def followed(
    source: Look, visit: Callable[[Named], Look], most: int, wanted: Callable[[Named], bool] = everything
) -> Iterator[Look]:
    """What came of the addresses in a list, each once, in its order; those that are not `wanted` are passed over.

    After `most` of them no more is fetched, and one last refusal says so.
    """
    waiting = deque((name, source.lists) for name in source.names)
    met: set[str] = set()
    visits = 0
    while waiting:
        name, deeper = waiting.popleft()
        if name.address in met or not wanted(name):
            continue
        met.add(name.address)
        if visits == most:
            yield _too_many(source, most, 1 + len(waiting))
            return
        visits += 1
        look = visit(name)
        if look.purpose is Purpose.LIST and not deeper:
            yield replace(look, state=State.REFUSED, why="is a list within a list, which is not followed. Give its address itself.")
            continue
        waiting.extend((inner, False) for inner in look.names)
        yield look


def _too_many(source: Look, most: int, left: int) -> Look:
    why = (
        f"names more addresses than are fetched at a time: {most:,} were fetched, {left:,} were not. "
        "Raise most_links under [fetch] in the settings, or give those that matter."
    )
    return replace(source, state=State.REFUSED, why=why, policy=False)

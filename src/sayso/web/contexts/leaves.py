"""Long lists, a leaf at a time: what is shown of one, and the ways to what stands before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlencode

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Leaf:
    """Which of `total` are shown, counted from 1; the addresses of the leaves beside it, None at the ends."""

    first: int
    last: int
    total: int
    before: str | None
    after: str | None


def leaf(things: Sequence[T], asked: str, size: int, name: str, **others: str) -> tuple[tuple[T, ...], Leaf]:
    """The leaf of at most `size` things that begins where `asked` says, and where one is.

    `name` is what the address calls this list, `others` is what else it has to keep. What is no number counts as the beginning.
    """
    start = min(int(asked), max(0, len(things) - 1)) // size * size if asked.isdecimal() and len(asked) < 10 else 0
    shown = tuple(things[start : start + size])

    def address(place: int) -> str:
        return "?" + urlencode({key: value for key, value in {**others, name: str(place) if place else ""}.items() if value})

    return shown, Leaf(
        first=start + 1 if shown else 0,
        last=start + len(shown),
        total=len(things),
        before=address(start - size) if start else None,
        after=address(start + size) if start + size < len(things) else None,
    )

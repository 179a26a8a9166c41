"""Which documents are compared: each with its nearest, inside a window of days, and with those it shares text with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.config import StoriesSettings
from sayso.stories.outlines import Outline

BLOCK = 1024
FAR = 10**7


def compared(
    outlines: Sequence[Outline], shared: Iterable[tuple[int, int]], settings: StoriesSettings
) -> dict[tuple[int, int], tuple[float, float]]:
    """Pairs of places, the smaller first, in order, with the cosines of their openings and of their bodies, to four places.

    Each document has its nearest few among those not too many days apart; those in `shared` are compared in any case.
    """
    if not outlines:
        return {}
    openings, bodies = np.stack([o.opening for o in outlines]), np.stack([o.body for o in outlines])
    first = np.array([o.published.first if o.published else -FAR for o in outlines], np.int64)
    last = np.array([o.published.last if o.published else FAR for o in outlines], np.int64)
    found: dict[tuple[int, int], tuple[float, float]] = {}
    wanted = sorted(shared)
    for start in range(0, len(outlines), BLOCK):
        rows = slice(start, start + BLOCK)
        opening, body = np.round(openings[rows] @ openings.T, 4), np.round(bodies[rows] @ bodies.T, 4)
        apart = np.maximum(first[rows, None] - last[None, :], first[None, :] - last[rows, None])
        near = _nearest(np.where(apart > settings.window_days, 0.0, opening + body), start, settings.near_documents)
        for a, b in [*near, *((a, b) for a, b in wanted if start <= a < start + BLOCK)]:
            found[min(a, b), max(a, b)] = float(opening[a - start, b]), float(body[a - start, b])
    return dict(sorted(found.items()))


def _nearest(near: NDArray[np.floating], start: int, most: int) -> list[tuple[int, int]]:
    """Each row with its nearest columns, itself left out."""
    near[np.arange(near.shape[0]), np.arange(start, start + near.shape[0])] = 0.0
    nearest = np.argsort(-near, axis=1, kind="stable")[:, :most].tolist()
    return [(start + row, there) for row, places in enumerate(nearest) for there in places if near[row, there] > 0]

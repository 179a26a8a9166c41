"""How often each number is among very many, counted a part at a time so that memory holds one part and the counts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Counts = tuple[NDArray[np.int64], NDArray[np.int64]]
"""Different numbers, sorted, and how often each is there."""


def counted(numbers: NDArray[np.int64]) -> Counts:
    found, often = np.unique(numbers, return_counts=True)
    return found, often.astype(np.int64)


def together(parts: Sequence[Counts]) -> Counts:
    """The counts of all parts as one."""
    numbers = np.concatenate([np.empty(0, np.int64), *(found for found, _ in parts)])
    often = np.concatenate([np.empty(0, np.int64), *(times for _, times in parts)])
    found, place = np.unique(numbers, return_inverse=True)
    return found, np.bincount(place, often, minlength=len(found)).astype(np.int64)

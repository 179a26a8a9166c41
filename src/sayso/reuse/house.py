"""House text: what an outlet prints again and again in its own reports, its forms of address and its stock paragraphs.

Between two reports of the outlet it says nothing about the reports. What cleaning could not know from one page shows over many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from sayso.reuse.fingerprints import Wording


def marked(wordings: Sequence[Wording], most: int) -> list[Wording]:
    """The wordings with `house` set for the shingles that more than `most` documents of their outlet hold."""
    of_outlet: dict[str, list[Wording]] = defaultdict(list)
    for wording in wordings:
        if wording.outlet:
            of_outlet[wording.outlet].append(wording)
    house = {}
    for outlet, own in of_outlet.items():
        shingles, holders = np.unique(np.concatenate([wording.shingles for wording in own]), return_counts=True)
        house[outlet] = shingles[holders > most]
    return [replace(w, house=_among(w.shingles, house[w.outlet])) if w.outlet else w for w in wordings]


def _among(shingles: NDArray[np.unsignedinteger], house: NDArray[np.unsignedinteger]) -> NDArray[np.bool_]:
    """Which of the shingles are among the others, both sorted."""
    if not len(house):
        return np.zeros(len(shingles), np.bool_)
    return np.asarray(house[np.minimum(np.searchsorted(house, shingles), len(house) - 1)] == shingles)

"""House text: what an outlet prints again and again in its own reports, its forms of address and its stock paragraphs.

Between two reports of the outlet it says nothing about the reports. What cleaning could not know from one page shows over many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

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
    return [replace(w, house=np.isin(w.shingles, house[w.outlet])) if w.outlet else w for w in wordings]

"""From the scores of labels to spans of whole words: the best sequence in which every span has a beginning."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.language.pieces import Word

Scores = NDArray[np.float32]
IMPOSSIBLE = np.float32(-1e9)


def of_words(scores: Scores, words: Sequence[Word]) -> Scores:
    """The scores of each word: those of its first piece, which alone decides; shape (words, labels)."""
    return scores[[word.first for word in words]]


def steps(kinds: int) -> NDArray[np.float32]:
    """What a step from label to label costs: a span goes on only after its own beginning. Shape (1 + 2 kinds,) twice."""
    cost = np.zeros((1 + 2 * kinds, 1 + 2 * kinds), dtype=np.float32)
    for kind in range(kinds):
        first, rest = 2 * kind + 1, 2 * kind + 2
        cost[:, rest] = IMPOSSIBLE
        cost[first, rest] = cost[rest, rest] = 0
    return cost


def best(scores: Scores, cost: NDArray[np.float32]) -> list[int]:
    """The best sequence of labels for scores of shape (words, labels) (Viterbi); of two as good, the lower labels."""
    if not len(scores):
        return []
    total = scores[0].copy()
    total[2::2] = IMPOSSIBLE
    back: list[NDArray[np.intp]] = []
    for row in scores[1:]:
        step = total[:, None] + cost
        back.append(step.argmax(0))
        total = step.max(0) + row
    path = [int(total.argmax())]
    for choices in reversed(back):
        path.append(int(choices[path[-1]]))
    return path[::-1]


def runs(path: Sequence[int], kind: int) -> list[tuple[int, int]]:
    """The runs of words that one kind of span covers: (first, behind the last)."""
    first, rest = 2 * kind + 1, 2 * kind + 2
    found: list[tuple[int, int]] = []
    for i, label in enumerate(path):
        if label == first:
            found.append((i, i + 1))
        elif label == rest and found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
    return found

"""From the scores of labels to spans of whole words: the best sequence of labels in which every span has a beginning."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.language.pieces import Word

Scores = NDArray[np.float32]


def of_words(scores: Scores, words: Sequence[Word]) -> Scores:
    """The scores of each word: those of its first piece, which alone decides; shape (words, labels)."""
    return scores.take([word.first for word in words], 0)


def best(scores: Scores) -> list[int]:
    """The best legal sequence of labels for scores of shape (words, labels).

    Label 0 is outside, 2 k + 1 begins a span of kind k and 2 k + 2 goes on with it, legal only after one of these two. Where each
    word's own best label is legal they are the best sequence; only the stretches before one that is not are worked out again.
    """
    path: list[int] = scores.argmax(1).tolist()
    end = len(path)
    for at in reversed(_illegal(path)):
        if at < end:
            end = _mended(scores, path, at, end)
    return path


def _illegal(path: Sequence[int]) -> list[int]:
    """The places of labels that go on with a span which does not stand before them."""
    return [i for i, at in enumerate(path) if at and at % 2 == 0 and (not i or path[i - 1] not in (at - 1, at))]


def _mended(scores: Scores, path: list[int], at: int, end: int) -> int:
    """Makes the labels around `at` the best legal ones, those from `end` on being right already, and returns where that begins.

    It goes back from the end of the span that `at` is in: as soon as a label that begins a span, or is outside, is the best there
    (Viterbi, from the right), what stands before no longer matters.
    """
    last = at
    while last + 1 < end and path[last + 1] == path[at]:
        last += 1
    begins = np.array([0, *range(1, scores.shape[1], 2)])
    total = scores[last].astype(np.float64)
    nexts: list[NDArray[np.intp]] = []
    first = last
    while True:
        free = int(begins[total[begins].argmax()])
        if first == 0 or (first <= at and total[free] >= total.max()):
            break
        follows = np.full(len(total), free)
        on = np.flatnonzero(total[2::2] > total[free]) * 2 + 2
        follows[on] = follows[on - 1] = on
        nexts.append(follows)
        first -= 1
        total = scores[first] + total[follows]
    path[first] = free
    for i, follows in enumerate(reversed(nexts), first + 1):
        path[i] = int(follows[path[i - 1]])
    return first


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

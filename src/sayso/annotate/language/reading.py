"""From the scores of a model to names and to who said what: whole words, legal structures, spans of the untouched text.

Nothing hangs on the last bit of a score: see `steady`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.language.labels import NAMED, Tag
from sayso.annotate.language.paths import Scores, best, of_words, runs
from sayso.annotate.language.pieces import Window, Word
from sayso.findings import NameType, Saying
from sayso.spans import Span

FINEST = np.float32(1024)
"""Steps to which a score is rounded, in 1. Sums of so few digits are exact, in whatever order they are made."""

IMPOSSIBLE = -1e9
"""The score of what cannot be: a cue is not its own source or content."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """A cue that the first look found: its words (first, behind the last), its pieces, and how sure the look was, 0 to 1."""

    words: tuple[int, int]
    pieces: tuple[int, int]
    score: float


def names(window: Window, words: Sequence[Word], scores: Scores) -> list[tuple[Span, NameType]]:
    """The names that begin in a window's own part, from scores of shape (pieces, name labels)."""
    path = best(steady(of_words(scores, words)))
    found = [(first, last, kind) for i, kind in enumerate(NAMED) for first, last in runs(path, i)]
    return [(Span(words[a].start, words[b - 1].end), kind) for a, b, kind in sorted(found) if _own(window, words[a])]


def cues(window: Window, words: Sequence[Word], scores: Scores) -> list[Asked]:
    """The cues that begin in a window's own part, from scores of shape (pieces, 3)."""
    of_word = steady(of_words(scores, words))
    chances = _chances(of_word)
    found = runs(best(of_word), 0)
    return [
        Asked((a, b), (words[a].first, words[b - 1].last), round(float(1 - chances[a:b, Tag.OUTSIDE].mean()), 4))
        for a, b in found
        if _own(window, words[a])
    ]


def said(words: Sequence[Word], asked: Asked, parts: Scores, real: float) -> Saying:
    """The source and the content of one cue, from scores of shape (pieces, 5) and that of its being a cue."""
    of_word = steady(of_words(parts, words))
    of_word[asked.words[0] : asked.words[1], 1:] = IMPOSSIBLE
    path = best(of_word)
    source, content = (tuple(Span(words[a].start, words[b - 1].end) for a, b in runs(path, kind)) for kind in (0, 1))
    cue = Span(words[asked.words[0]].start, words[asked.words[1] - 1].end)
    return Saying(source, (cue,), content, round(math.sqrt(asked.score / (1 + math.exp(-max(real, -700.0)))), 4))


def steady(scores: Scores) -> Scores:
    """The scores, rounded: those that differ by no more than the order in which a machine adds them up are the same, and among
    those that are the same it is the place, then the label, that decides.
    """
    return (np.round(scores * FINEST) / FINEST).astype(np.float32)


def apart(found: Iterable[T], place: Callable[[T], Span]) -> Iterator[T]:
    """In order of the text, without those that overlap one before them."""
    end = 0
    for one in sorted(found, key=place):
        if place(one).start >= end:
            end = place(one).end
            yield one


def _own(window: Window, word: Word) -> bool:
    return window.own[0] <= word.first < window.own[1]


def _chances(scores: Scores) -> NDArray[np.float32]:
    raised: NDArray[np.float32] = np.exp(scores - scores.max(1, keepdims=True))
    chances: NDArray[np.float32] = raised / raised.sum(1, keepdims=True)
    return chances

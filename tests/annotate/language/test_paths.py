from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from sayso.annotate.language.paths import best, runs

OUTSIDE, FIRST_A, REST_A, FIRST_B, REST_B = range(5)


def is_legal(path: tuple[int, ...]) -> bool:
    before = (OUTSIDE, *path)
    return all(label == 0 or label % 2 or before[i] in (label, label - 1) for i, label in enumerate(path))


def total(scores: NDArray[np.float32], path: tuple[int, ...]) -> float:
    return float(sum(scores[i, label] for i, label in enumerate(path)))


@st.composite
def scores_of_few_words(draw: st.DrawFn) -> NDArray[np.float32]:
    labels = draw(st.sampled_from([3, 5]))
    words = draw(st.integers(0, 6 if labels == 3 else 5))
    values = draw(st.lists(st.integers(-9, 9), min_size=words * labels, max_size=words * labels))
    return np.array(values, dtype=np.float32).reshape(words, labels)


@settings(deadline=None)
@given(scores_of_few_words())
def test_no_legal_sequence_is_better(scores: NDArray[np.float32]) -> None:
    path = tuple(best(scores))
    every = (p for p in product(range(scores.shape[1]), repeat=len(scores)) if is_legal(p))
    assert is_legal(path)
    assert total(scores, path) == max(total(scores, p) for p in every)


def row(label: int, by: float = 1.0, **others: float) -> list[float]:
    scores = [0.0] * 5
    scores[label] = by
    for name, score in others.items():
        scores[globals()[name]] = score
    return scores


@pytest.mark.parametrize(
    ("rows", "path"),
    [
        ([row(FIRST_A), row(REST_A), row(OUTSIDE)], [FIRST_A, REST_A, OUTSIDE]),
        ([row(OUTSIDE, 1, FIRST_A=0.9), row(REST_A, 9)], [FIRST_A, REST_A]),
        ([row(OUTSIDE, 9), row(REST_A, 1, FIRST_A=0.9)], [OUTSIDE, FIRST_A]),
        ([row(FIRST_A, 9), row(REST_B, 1, REST_A=0.5, FIRST_B=0.4)], [FIRST_A, REST_A]),
        ([row(OUTSIDE, 1, FIRST_B=0.9), row(OUTSIDE, 1, REST_B=0.9), row(REST_B, 9)], [FIRST_B, REST_B, REST_B]),
    ],
)
def test_a_span_without_a_beginning_gets_one_or_is_none(rows: list[list[float]], path: list[int]) -> None:
    assert best(np.array(rows, dtype=np.float32)) == path


def test_runs_are_parted_where_one_begins() -> None:
    assert runs([FIRST_A, REST_A, FIRST_A, OUTSIDE, FIRST_B, REST_B], 0) == [(0, 2), (2, 3)]
    assert runs([FIRST_A, REST_A, FIRST_A, OUTSIDE, FIRST_B, REST_B], 1) == [(4, 6)]

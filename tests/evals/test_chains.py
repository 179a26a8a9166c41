from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.chains import Scores, b_cubed, best_pairs, ceaf_e, muc

GOLD = [frozenset("abc"), frozenset("defg")]
FOUND = [frozenset("ab"), frozenset("cd"), frozenset("fghi")]


def test_the_three_figures_are_those_of_the_published_example() -> None:
    """The example of Pradhan et al. 2014, with mentions that only one side has."""
    assert (muc(GOLD, FOUND).recall, muc(GOLD, FOUND).precision) == (0.4, 0.4)
    assert round(b_cubed(GOLD, FOUND).recall, 2) == 0.42
    assert round(b_cubed(GOLD, FOUND).precision, 2) == 0.5
    assert ceaf_e(GOLD, FOUND).recall == pytest.approx(0.65)
    assert ceaf_e(GOLD, FOUND).precision == pytest.approx(1.3 / 3)


def test_the_same_chains_score_one_and_none_score_nothing() -> None:
    same, none = Scores(), Scores()
    same.add(GOLD, GOLD[::-1])
    none.add(GOLD, [])
    assert same.conll == pytest.approx(1)
    assert none.conll == 0


@given(st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=1, max_size=4))
def test_the_best_pairs_are_the_best_of_all(rows: list[list[int]]) -> None:
    alike = {i: {j: float(value) for j, value in enumerate(row)} for i, row in enumerate(rows)}
    best = max(sum(rows[i][j] for i, j in enumerate(order[: len(rows)])) for order in permutations(range(4)))
    assert best_pairs(alike) == pytest.approx(best)

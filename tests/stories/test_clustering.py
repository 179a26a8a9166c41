"""Groups by the mean likeness of all their pairs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.stories.clustering import grouped


def test_a_chain_is_not_drawn_into_one_group() -> None:
    chain = {(n, n + 1): 0.9 - n / 100 for n in range(5)}
    assert grouped(6, chain, 0.5) == [[0, 1], [2, 3], [4, 5]]


def test_two_groups_join_when_their_pairs_agree_on_the_whole() -> None:
    scores = {(0, 1): 0.9, (2, 3): 0.9, (0, 2): 0.8, (0, 3): 0.6, (1, 2): 0.6, (1, 3): 0.1}
    assert grouped(4, scores, 0.5) == [[0, 1, 2, 3]]
    assert grouped(4, scores, 0.6) == [[0, 1], [2, 3]]


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), st.integers(0, 20).map(lambda n: n / 20)
)


@given(PAIRS, st.sampled_from([0.3, 0.5, 0.8]))
def test_everyone_is_in_one_group_and_no_two_groups_are_left_to_join(
    scores: dict[tuple[int, int], float], threshold: float
) -> None:
    groups = grouped(8, scores, threshold)
    assert sorted(n for group in groups for n in group) == list(range(8))

    def mean(a: list[int], b: list[int]) -> float:
        return sum(scores.get((min(i, j), max(i, j)), 0) for i in a for j in b) / (len(a) * len(b))

    assert all(mean(a, b) < threshold + 1e-6 for a in groups for b in groups if a is not b)

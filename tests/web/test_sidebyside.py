"""Two texts put side by side."""

from __future__ import annotations

from sayso.spans import Span
from sayso.web.contexts.sidebyside import rows

FOUR = (Span(0, 10), Span(12, 30), Span(32, 40), Span(42, 60))
THREE = (Span(0, 20), Span(22, 30), Span(32, 50))


def test_blocks_that_hold_the_same_words_share_a_row() -> None:
    assert rows(FOUR, THREE, [(Span(12, 30), Span(0, 18))]) == (((0,), ()), ((1,), (0,)), ((2, 3), (1, 2)))


def test_every_block_stands_in_one_row_even_where_nothing_is_shared() -> None:
    assert rows(FOUR, THREE, []) == (((0, 1, 2, 3), (0, 1, 2)),)
    assert rows((), THREE, []) == (((), (0, 1, 2)),)
    assert rows((), (), []) == ()


def test_where_the_order_differs_what_is_shared_most_keeps_its_row() -> None:
    moved = [(Span(0, 8), Span(32, 40)), (Span(42, 60), Span(0, 18))]
    assert rows(FOUR, THREE, moved) == (((0, 1, 2), ()), ((3,), (0,)), ((), (1, 2)))


def test_a_passage_over_several_blocks_pairs_them_one_by_one() -> None:
    whole = [(Span(0, 60), Span(0, 60))]
    same = rows(FOUR, FOUR, whole)
    assert same == (((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((3,), (3,)))

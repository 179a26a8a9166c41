"""Long lists, a leaf at a time."""

from __future__ import annotations

import pytest

from sayso.web.contexts.leaves import leaf


def test_leaves_follow_one_another_and_hold_everything_once() -> None:
    seen: list[int] = []
    asked = ""
    while True:
        shown, at = leaf(range(95), asked, 40, "shared", sort="first", shared=asked)
        assert (at.first, at.last, at.total) == (len(seen) + 1, len(seen) + len(shown), 95)
        seen += shown
        if at.after is None:
            break
        assert "sort=first" in at.after
        asked = at.after.rpartition("shared=")[2]
    assert seen == list(range(95))


@pytest.mark.parametrize("asked", ["", "-1", "x", "٣", "9" * 30, "0"])
def test_what_is_no_place_in_the_list_counts_as_its_beginning(asked: str) -> None:
    assert leaf(range(50), asked, 20, "shared")[0] == tuple(range(20))


def test_what_lies_past_the_end_shows_the_last_leaf() -> None:
    shown, at = leaf(range(50), "777", 20, "shared")
    assert shown == tuple(range(40, 50))
    assert at.before == "?shared=20"
    assert at.after is None


def test_an_empty_list_is_one_empty_leaf() -> None:
    nothing: tuple[int, ...] = ()
    shown, at = leaf(nothing, "40", 20, "shared")
    assert (shown, at.total, at.before, at.after) == ((), 0, None, None)

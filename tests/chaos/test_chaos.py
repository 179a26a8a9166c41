"""A few kills in every test run; `make chaos` makes hundreds, and fails every write and sync in turn."""

import random
from pathlib import Path

from tests.chaos.desk import LONGEST_S, at_once, made
from tests.chaos.killing import forking
from tests.chaos.kills import Ground, kill


def test_killed_at_any_moment_nothing_acknowledged_is_lost_and_the_same_command_makes_it_whole(tmp_path: Path) -> None:
    with forking() as forked:
        kill(Ground(tmp_path, forked), 10, random.Random(7))


def test_several_hands_on_one_case_lose_nothing_and_wait_for_no_one_long(tmp_path: Path) -> None:
    hands = at_once(made(tmp_path), 3, 20)
    assert all(hand.acknowledged for hand in hands)
    assert max(s for hand in hands for s in (*hand.decided_s, *hand.read_s)) < LONGEST_S

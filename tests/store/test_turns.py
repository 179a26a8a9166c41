"""Those who decide at once stand in line, and whoever waits too long goes on all the same."""

import time
from pathlib import Path

from sayso.store.turns import turn


def test_one_has_the_turn_and_another_waits_its_time_and_leaves_nothing_behind(tmp_path: Path) -> None:
    case = tmp_path / "harbour.sayso"
    with turn(case, 5.0):
        began = time.monotonic()
        with turn(case, 0.05):
            assert time.monotonic() - began >= 0.05
    began = time.monotonic()
    with turn(case, 5.0):
        assert time.monotonic() - began < 5.0
    assert not list(tmp_path.iterdir())


def test_where_there_is_no_such_folder_the_database_has_the_last_word(tmp_path: Path) -> None:
    with turn(tmp_path / "nowhere" / "harbour.sayso", 5.0):
        pass

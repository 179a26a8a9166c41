"""`sayso search`."""

import json
from pathlib import Path

from tests.cli.conftest import Sayso


def test_words_are_found_and_quoted(sayso: Sayso, case: Path) -> None:
    said = sayso("search", case, "nobody", "hurt")
    assert said.code == 0
    assert "claims" in said.out
    assert "Nobody was hurt" in said.out


def test_json_gives_what_the_page_gives(sayso: Sayso, case: Path) -> None:
    found = json.loads(sayso("search", case, "nobody was", "--json").out)
    assert found["query"] == '"nobody was"'
    assert found["claims"]


def test_nothing_found_is_said(sayso: Sayso, case: Path) -> None:
    said = sayso("search", case, "zeppelin")
    assert (said.code, said.out) == (0, "")
    assert "Nothing in this case holds all of these words." in said.err

"""`sayso decide` and `sayso decisions`: a person's word on what a case shows."""

import json
from pathlib import Path

import pytest

from sayso.store.writer import Writer
from tests.cli.conftest import Sayso, exported


def test_a_decision_is_kept_listed_and_taken_back(sayso: Sayso, case: Path) -> None:
    made = sayso("decide", case, "reject", "x-1", "--who", "Ada Reed", "--why", "the same words")
    assert made.code == 0
    assert "sayso run -c" in made.err
    key = made.out.strip()
    listed = sayso("decisions", case).out
    assert "Ada Reed" in listed
    assert "the same words" in listed
    assert json.loads(sayso("show", case, "--json").out)["stories"][0]["differences"] == 0
    assert sayso("decide", case, "undo", key, "--who", "Ada Reed").code == 0
    lines = json.loads(sayso("decisions", case, "--json").out)
    assert [line["standing"] for line in lines] == ["undone", "waits for the next run"]
    assert json.loads(sayso("show", case, "--json").out)["stories"][0]["differences"] == 1


def test_a_decision_can_be_made_while_a_run_is_going_on(sayso: Sayso, case: Path) -> None:
    with Writer(case):
        assert sayso("decide", case, "accept", "c-1", "--who", "Ada Reed").code == 0
        (line,) = json.loads(sayso("decisions", case, "--json").out)
        assert (line["standing"], line["finding"]) == ("stands", "c-1")


def test_the_export_has_the_log_in_its_order(sayso: Sayso, case: Path, tmp_path: Path) -> None:
    for reason in ("first", "second", "third"):
        sayso("decide", case, "note", "c-1", "--who", "Ada Reed", "--why", reason)
    lines = exported(case, tmp_path / "out")["decisions.jsonl"].splitlines()
    assert [json.loads(line)["reason"] for line in lines] == ["first", "second", "third"]


@pytest.mark.parametrize(
    "words",
    [
        ("accept", "c-nothing"),
        ("undo", "n-nothing"),
        ("merge", "c-1"),
        ("merge", "c-1", "s-1"),
        ("split", "c-1"),
        ("speaker", "a-harbour"),
        ("speaker", "c-1", "Ada Quill"),
        ("date", "d-harbour", "soon"),
        ("role", "d-harbour:0-99999", "body"),
        ("role", "d-harbour:7-3", "body"),
        ("grade", "y-1", "very good"),
        ("note", "c-1"),
        ("reject", "d-harbour"),
        ("accept", "c-1", "x-1"),
        ("accept", "c-1'; DROP TABLE decision;--"),
        ("accept", "\u202ec-1\u202c"),
        ("accept", ""),
    ],
)
def test_what_cannot_be_ruled_is_told_with_what_to_do_and_changes_nothing(sayso: Sayso, case: Path, words: tuple[str, ...]) -> None:
    said = sayso("decide", case, *words, "--who", "Ada Reed")
    assert said.code == 2
    assert len(said.err.strip().splitlines()) == 2
    assert "Traceback" not in said.err
    assert json.loads(sayso("decisions", case, "--json").out) == []


def test_a_case_that_is_not_there_is_not_made_by_deciding(sayso: Sayso, tmp_path: Path) -> None:
    assert sayso("decide", tmp_path / "none.sayso", "accept", "c-1", "--who", "Ada Reed").code == 2
    assert not (tmp_path / "none.sayso").exists()

import pytest

from evals.__main__ import main, shown


def test_an_evaluation_that_is_not_there_is_said_to_be_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(["of_nothing"]) == 2
    assert "evals/of_nothing.py is not there" in capsys.readouterr().err


def test_what_is_no_part_of_the_evaluations_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["weather"]) == 2
    assert "usage" in capsys.readouterr().err

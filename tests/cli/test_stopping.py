"""Ctrl-C at any moment, and the same bytes in every surrounding."""

import signal
from pathlib import Path

from sayso.documents import Document
from sayso.store.view import CaseView
from tests.cli.conftest import exported, started


def stop_at(moment: str, folder: Path) -> str:
    """Runs until the line of a stage appears, presses Ctrl-C, and gives what was said of it."""
    run = started("run", "harbour", "-c", "stopped", cwd=folder)
    assert run.stderr
    said = ""
    while moment not in said:
        line = run.stderr.readline()
        assert line, f"it ended before it was stopped: {said}"
        said += line
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=60)
    assert (run.returncode, out) == (130, "")
    assert "Traceback" not in err
    return err


def test_stopped_at_any_moment_a_case_is_sound_and_the_next_run_makes_it_whole_in_any_surrounding(
    corpus: Path, tmp_path: Path
) -> None:
    case = tmp_path / "stopped.sayso"
    assert "as it was before" in stop_at("Reading", corpus.parent) or case.exists()
    for moment in ("Finding sentences", "Comparing"):
        assert "To go on: sayso run -c stopped.sayso" in stop_at(moment, corpus.parent)
        with CaseView(case) as view:
            assert len(view.all(Document)) == 3
            assert view.runs()[-1].seconds is None

    go_on = started("run", "-c", "stopped", "-q", cwd=tmp_path, env={"PYTHONHASHSEED": "2", "TZ": "America/Lima"})
    assert go_on.communicate() == ("", "")
    at_once = started("run", "harbour", "-c", "whole", "-q", cwd=tmp_path, env={"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"})
    assert at_once.communicate() == ("", "")
    whole = exported(tmp_path / "whole.sayso", tmp_path / "whole")
    assert whole["attributions.jsonl"]
    assert exported(case, tmp_path / "again") == whole


def test_ctrl_c_pressed_again_while_the_program_ends_changes_nothing(corpus: Path) -> None:
    pressed = 0
    with started("run", "harbour", "-c", "stopped", cwd=corpus.parent) as run:
        assert run.stderr
        for line in run.stderr:
            if "Finding sentences" in line or line.startswith("Stopped"):
                run.send_signal(signal.SIGINT)
                pressed += 1
    assert (pressed, run.returncode) == (2, 130)

"""Workers are there when they are needed, and never longer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from sayso.documents import Document
from sayso.read import offers
from sayso.read.base import Piece
from sayso.read.harvest import harvests, read_piece
from sayso.read.workers import worker
from sayso.read.workers.worker import CannotStart

from .conftest import FORMS, SETTINGS, Harvested, keys

MANY = {f"{n:03}.words": f"Report {n}." for n in range(40)} | {f"{n:03}b.txt": f"Plain {n}." for n in range(40)}


def workers_of(process: int) -> list[psutil.Process]:
    return [child for child in psutil.Process(process).children() if worker.MODULE in child.cmdline()]


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_what_is_found_and_its_order_do_not_hang_on_the_number_of_workers(harvested: Harvested, workers: int) -> None:
    files = MANY | {"020c.pile": "x.words One.\ny.words Two."}
    found = harvested(files, replace(SETTINGS, workers=workers))
    assert found == harvested(files, replace(SETTINGS, workers=7))
    assert keys(found) == sorted([*MANY, "020c.pile/x.words", "020c.pile/y.words"])


def test_plain_texts_start_no_worker(harvested: Harvested, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_start", None)
    assert len(harvested({f"{n}.txt": f"Plain {n}." for n in range(5)})) == 5


def test_one_worker_reads_many_pieces(harvested: Harvested) -> None:
    found = harvested({f"{n}.where": "" for n in range(9)}, replace(SETTINGS, workers=1))
    assert len({d.text for harvest in found for d in harvest.documents}) == 1


def test_progress_counts_offers_and_the_pieces_of_containers(harvested: Harvested) -> None:
    told: list[tuple[int, int]] = []
    harvested({"a.words": "One.", "b.pile": "x.words Two.\ny.words Three.\nz.words Four.", "c.txt": "Five."}, told=told)
    assert told[0] == (0, 3)
    assert told[-1] == (5, 5)
    assert (3, 5) in told
    assert all(done <= total for done, total in told)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_nothing_is_left_when_the_work_is_done_or_given_up(harvested: Harvested, tmp_path: Path) -> None:
    before = workers_of(os.getpid())
    harvested({"a.words": "One."})
    assert workers_of(os.getpid()) == before
    (tmp_path / "b.hang").write_text("")
    (tmp_path / "c.flood").write_text("1000")
    with closing(harvests(offers([tmp_path]), replace(SETTINGS, seconds=1000), lambda *_: None, FORMS)) as found:
        next(found)
        assert len(workers_of(os.getpid())) > len(before)
    assert workers_of(os.getpid()) == before


def test_ctrl_c_ends_the_run_at_once_and_leaves_no_process(tmp_path: Path) -> None:
    for name in ("a.hang", "b.hang", "c.flood"):
        (tmp_path / name).write_text("1000")
    script = (
        "import sys; from pathlib import Path\n"
        "from sayso.config import ReadSettings; from sayso.read import offers; from sayso.read.harvest import harvests\n"
        f"settings = ReadSettings(seconds=1000, workers=2)\n"
        f"list(harvests(offers([Path({str(tmp_path)!r})]), settings, lambda *_: None, {FORMS!r}))"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", script], stderr=subprocess.PIPE, cwd=Path(__file__).parents[3], start_new_session=True
    )
    try:
        while len(there := workers_of(run.pid)) < 3 or not all(busy(one) for one in there):
            assert run.poll() is None
            time.sleep(0.05)
        run.send_signal(signal.SIGINT)
        _, said = run.communicate(timeout=60)
    finally:
        run.kill()
    assert said.rstrip().endswith(b"KeyboardInterrupt")
    assert not [one for one in there if one.is_running()]


def busy(process: psutil.Process) -> bool:
    return int(process.memory_info().rss) > 20_000_000


def test_a_worker_whose_program_is_gone_ends_when_it_has_nothing_to_do() -> None:
    lone = worker.Worker(SETTINGS, FORMS)
    assert list(lone.read(Piece("a.words", "a.words", b"One.")))
    assert lone._process.stdin
    lone._process.stdin.close()
    assert lone._process.wait(timeout=60) == 0
    lone.release()


def test_files_that_lie_where_the_program_runs_are_not_its_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('taken over')")
    (tmp_path / "a.words").write_text("One.")
    monkeypatch.chdir(tmp_path)
    [found] = read_piece(Piece("a.words", "a.words", Path("a.words")), SETTINGS, FORMS)
    assert isinstance(found, Document)


def test_workers_that_do_not_start_are_a_fault_of_the_machine_and_not_of_the_piece() -> None:
    with pytest.raises(CannotStart, match="do not start"):
        read_piece(Piece("a.words", "a.words", b"One."), replace(SETTINGS, memory_mb=1), FORMS)


def test_links_and_rejections_of_one_piece_come_back_from_a_worker() -> None:
    found = read_piece(Piece("a.links", "a.links", b"https://a.example/1\nhttps://a.example/2"), SETTINGS, FORMS)
    assert [getattr(item, "address", getattr(item, "reason", None)) for item in found] == [
        "https://a.example/1",
        "https://a.example/2",
        "a.links: is cut off.",
    ]

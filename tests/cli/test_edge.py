"""Whatever goes wrong comes out as a message, what to do next, and an exit code."""

import os
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.cli.plain import plain
from sayso.documents import Document, Profile, Rejected
from sayso.stages import Bench, Found, Outcome
from sayso.store.schema import FORMAT
from sayso.store.view import CaseView
from sayso.store.writer import Writer
from tests.cli.conftest import Sayso
from tests.store.values import VALUES, A, B, FakeStage, stages


@dataclass(frozen=True)
class Failing(FakeStage):
    """A stage that fails at its second document."""

    fault: type[BaseException] = ZeroDivisionError

    def run(self, found: Found, bench: Bench) -> Outcome:
        list(bench.each(self._work, found[Document]))
        return Outcome(self.values)

    def _work(self, document: Document) -> None:
        if document.key == "mirror":
            raise self.fault("odd document")


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    read, clean, *rest = stages()
    order = (read, clean, Failing("annotate", rest[0].values, fault=request.param), *rest[1:])
    monkeypatch.setattr("sayso.order.stages", lambda settings, model: order)


@pytest.mark.parametrize("failing", [ZeroDivisionError], indirect=True)
@pytest.mark.usefixtures("failing")
def test_a_fault_of_the_program_says_where_it_arose_and_what_to_do(
    sayso: Sayso, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = sayso("run", corpus)
    assert said.code == 1
    assert "stage annotate, mirror" in said.err
    assert "report this" in said.err
    assert "Traceback" not in said.err
    monkeypatch.setenv("SAYSO_DEBUG", "1")
    assert "Traceback" in sayso("run", corpus).err


@pytest.mark.parametrize("failing", [KeyboardInterrupt], indirect=True)
@pytest.mark.usefixtures("failing")
def test_what_was_kept_before_an_interrupt_is_there_and_said(sayso: Sayso, corpus: Path) -> None:
    said = sayso("run", corpus)
    assert said.code == 130
    assert "read, clean" in said.err
    assert "sayso run -c harbour.sayso" in said.err
    with CaseView(Path("harbour.sayso")) as view:
        assert view.all(Profile) == VALUES[Profile]
    assert "stopped before: annotate" in " ".join(sayso("show", "harbour").out.split())


@pytest.mark.parametrize("failing", [MemoryError], indirect=True)
@pytest.mark.usefixtures("failing")
def test_too_little_memory_is_said_to_be_so(sayso: Sayso, corpus: Path) -> None:
    said = sayso("run", corpus)
    assert said.code == 1
    assert "memory" in said.err


@pytest.mark.parametrize("failing", [PermissionError], indirect=True)
@pytest.mark.usefixtures("failing")
def test_a_fault_of_the_machine_is_a_message(sayso: Sayso, corpus: Path) -> None:
    said = sayso("run", corpus)
    assert said.code == 2
    assert "yours to read and write" in said.err


def test_when_a_later_stage_rejects_every_document_nothing_is_usable(
    sayso: Sayso, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = stages()[0]
    gone = tuple(Rejected(d.path, "clean", "holds no sentence", d.id) for d in (A, B))
    monkeypatch.setattr("sayso.order.stages", lambda settings, model: (read, FakeStage("clean", {Profile: ()}, gone)))
    said = sayso("run", corpus)
    assert said.code == 4
    assert said.err.count("holds no sentence") == 2


@pytest.mark.parametrize("command", ["show", "export", "report", "serve", "run"])
def test_a_case_that_is_none_stays_shut(sayso: Sayso, case: Path, command: str, corpus: Path) -> None:
    more = {"export": ["-o", "out"], "report": ["-o", "x.html"], "run": [str(corpus)]}.get(command, [])
    name = ["-c", str(case)] if command == "run" else [str(case)]
    _set_version(case, FORMAT + 1)
    newer = sayso(command, *name, *more)
    assert (newer.code, "newer Sayso" in newer.err) == (7, True)
    case.write_bytes(b"not a case " * 99)
    foreign = sayso(command, *name, *more)
    assert (foreign.code, "another program" in foreign.err) == (7, True)
    case.write_bytes(b"SQLite format 3\0" + b"broken" * 999)
    broken = sayso(command, *name, *more)
    assert (broken.code, "damaged" in broken.err) == (5, True)


def _set_version(case: Path, version: int) -> None:
    inside = sqlite3.connect(case)
    inside.execute(f"PRAGMA user_version={version}")
    inside.close()


def test_a_case_that_another_run_is_writing_is_busy(sayso: Sayso, case: Path, corpus: Path) -> None:
    with Writer(case):
        said = sayso("run", corpus, "-c", case)
        assert said.code == 6
        assert "another run" in said.err
        assert sayso("show", case).code == 0


def test_who_reads_only_the_first_line_hears_no_complaint(case: Path) -> None:
    program = f"{sys.executable} -c 'from sayso.cli import main; main()' show {case} claims"
    piped = subprocess.run(["bash", "-c", f"set -o pipefail; {program} | true"], capture_output=True, text=True, check=False)
    assert (piped.returncode, piped.stderr) == (0, "")


def test_output_that_cannot_be_written_is_an_error(case: Path) -> None:
    with Path("/dev/full").open("w") as full:
        called = [sys.executable, "-c", "from sayso.cli import main; main()", "show", str(case)]
        ended = subprocess.run(called, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert "No space left" in ended.stderr


def test_a_terminal_without_unicode_gets_what_it_can_show(case: Path) -> None:
    called = [sys.executable, "-c", "from sayso.cli import main; main()", "show", str(case), "documents", "--json"]
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    ended = subprocess.run(called, env=env, capture_output=True, check=True)
    assert b"\\u201cNobody was hurt,\\u201d" in ended.stdout


@given(st.text() | st.text(st.characters(categories=["Cc", "Cf", "Zl", "Zp"])))
def test_no_text_can_drive_the_terminal(text: str) -> None:
    controls = {*map(chr, range(32)), *map(chr, range(0x7F, 0xA0))}
    turns = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert not set(plain(text)) & (controls | turns)


def test_the_program_alone_says_what_it_can_do(sayso: Sayso) -> None:
    assert "sayso run FOLDER -c NAME.sayso" in sayso().out


def test_the_version_and_the_help_are_answered_at_once() -> None:
    called = [sys.executable, "-X", "importtime", "-c", "from sayso.cli import main; main()", "--help"]
    ended = subprocess.run(called, capture_output=True, text=True, check=True)
    assert "Read documents" in ended.stdout
    loaded = {line.rsplit("|", 1)[-1].strip() for line in ended.stderr.splitlines()}
    assert not loaded & {"numpy", "sqlalchemy", "rich.console", "onnxruntime", "trafilatura", "starlette"}

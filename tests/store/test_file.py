"""What is no case, what is a case no longer, and what is not a case yet."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.errors import CaseBusy, CaseDamaged, Refused, SaysoError, UsageError
from sayso.findings import Claim, Story
from sayso.stages import Outcome
from sayso.store import schema
from sayso.store.view import CaseView
from sayso.store.writer import Writer
from tests.store.values import stages


@pytest.fixture
def case(tmp_path: Path) -> Path:
    place = tmp_path / "harbour.sayso"
    with Writer(place) as writer:
        writer.begin_run(stages())
        for stage in stages():
            writer.keep(stage, Outcome(stage.values, stage.rejected))
    return place


def read(place: Path) -> None:
    with CaseView(place) as view:
        view.all(Story)
        view.all(Claim)


def write(place: Path) -> None:
    Writer(place).close()


BOTH = pytest.mark.parametrize("open_it", [read, write])
Open = Callable[[Path], None]


def refused_unchanged(place: Path, open_it: Open, error: type[SaysoError], words: str) -> None:
    before = place.read_bytes()
    with pytest.raises(error, match=words):
        open_it(place)
    assert place.read_bytes() == before


@BOTH
def test_a_text_is_a_file_of_another_program(tmp_path: Path, open_it: Open) -> None:
    place = tmp_path / "notes.sayso"
    place.write_text("Call the harbour master again.\n" * 100)
    refused_unchanged(place, open_it, Refused, "another program")


@BOTH
def test_another_database_is_a_file_of_another_program(tmp_path: Path, open_it: Open) -> None:
    place = tmp_path / "birds.sayso"
    with sqlite3.connect(place) as other:
        other.execute("CREATE TABLE bird(name)")
    other.close()
    refused_unchanged(place, open_it, Refused, "another program")


@BOTH
@pytest.mark.parametrize(("step", "whose"), [(1, "newer Sayso"), (-1, "older Sayso")])
def test_a_case_of_another_form_is_refused(case: Path, open_it: Open, step: int, whose: str) -> None:
    other = sqlite3.connect(case)
    other.execute(f"PRAGMA user_version={schema.FORMAT + step}")
    other.close()
    refused_unchanged(case, open_it, Refused, whose)


@BOTH
@pytest.mark.parametrize("broken", [slice(0, 16), slice(0, 100), slice(4096, 90_000)], ids=["magic", "head", "middle"])
def test_a_broken_case_is_called_damaged(case: Path, open_it: Open, broken: slice) -> None:
    raw = bytearray(case.read_bytes())
    raw[broken] = b"\xa5" * len(raw[broken])
    if broken == slice(0, 100):
        raw[68:72] = schema.APPLICATION.to_bytes(4, "big")
    case.write_bytes(raw)
    refused_unchanged(case, open_it, CaseDamaged, "damaged")


@BOTH
def test_a_case_cut_short_is_called_damaged(case: Path, open_it: Open) -> None:
    case.write_bytes(case.read_bytes()[:10_000])
    refused_unchanged(case, open_it, CaseDamaged, "damaged")


def test_a_finding_that_no_stage_could_have_given_is_called_damage(case: Path) -> None:
    inside = sqlite3.connect(case)
    inside.execute("UPDATE claim SET origins = '{\"count\": 1}'")
    inside.commit()
    inside.close()
    with pytest.raises(CaseDamaged, match="claim"):
        read(case)


def test_the_empty_file_of_a_run_stopped_at_its_start_blocks_no_later_run(tmp_path: Path) -> None:
    place = tmp_path / "harbour.sayso"
    place.touch()
    with pytest.raises(UsageError, match="empty"):
        read(place)
    with Writer(place) as writer:
        writer.begin_run(stages())
        writer.keep(stages()[0], Outcome(stages()[0].values))
    read(place)


def test_no_case_and_a_folder_are_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such case"):
        read(tmp_path / "nothing.sayso")
    with pytest.raises(UsageError, match="folder"):
        read(tmp_path)


def test_a_case_that_another_program_holds_is_busy(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.store.writer.AT_ONCE_S", 0.05)
    other = sqlite3.connect(case, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(CaseBusy):
            write(case)
    finally:
        other.close()
    read(case)


def test_odd_characters_in_the_name_of_a_case_do_no_harm(case: Path) -> None:
    odd = case.rename(case.with_name("what? 100% #1 – Hafen&ü.sayso"))
    read(odd)
    write(odd)

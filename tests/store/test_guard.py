"""A copy of a case in use, and whether a case is what was kept."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from sayso.documents import Document
from sayso.errors import CaseBusy, CaseDamaged, SaysoError, UsageError
from sayso.findings import Decision
from sayso.stages import Outcome
from sayso.store.backup import backup
from sayso.store.log import append
from sayso.store.probing import file_system, folder, machine
from sayso.store.verifying import flaws
from sayso.store.view import CaseView
from sayso.store.writer import Writer
from tests.store.room import no_file_longer_than
from tests.store.values import DECISION, VALUES, WAITING, A, stages


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("guard") / "harbour.sayso"
    with Writer(place) as writer:
        writer.begin_run(stages())
        for stage in stages():
            writer.keep(stage, Outcome(stage.values, stage.rejected))
    append(place, DECISION, WAITING)
    return place


@pytest.fixture
def place(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "harbour.sayso"))


def change(place: Path, statement: str, *given: object) -> None:
    """What no program of ours does: a row changed behind the back of its seal."""
    with sqlite3.connect(place) as connection:
        connection.execute(statement, given)
    connection.close()


def test_a_sound_case_has_no_flaw(place: Path) -> None:
    assert flaws(place) == ()


def test_a_copy_is_the_case_as_of_a_moment_while_it_is_read_and_written(place: Path) -> None:
    to = place.with_name("copy.sayso")
    with CaseView(place), Writer(place) as writer:
        writer.begin_run(stages())
        backup(place, to)
    assert flaws(to) == ()
    with CaseView(to) as view:
        assert view.all(Document) == VALUES[Document]
        assert view.all(Decision) == (DECISION,)


def test_a_copy_replaces_nothing_unasked(place: Path) -> None:
    to = place.with_name("copy.sayso")
    to.write_text("mine")
    with pytest.raises(UsageError, match="is there already"):
        backup(place, to)
    assert to.read_text() == "mine"
    backup(place, to, force=True)
    assert flaws(to) == ()


def test_a_case_is_not_copied_onto_itself(place: Path) -> None:
    with pytest.raises(UsageError, match="is the case itself"):
        backup(place, place.parent / "." / place.name, force=True)


def test_two_that_make_the_same_copy_do_not_mix(place: Path) -> None:
    to = place.with_name("copy.sayso")
    with Writer(to), pytest.raises(CaseBusy):
        backup(place, to)
    backup(place, to)
    assert sorted(p.name for p in place.parent.iterdir()) == ["copy.sayso", place.name]


def test_a_damaged_case_is_not_taken_for_a_copy_and_is_named(place: Path) -> None:
    raw = bytearray(place.read_bytes())
    raw[8192:60_000] = b"\xa5" * (60_000 - 8192)
    place.write_bytes(raw)
    with pytest.raises(CaseDamaged, match="harbour"):
        backup(place, place.with_name("copy.sayso"))
    assert [p.name for p in place.parent.iterdir()] == [place.name]


def test_a_case_that_stays_locked_is_not_waited_for_for_ever(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.store.backup.PATIENCE_S", 0.05)
    with closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CaseBusy):
            backup(place, place.with_name("copy.sayso"))


def test_a_full_disk_leaves_no_half_copy(place: Path) -> None:
    to = place.with_name("copy.sayso")
    with no_file_longer_than(20_000), pytest.raises(UsageError):
        backup(place, to)
    assert sorted(p.name for p in place.parent.iterdir()) == [place.name]


@pytest.mark.parametrize(
    ("statement", "given", "where"),
    [
        ("UPDATE document SET text = replace(text, 'e', 'a') WHERE id = ?", (A.id,), "document"),
        ("UPDATE claim SET text = 'Somebody was hurt'", (), "claim"),
        ("DELETE FROM difference", (), "difference"),
        ("UPDATE span SET \"end\" = \"end\" + 100000 WHERE kind = 'attribution'", (), "attribution"),
        ("UPDATE decision SET who = 'Nobody'", (), "decision"),
        ("UPDATE decision SET target = '{'", (), "decision"),
        ("UPDATE story SET documents = '[\"d-nowhere\"]'", (), "story"),
        ("UPDATE claim SET id = 'c-other'", (), "difference"),
        ("DELETE FROM span WHERE kind = 'passage'", (), "passage"),
    ],
)
def test_what_is_not_as_it_was_kept_is_found(place: Path, statement: str, given: tuple[object, ...], where: str) -> None:
    change(place, statement, *given)
    assert any(where in flaw.where for flaw in flaws(place))


def test_two_hundred_flipped_bits_are_found_or_change_no_answer(whole: Path, tmp_path: Path) -> None:
    with CaseView(whole) as view:
        answers: dict[type, Sequence[object]] = {kind: view.all(kind) for kind in (*VALUES, Decision)}
    content, dice = whole.read_bytes(), random.Random(11)
    for turn in range(200):
        place, at = tmp_path / "flipped.sayso", dice.randrange(len(content))
        place.write_bytes(content[:at] + bytes([content[at] ^ 1 << dice.randrange(8)]) + content[at + 1 :])
        try:
            if flaws(place):
                continue
            with CaseView(place) as view:
                for kind, answer in answers.items():
                    assert view.all(kind) == answer, (turn, at)
        except SaysoError:
            continue


@pytest.mark.parametrize("kept", [0, 50, 100, 4096, 9000, -1])
def test_a_torn_file_is_told(place: Path, kept: int) -> None:
    content = place.read_bytes()
    place.write_bytes(content[: kept if kept >= 0 else len(content) // 2])
    try:
        told = [flaw.what for flaw in flaws(place)]
    except SaysoError as e:
        told = [str(e)]
    assert told


def test_the_machine_and_the_folder_are_told(tmp_path: Path) -> None:
    assert {"Sayso", "SQLite"} <= {one.name for one in machine()}
    assert all(one.good for one in folder(tmp_path) if one.name == "write and sync")
    assert not any(one.good for one in folder(tmp_path / "nowhere") if one.name in ("room", "write and sync"))
    assert file_system(tmp_path)

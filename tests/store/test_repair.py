"""A damaged case is made anew from its own documents and decisions; what is lost is told, and the old file is kept."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sayso.cli.run import make
from sayso.decisions.deciding import decide
from sayso.documents import Document
from sayso.findings import Claim, Decision
from sayso.findings.decisions import What
from sayso.store.verifying import flaws
from sayso.store.view import CaseView
from sayso.store.writer import Writer
from tests.cli.conftest import CORPUS, Sayso, exported
from tests.cli.conftest import sayso as sayso


@pytest.fixture(scope="module")
def ruled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of three reports with two decisions, of which the second is applied by the run."""
    folder = tmp_path_factory.mktemp("repair")
    place, given = folder / "harbour.sayso", folder / "given"
    given.mkdir()
    for name, text in CORPUS.items():
        (given / name).write_text(text, "utf8")
    make(place, [str(given)], quiet=True)
    with CaseView(place) as view:
        first = view.all(Claim)[0].id
        document = view.all(Document)[0].id
    decide(place, What.NOTE, [first], who="Ben Oake", reason="asked the port")
    decide(place, What.OUTLET, [document], who="Ben Oake", value="The Mole Mirror")
    make(place, [], quiet=True)
    return place


@pytest.fixture
def case(ruled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(ruled, tmp_path / "harbour.sayso"))


def change(case: Path, *statements: str) -> None:
    with closing(sqlite3.connect(case)) as inside:
        for statement in statements:
            inside.execute(statement)
        inside.commit()


def log(case: Path) -> tuple[Decision, ...]:
    with CaseView(case) as view:
        return tuple(view.all(Decision))


@pytest.mark.parametrize(
    "damage",
    [
        ("UPDATE claim SET text = 'Somebody was hurt'",),
        ("DELETE FROM span WHERE kind = 'attribution'",),
        ("DROP TABLE annotation", "DROP TABLE party"),
        ("UPDATE difference SET because = '{'", "DELETE FROM seal"),
        ("UPDATE standing SET hold = 'undone'",),
    ],
)
def test_findings_that_are_broken_are_found_again_and_nothing_is_lost(
    sayso: Sayso, case: Path, tmp_path: Path, damage: tuple[str, ...]
) -> None:
    whole, before = exported(case, tmp_path / "before"), log(case)
    change(case, *damage)
    broken = case.read_bytes()
    said = sayso("repair", case, "-q")
    assert (said.code, said.out) == (0, ""), said.err
    assert flaws(case) == ()
    assert log(case) == before
    assert exported(case, tmp_path / "after") == whole
    assert case.with_name("harbour.damaged-1.sayso").read_bytes() == broken


def test_pages_torn_out_of_the_middle_cost_only_what_stood_there_and_that_is_told(sayso: Sayso, case: Path) -> None:
    raw, size = bytearray(case.read_bytes()), 4096
    with CaseView(case) as view:
        texts = {document.id: document.text for document in view.all(Document)}
    at = next(iter(texts.values())).split("\n")[-2].encode()[:60]
    place = raw.index(at) // size * size
    raw[place : place + size] = b"\xa5" * size
    case.write_bytes(raw)
    assert flaws(case)
    said = sayso("repair", case, "-q")
    assert (said.code, "Lost: document" in said.err) in ((3, True), (5, False)), said.err
    if said.code == 3:
        assert flaws(case) == ()
        with CaseView(case) as view:
            left = view.all(Document)
            assert 0 < len(left) < len(texts)
            assert all(document.text == texts[document.id] for document in left)


def test_a_document_whose_words_have_changed_is_left_out_and_named(sayso: Sayso, case: Path) -> None:
    with CaseView(case) as view:
        gone, *stays = view.all(Document)
    change(case, f"UPDATE document SET text = replace(text, 'e', 'a') WHERE id = '{gone.id}'")
    said = sayso("repair", case, "-q")
    assert said.code == 3
    assert f"Lost: document {gone.key}" in said.err
    with CaseView(case) as view:
        assert list(view.all(Document)) == stays


def test_a_sound_case_is_left_alone(sayso: Sayso, case: Path) -> None:
    before = case.read_bytes()
    said = sayso("repair", case)
    assert (said.code, "nothing to repair" in said.err) == (0, True)
    assert case.read_bytes() == before
    assert [p.name for p in case.parent.iterdir()] == [case.name]


def test_what_cannot_be_saved_changes_nothing(sayso: Sayso, case: Path) -> None:
    case.write_bytes(b"SQLite format 3\0" + b"broken" * 999)
    before = case.read_bytes()
    said = sayso("repair", case, "-q")
    assert (said.code, "damaged" in said.err) == (5, True)
    assert case.read_bytes() == before
    assert [p.name for p in case.parent.iterdir()] == [case.name]
    assert sayso("repair", "nowhere").code == 2
    case.write_text("Call the harbour master again.\n" * 100)
    assert sayso("repair", case).code == 7


def test_a_case_that_is_being_written_to_is_busy(sayso: Sayso, case: Path) -> None:
    with Writer(case):
        change(case, "UPDATE claim SET text = 'Somebody was hurt'")
        assert sayso("repair", case, "-q").code == 6

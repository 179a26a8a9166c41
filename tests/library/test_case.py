"""A case as a program works with it."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import sayso
from sayso.documents import Document
from sayso.errors import NothingUsable, UsageError
from sayso.findings import Claim, Hold, Party, Story
from sayso.library import Case
from sayso.store.view import CaseView
from tests.cli.conftest import CORPUS, exported


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("library")
    for name, text in CORPUS.items():
        (folder / name).write_text(text, "utf8")
    opened = sayso.open(folder / "harbour")
    assert opened.run(folder).documents == 3
    return opened


def test_a_case_answers_what_its_view_holds(case: Case) -> None:
    with CaseView(case.path) as view, case.view() as ours:
        assert [d.id for d in case.documents()] == list(view.ids(type(case.documents()[0])))
        assert case.stories() == ours.all(type(case.stories()[0]))
    (story,) = case.stories()
    assert case.claims(story.id) == case.claims()
    assert case.differences(story.id) == case.differences()
    assert {"Ada Quill"} <= {party.name for party in case.parties()}
    assert case.rejected() == ()


def test_words_are_found_as_the_program_finds_them(case: Case) -> None:
    (party,) = case.search("quill", Party)
    assert party.name == "Ada Quill"
    claims = case.search("quill*", Claim)
    assert claims
    assert set(claims) <= set(case.claims())
    assert case.search("\"quill ada\"", Document) == ()
    with pytest.raises(UsageError, match="Story is not searched"):
        case.search("quill", Story)  # type: ignore[type-var]


def test_the_earlier_text_of_a_report_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CORPUS[min(CORPUS)], "utf8")
    case = sayso.open(tmp_path / "again")
    case.run(tmp_path / "a.txt")
    (before,) = case.documents()
    (tmp_path / "a.txt").write_text(CORPUS[min(CORPUS)] + "\n\nThe ferry was raised on Friday.\n", "utf8")
    case.run(tmp_path / "a.txt")
    (now,) = case.documents()
    assert [(v.document, v.was.text) for v in case.versions(now.id)] == [(now.id, before.text)]
    assert case.versions("d-0") == ()


def test_a_decision_holds_and_can_be_undone(case: Case) -> None:
    claim = case.claims()[0]
    made = case.decide("reject", claim.id, who="Ada Reed", why="not said")
    back = case.decide("undo", made.decision.id, who="Ada Reed")
    log = case.decisions()
    assert [d.id for d, _ in log] == [made.decision.id, back.decision.id]
    assert log[0][1].hold is Hold.UNDONE


def test_export_report_copy_and_check_are_those_of_the_program(case: Case, tmp_path: Path) -> None:
    written = case.export(tmp_path / "library")
    assert {file.name: file.read_bytes() for file in written} == exported(case.path, tmp_path / "program")
    assert case.report().startswith("<!doctype html>")
    assert case.report(markdown=True).startswith("# harbour")
    case.backup(tmp_path / "copy.sayso")
    assert sayso.open(tmp_path / "copy").verify() == ()


def test_progress_is_told_to_whoever_listens(case: Case) -> None:
    heard: list[str] = []
    before = case.claims()
    case.run(listen=lambda progress: heard.append(progress.stage))
    assert {"clean", "annotate", "collate"} <= set(heard)
    assert case.claims() == before


def test_a_case_is_run_in_another_thread_too(case: Case) -> None:
    before = case.claims()
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(case.run).result().documents == 3
    assert case.claims() == before


def test_what_cannot_be_done_is_said(case: Case, tmp_path: Path) -> None:
    nowhere = sayso.open(tmp_path / "nowhere")
    with pytest.raises(UsageError, match="there is no such case"):
        nowhere.claims()
    with pytest.raises(UsageError):
        nowhere.run(tmp_path / "no-folder")
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingUsable):
        nowhere.run(tmp_path / "empty")
    with pytest.raises(UsageError, match="there is no story"):
        case.claims("s-none")
    with pytest.raises(UsageError, match="is nothing that can be decided"):
        case.decide("bless", case.claims()[0].id, who="Ada Reed")
    with pytest.raises(UsageError, match="is no format"):
        case.export(tmp_path, "xlsx")
    assert not nowhere.path.exists()


def test_the_library_loads_nothing_heavy_until_it_is_used() -> None:
    heavy = "import sys, sayso; sayso.open; print(sorted({'numpy', 'sqlalchemy', 'onnxruntime'} & set(sys.modules)))"
    ended = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"

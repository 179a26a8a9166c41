"""The machine interface: every file and field that the design promises, in a fixed order and in the same bytes each time."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.documents import Document
from sayso.errors import UsageError
from sayso.export import FORMATS
from sayso.export.fields import SHEETS
from sayso.stages import Outcome
from sayso.store.log import append
from sayso.store.view import CaseView
from sayso.store.writer import Writer
from tests.store.room import no_file_longer_than
from tests.store.values import DECISION, HARBOUR, VALUES, WAITING, A, B, stages

Lines = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseView]:
    place = tmp_path_factory.mktemp("case") / "harbour.sayso"
    with Writer(place) as writer:
        writer.begin_run(stages())
        for stage in stages():
            writer.keep(stage, Outcome(stage.values, stage.rejected))
    append(place, DECISION, WAITING)
    with CaseView(place) as view:
        yield view


@pytest.fixture(scope="module")
def lines(view: CaseView, tmp_path_factory: pytest.TempPathFactory) -> Lines:
    files = FORMATS["jsonl"](view, tmp_path_factory.mktemp("out"))
    return {file.stem: [json.loads(line) for line in file.read_text("utf8").splitlines()] for file in files}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda s: s.name)
def test_every_line_has_the_described_fields_in_their_order(lines: Lines, sheet: Any) -> None:
    assert lines[sheet.name], "the hand-made case has at least one of every kind"
    for line in lines[sheet.name]:
        assert list(line) == [field.name for field in sheet.fields]


def test_a_document_says_what_cleaning_found_and_keeps_its_text(lines: Lines) -> None:
    first = lines["documents"][0]
    assert (first["id"], first["text"], first["outlet"], first["story"]) == (A.id, HARBOUR, "Harbour", "s-1")
    assert first["published"] == {"date": "2031-04-02", "basis": "stated"}
    headline = first["blocks"][0]
    assert (HARBOUR[slice(*headline["span"])], headline["role"]) == ("Harbour gate left open", "headline")
    assert first["credits"] == [{"name": "Coastwire", "span": [HARBOUR.index("port"), HARBOUR.index("port") + 4]}]
    assert lines["documents"][1]["published"] == {"date": None, "basis": "unknown"}


def test_a_decision_says_what_it_points_at_and_how_it_stands(lines: Lines) -> None:
    (ruled,) = lines["decisions"]
    first = ruled["target"]["places"][0]
    assert first == {"document": A.id, "key": "harbour", "span": first["span"], "words": "Nobody was hurt"}
    assert HARBOUR[slice(*first["span"])] == "Nobody was hurt"
    assert (ruled["target"]["about"], ruled["what"], ruled["value"]) == ("claim", "note", None)
    assert (ruled["standing"], ruled["finding"]) == ("waits for the next run", "c-1")


def test_speakers_and_hands_are_parties_of_the_whole_case(lines: Lines) -> None:
    said = lines["attributions"][1]
    assert said["speaker"] == "y-1"
    assert said["chain"] == [
        {"role": "speaker", "name": "Ada Quill", "party": "y-1"},
        {"role": "outlet", "name": "Mirror", "party": None},
    ]
    start, end = said["source"][0]
    assert B.text[start:end] == "Ada Quill"


def test_origins_point_into_the_list_of_accounts(lines: Lines) -> None:
    claim = lines["claims"][0]
    assert [a["outlet"] for a in claim["accounts"]] == ["Harbour", "Mirror"]
    assert claim["origins"]["groups"] == [{"accounts": [0, 1], "because": ["the same speaker through the same hands"]}]
    assert (claim["origins"]["count"], claim["origins"]["status"]) == (1, "single")


def test_all_spans_lie_in_their_documents(lines: Lines) -> None:
    lengths = {d["id"]: len(d["text"]) for d in lines["documents"]}
    for side in [*lines["differences"][0]["sides"], *lines["parties"][0]["mentions"], *lines["events"]]:
        assert 0 <= side["span"][0] < side["span"][1] <= lengths[side["document"]]


def test_the_same_case_gives_the_same_bytes_and_other_files_stay(view: CaseView, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "claims.jsonl").write_text("an older export")
    first = [file.read_bytes() for file in FORMATS["jsonl"](view, tmp_path)]
    second = [file.read_bytes() for file in FORMATS["jsonl"](view, tmp_path)]
    assert first == second
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["notes.txt", *(f"{sheet.name}.jsonl" for sheet in SHEETS)])
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_letters_of_every_script_are_written_as_themselves(view: CaseView, tmp_path: Path) -> None:
    FORMATS["jsonl"](view, tmp_path)
    assert "“Nobody was hurt,”" in (tmp_path / "documents.jsonl").read_text("utf8")


def test_a_run_that_was_stopped_after_reading_can_be_exported(tmp_path: Path) -> None:
    read = stages()[0]
    with Writer(tmp_path / "x.sayso") as writer:
        writer.begin_run(stages())
        writer.keep(read, Outcome({Document: VALUES[Document]}))
    with CaseView(tmp_path / "x.sayso") as view:
        FORMATS["jsonl"](view, tmp_path / "out")
    first = json.loads((tmp_path / "out" / "documents.jsonl").read_text("utf8").splitlines()[0])
    assert (first["text"], first["outlet"], first["blocks"], first["language"]) == (HARBOUR, None, [], None)


def test_a_folder_that_cannot_be_written_is_said_to_be_so_and_left_as_it_was(view: CaseView, tmp_path: Path) -> None:
    (tmp_path / "claims.jsonl").write_text("an older export")
    with pytest.raises(UsageError, match="cannot write"):
        FORMATS["jsonl"](view, tmp_path / "claims.jsonl")
    assert (tmp_path / "claims.jsonl").read_text() == "an older export"


def test_nothing_is_replaced_when_the_disk_fills_up_half_way(view: CaseView, tmp_path: Path) -> None:
    older = tmp_path / "documents.jsonl"
    older.write_text("an older export")
    with no_file_longer_than(300), pytest.raises(UsageError, match="cannot write"):
        FORMATS["jsonl"](view, tmp_path)
    assert [p.read_text() for p in tmp_path.iterdir()] == ["an older export"]


def test_what_stood_at_a_place_before_is_there_with_its_text(lines: Lines) -> None:
    version = lines["versions"][0]
    assert (version["document"], version["captured"], version["text"]) == (A.id, "2031-04-01", "Harbour gate shut")

"""`sayso run` on a small corpus with the real stages: what is made, what is said, with which exit code."""

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import CORPUS, Said, Sayso, exported


def test_a_folder_becomes_a_case_beside_the_user_named_after_it(sayso: Sayso, corpus: Path) -> None:
    said = sayso("run", corpus)
    assert said.code == 0
    assert Path("harbour.sayso").exists()
    assert said.out.startswith("harbour: 3 reports")
    assert "Finding who says what …" in said.err
    assert "\x1b" not in said.out + said.err


def test_quiet_is_quiet(sayso: Sayso, corpus: Path) -> None:
    assert sayso("run", "-q", corpus) == Said(0, "", "")


def test_json_is_one_object_and_nothing_else(sayso: Sayso, corpus: Path) -> None:
    answer = json.loads(sayso("run", corpus, "--json").out)
    assert (answer["case"], answer["documents"], answer["complete"], answer["rejected"]) == ("harbour", 3, True, [])


def test_what_is_added_later_gives_what_all_at_once_gives(sayso: Sayso, corpus: Path, tmp_path: Path) -> None:
    sayso("run", corpus, "-c", "whole")
    for name in CORPUS:
        assert sayso("run", "-q", corpus / name, "-c", "pieces").code == 0
    whole, pieces = exported(Path("whole.sayso"), tmp_path / "a"), exported(Path("pieces.sayso"), tmp_path / "b")
    assert whole == pieces
    assert whole["claims.jsonl"]


def test_a_case_is_computed_anew_without_its_files(sayso: Sayso, corpus: Path, tmp_path: Path) -> None:
    sayso("run", corpus)
    before = exported(Path("harbour.sayso"), tmp_path / "a")
    for file in corpus.iterdir():
        file.unlink()
    assert sayso("run", "-q", "-c", "harbour.sayso").code == 0
    assert exported(Path("harbour.sayso"), tmp_path / "b") == before


def test_standard_input_is_read(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(CORPUS["packet.txt"].encode())))
    assert sayso("run", "-", "-q").code == 0
    assert "stdin" in sayso("show", "stdin", "documents").out


BAD = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\t\n", "is empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG"),
    "program.txt": (bytes(range(256)) * 20, "is no text"),
    "frame.html": (b"<html><body><nav>Home</nav></body></html>", "without an article"),
    "lines.jsonl": (b'{"id": "a", "text": \n', "broken JSON"),
    "paper.pdf": (b"%PDF-1.7\n", "is no PDF"),
    "copy.txt": (CORPUS["packet.txt"].encode(), "is the same as"),
}


def test_what_cannot_be_used_is_named_with_its_reason_and_the_rest_goes_on(sayso: Sayso, corpus: Path) -> None:
    for name, (raw, _) in BAD.items():
        (corpus / name).write_bytes(raw)
    said = sayso("run", corpus)
    assert said.code == 3
    for name, (_, reason) in BAD.items():
        line = next(line for line in said.err.splitlines() if line.startswith("Rejected:") and name.split(".")[0] in line)
        assert reason in line or name == "copy.txt"
    assert f"{len(BAD)} rejected" in said.err
    assert said.out.startswith(f"harbour: 3 reports, 1 story, {len(BAD)} inputs rejected")


@pytest.mark.parametrize("name", [name for name in BAD if name != "copy.txt"])
def test_nothing_usable_makes_no_case(sayso: Sayso, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD[name][0])
    said = sayso("run", tmp_path / name)
    assert said.code == 4
    assert BAD[name][1] in said.err
    assert "No case was made." in said.err
    assert not list(tmp_path.glob("*.sayso*"))


def test_nothing_usable_leaves_a_case_as_it_was(sayso: Sayso, corpus: Path, tmp_path: Path) -> None:
    sayso("run", corpus)
    before = Path("harbour.sayso").read_bytes()
    (tmp_path / "nothing").mkdir()
    assert sayso("run", tmp_path / "nothing", "-c", "harbour").code == 4
    assert Path("harbour.sayso").read_bytes() == before


def test_a_case_is_no_document(sayso: Sayso, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(corpus)
    assert sayso("run", ".", "-q").code == 0
    assert sayso("run", ".", "-q") == Said(0, "", "")


def test_words_in_another_encoding_are_read(sayso: Sayso, tmp_path: Path) -> None:
    words = "Der Hafenmeister sagte: «Fünf Kisten sind verloren», so die Behörde später.\n"
    (tmp_path / "hafen.txt").write_bytes(words.encode("cp1252"))
    assert sayso("run", tmp_path / "hafen.txt", "-q").code == 0
    assert [d["text"] for d in json.loads(sayso("show", "hafen", "documents", "--json").out)] == [words]


def test_a_file_name_that_is_no_text_does_no_harm(sayso: Sayso, tmp_path: Path) -> None:
    odd = tmp_path / "odd"
    odd.mkdir()
    (odd / "\x1b[31mred\udcff.txt").write_text(CORPUS["packet.txt"])
    assert sayso("run", odd, "-q").code == 0
    assert "\x1b" not in sayso("show", "odd", "documents").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run"], "Say what to read"),
        (["run", "nowhere.txt"], "no such file"),
        (["run", "-c", "nothing"], "no document"),
        (["run", "made.sayso", "--settings", "nowhere.toml"], "cannot be read"),
        (["run", "harbour", "--model", "nowhere"], "no such folder"),
        (["run", "-x"], "No such option"),
        (["rum"], "No such command"),
        (["show", "nothing"], "no such case"),
        (["show", "made", "rumours"], "is not one of"),
        (["show", "made", "--story", "zzzz"], "no story"),
        (["export", "made"], "Missing option"),
        (["export", "made", "-o", "made.sayso/out"], "cannot write"),
        (["report", "made", "-o", "made.sayso/report.html"], "cannot write"),
        (["run", "harbour", "-c", "no/such/folder/x"], "cannot write there"),
        (["run", "harbour", "-c", ""], "no name of a case"),
        (["run", "harbour", "-c", ".."], "no name of a case"),
        (["run", ""], "paths is empty"),
        (["show", "/"], "no name of a case"),
        (["report", "made", "-o", "harbour"], "is a folder"),
        (["report", "made", "-o", "made.sayso"], "would be overwritten"),
    ],
)
def test_what_cannot_be_asked_is_explained(sayso: Sayso, case: Path, corpus: Path, arguments: list[str], words: str) -> None:
    said = sayso(*arguments)
    assert said.code == 2
    assert words in said.err
    assert "Traceback" not in said.err
    assert not said.out

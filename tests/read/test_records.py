from __future__ import annotations

import json
from pathlib import Path

from sayso.documents import Declared

from .conftest import Reading, documents

FULL = {
    "id": "r-7",
    "text": "  The ferry sank.\r\nNobody saw it.  ",
    "title": "Ferry sinks",
    "authors": 'Ada Brook, "Ben Lund"',
    "outlet": "The Harbour Post",
    "url": "https://example.org/ferry",
    "date": "2021-05-04",
    "language": "en",
}


def test_a_record_keeps_its_text_unchanged_and_what_it_declares(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(FULL))
    [document] = documents(read(tmp_path))
    assert document.text == FULL["text"]
    assert document.key == "r-7"
    assert document.declared == Declared(
        "Ferry sinks", ("Ada Brook", "Ben Lund"), "The Harbour Post", "https://example.org/ferry", "2021-05-04", "en"
    )


def test_a_record_without_an_id_is_called_by_its_file_and_line(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "a.ndjson").write_text('\n{"text": "One."}\n\n{"text": "Two.", "published": "2020", "authors": ["Cy Dee"]}\n')
    first, second = documents(read(tmp_path))
    assert (first.key, second.key) == ("a.ndjson:2", "a.ndjson:4")
    assert second.declared == Declared(authors=("Cy Dee",), published="2020")


def test_a_broken_line_is_rejected_with_its_number_and_the_others_are_read(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"text": "One."}\n{"text": "Two\n[1]\n{"title": "No words"}\n{"text": " "}\n{"text": "Six."}'
    )
    outcome = read(tmp_path)
    assert [d.text for d in documents(outcome)] == ["One.", "Six."]
    assert [r.path.rsplit(":", 1)[1] for r in outcome.rejected] == ["2", "3", "4", "5"]
    assert "broken JSON" in outcome.rejected[0].reason
    assert "no record" in outcome.rejected[1].reason
    assert all("has no text" in r.reason for r in outcome.rejected[2:])


def test_other_line_separators_within_a_record_do_not_end_it(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "One\u2028two\u0085three"}', "utf8")
    [document] = documents(read(tmp_path))
    assert document.text == "One\u2028two\u0085three"


def test_half_a_character_and_json_too_deep_are_rejected(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "One \\ud83d two"}\n' + '{"text":' * 100_000)
    outcome = read(tmp_path)
    assert documents(outcome) == ()
    assert ["half a character" in r.reason or "deeply nested" in r.reason or "broken" in r.reason for r in outcome.rejected] == [
        True,
        True,
    ]

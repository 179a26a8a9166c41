from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.config import ReadSettings
from sayso.documents import Declared, Document
from sayso.read.base import Link, Piece
from sayso.read.opening import opened
from sayso.read.records.jsonfile import looks as looks_like_json
from sayso.read.records.jsonlines import looks as looks_like_lines

from .conftest import Item, Opening, only, reason, reasons, texts


def keys(items: list[Item]) -> list[str]:
    return [item.key for item in items if isinstance(item, Document)]


def test_one_object_is_one_report_called_by_its_file(opening: Opening) -> None:
    assert only(opening("a.json", '{\n "text": "One.",\n "title": "T"\n}\n')).key == "a.json"


def test_the_reports_of_a_list_are_called_by_their_place_in_it(opening: Opening) -> None:
    items = opening("a.json", '[{"text": "One."}, {"id": "r-7", "text": "Two."}, {"title": "No words"}, {"text": "Four."}]')
    assert keys(items) == ["a.json:1", "r-7", "a.json:4"]
    assert "a.json, record 3: the record has no text" in reasons(items)[0]


@pytest.mark.parametrize("path", ["articles", "data", "hits.hits", "response.results"])
def test_an_object_may_hold_the_list(opening: Opening, path: str) -> None:
    held: object = [{"text": "One."}, {"text": "Two."}]
    for name in reversed(path.split(".")):
        held = {name: held, "status": "ok"}
    assert texts(opening("a.json", json.dumps(held))) == ["One.", "Two."]


def test_a_report_may_have_a_list_of_other_things(opening: Opening) -> None:
    assert only(opening("a.json", '{"text": "One.", "items": [{"text": "A side note."}]}')).text == "One."


@pytest.mark.parametrize("content", ["[]", '{"articles": []}', "[ ]\n"])
def test_an_empty_list_is_told(opening: Opening, content: str) -> None:
    assert "holds an empty list" in reason(opening("a.json", content))


def test_lines_under_the_name_of_json_and_the_other_way_round(opening: Opening) -> None:
    assert texts(opening("a.json", '{"text": "One."}\n{"text": "Two."}\n')) == ["One.", "Two."]
    for content in ('[\n{"text": "One."},\n{"text": "Two."}\n]', '[{"text": "One."}, {"text": "Two."}]'):
        assert texts(opening("a.jsonl", content)) == ["One.", "Two."]
    assert texts(opening("a.jsonl", '{\n"text": "One."\n}\n')) == ["One."]


def test_a_list_that_is_cut_off_is_read_as_far_as_it_goes(opening: Opening) -> None:
    items = opening("a.json", '[{"text": "One."}, {"text": "Two."}, {"text": "Thr')
    assert texts(items) == ["One.", "Two."]
    assert "a.json, record 3: is broken JSON: Unterminated string" in reasons(items)[0]
    assert "What follows is not read" in reasons(items)[0]
    assert "record 2: is cut off" in reasons(opening("a.json", '[{"text": "One."},'))[0]
    assert "goes on after the end" in reasons(opening("a.json", '[{"text": "One."}] {"text": "Two."}'))[0]


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ('{"text": "A", "text": "B"}', "has “text” twice among its fields"),
        ('{"text": "A", "more": {"a": 1, "a": 2}}', "has “a” twice"),
        ('{"text": "A", "number": ' + "9" * 5000 + "}", "a number too long"),
        ('{"text": "half \\ud83d"}', "half a character"),
        ('"only words"', "is JSON but no record"),
        ("[1, 2]", "is JSON but no record"),
        ("null", "is JSON but no record"),
        ('{"text": NaN}', "has no text"),
        ('{"text": 7}', "has no text"),
        ('{"text": {"a": "b"}}', "has no text"),
        ('{"text": ["", " "]}', "has no text"),
    ],
)
def test_a_bad_record_is_rejected_alone(opening: Opening, bad: str, told: str) -> None:
    good = '{"text": "Good."}'
    for name, content in (("a.jsonl", f"{good}\n{bad}\n{good}"), ("a.json", f"[{good}, {bad}, {good}]")):
        items = opening(name, content)
        assert texts(items) == ["Good.", "Good."]
        assert told in reasons(items)[0]
        assert f"{name}, {'line' if name == 'a.jsonl' else 'record'} 2: " in reasons(items)[0]


def test_what_is_nested_too_deep_is_rejected(opening: Opening) -> None:
    deep = '{"text": "A", "more": ' + "[" * 100_000 + "]" * 100_000 + "}"
    for name in ("a.json", "a.jsonl"):
        assert "too deeply nested" in reason(opening(name, deep))
        assert "too deeply nested" in reasons(opening(name, f'{deep}\n{{"text": "Good."}}'))[0]


def test_numbers_of_no_use_are_no_harm(opening: Opening) -> None:
    document = only(
        opening("a.json", '{"text": "A", "title": 1e999, "outlet": Infinity, "url": -0.0, "id": 12.0, "language": true}')
    )
    assert document.key == "12"
    assert document.declared == Declared(title="inf", url="0")


def test_a_record_without_a_text_but_with_an_address_gives_that(opening: Opening) -> None:
    items = opening("a.jsonl", '{"text": "One."}\n{"text": "", "url": "https://example.org/a"}\n{"url": "file:///etc/passwd"}\n')
    assert [item.address for item in items if isinstance(item, Link)] == ["https://example.org/a"]
    assert "line 3: the record has no text and no address" in reasons(items)[0]


@pytest.mark.parametrize(
    ("head", "lines", "file"),
    [
        (b'{"text": "One."}\n{"text": "Two."}', True, True),
        (b'{\n  "text": "One."', False, True),
        (b'[{"text": "One."}]', False, True),
        (b'  [\n  {\n "text"', False, True),
        (b'{"version": "https://jsonfeed.org/version/1.1", "title": "Feed"', False, False),
        (b'{\n"version" : "https:\\/\\/jsonfeed.org\\/version\\/1"', False, False),
        (b"{ not a record }", False, False),
        (b"[Editor's note: none of it was so.]", False, False),
        (b"[1] A footnote.", False, False),
        (b"", False, False),
    ],
)
def test_what_looks_like_json(head: bytes, lines: bool, file: bool) -> None:
    assert (looks_like_lines(head), looks_like_json(head)) == (lines, file)


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    for name in ("a.json", "a.jsonl", "a.csv", "a.parquet"):
        path = tmp_path / name
        with path.open("wb") as file:
            file.write(b'{"text": "')
            file.truncate(1_000_000_000)
        assert "is too large: 1,000 MB" in reason(list(opened(Piece(name, str(path), path), ReadSettings())))


def test_what_a_container_says_of_one_report_is_kept_and_of_many_only_how_they_came(opening: Opening) -> None:
    around = Declared(title="Mail", url="https://example.org/a.json", captured="2021", via="A feed", because=("title: subject",))
    one = Piece("a.json", "m.zip", b'{"text": "One."}', declared=around)
    [document] = opened(one, ReadSettings())
    assert isinstance(document, Document)
    assert document.declared == around
    many = Piece("a.jsonl", "m.zip", b'{"text": "One.", "via": "B"}', declared=around)
    [document] = opened(many, ReadSettings())
    assert isinstance(document, Document)
    assert document.declared == Declared(captured="2021", via="B")

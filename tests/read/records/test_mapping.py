from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from sayso.errors import UsageError
from sayso.read.records.mapping import TARGETS, asked, exports

from .conftest import Opening, only, reason, reasons, texts


def test_a_person_says_which_column_is_what(opening: Opening) -> None:
    document = only(
        opening("a.csv", "headline,body,paper\nFerry sinks,It sank.,The Post\n", "title=headline text=body outlet=paper")
    )
    assert (document.text, document.declared.title, document.declared.outlet) == ("It sank.", "Ferry sinks", "The Post")
    assert document.declared.because == (
        "title: headline, as --map says",
        "outlet: paper, as --map says",
        "text: body, as --map says",
    )


def test_what_a_person_says_outweighs_what_a_column_is_called(opening: Opening) -> None:
    content = '{"id": "1", "text": "Teaser.", "body": "The whole text.", "title": "T"}\n{"id": "2", "text": "Teaser."}\n'
    items = opening("a.jsonl", content, "text=body")
    assert texts(items) == ["The whole text."]
    assert "line 2: the record has no text" in reasons(items)[0]


def test_a_column_may_have_a_space_in_its_name_or_lie_within_another(opening: Opening) -> None:
    assert only(opening("a.csv", "Full text,x\nWords.,1\n", "'text=Full text'")).text == "Words."
    document = only(opening("a.json", '{"a": {"b": {"Words": "Within."}}}', "text=a.b.words"))
    assert document.text == "Within."
    assert document.declared.because == ("text: a.b.Words, as --map says",)


def test_a_column_that_is_not_there_is_told_with_those_that_are(opening: Opening) -> None:
    told = "has no {} “boddy”, which --map text=boddy names. It has headline, body."
    assert told.format("column") in reason(opening("a.csv", "headline,body\nA,B\n", "text=boddy"))
    assert told.format("field") in reason(opening("a.jsonl", '{"headline": "A", "body": "B"}', "text=boddy"))


def test_a_field_that_only_a_late_record_has_is_there(opening: Opening) -> None:
    content = '{"text": "One."}\n' * 150 + '{"text": "Two.", "changed": "2020"}\n'
    items = opening("a.jsonl", content, "modified=changed")
    assert len(texts(items)) == 151


def test_a_table_without_a_known_column_says_how_to_map(opening: Opening) -> None:
    told = reason(opening("a.csv", "aa,bb\n1,2\n"))
    assert "has no column that Sayso knows. It has aa, bb. Say which field is what: --map" in told


def test_a_table_without_a_text_names_the_columns_that_may_be_one(opening: Opening) -> None:
    told = reason(opening("a.csv", "title,url,story\nA,https://example.org/a,It sank.\n"))
    assert "has no column that is known to hold a text. Perhaps one of these does: story." in told


def test_many_columns_are_not_all_named(opening: Opening) -> None:
    header = ",".join(f"c{n}" for n in range(500))
    assert "c19 and 480 more" in reason(opening("a.csv", f"{header}\n{header}\n"))


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ("headline=title", "maps to nothing that a record can have"),
        ("text", "does not say which column"),
        ("text=", "does not say which column"),
        ("text=a text=b", "is mapped twice"),
        ("'text=a", "open quotation mark"),
    ],
)
def test_what_is_no_mapping_is_refused(opening: Opening, columns: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        asked(columns)
    assert told in reason(opening("a.csv", "text\nA\n", columns))


def test_a_mapped_text_that_is_marked_up_is_read_as_a_page(opening: Opening) -> None:
    paragraphs = "".join(
        f"<p>In the year {year} the ferry was painted anew, and its crew of nine stayed on.</p>" for year in range(9)
    )
    document = only(opening("a.jsonl", f'{{"id": "report.txt", "body": "{paragraphs}", "title": "Ferry"}}', "text=body"))
    assert "In the year 3" in document.text
    assert "<p>" not in document.text
    assert document.key == "a.jsonl:1"


def test_names_are_known_in_capitals_too(opening: Opening) -> None:
    document = only(opening("a.csv", "Title,Text,URL\nA,Words.,https://example.org/a\n"))
    assert (document.text, document.declared.title, document.declared.url) == ("Words.", "A", "https://example.org/a")


def test_every_mapping_is_of_what_a_record_can_have() -> None:
    rows = tomllib.loads(files("sayso.read.records").joinpath("mappings.toml").read_text("utf8"))["mapping"]
    assert all(set(row) <= {*TARGETS, "name", "own", "telling", "textless"} for row in rows)
    assert [export.name for export in exports() if export.own] == [exports()[0].name]
    assert all(export.telling for export in exports() if not export.own)

"""The same records come to the same documents in whatever form they are written."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import polars
from hypothesis import given
from hypothesis import strategies as st

from sayso.config import ReadSettings
from sayso.documents import Document
from sayso.read.base import Piece
from sayso.read.opening import opened

Record = dict[str, str | list[str]]

CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t")
WORDS = st.text(CHARACTERS, min_size=1, max_size=40).filter(lambda words: words.strip() != "")
NAMES = st.text(st.characters(categories=("Lu", "Ll")), min_size=1, max_size=12)


@st.composite
def records(draw: st.DrawFn) -> list[Record]:
    ids = draw(st.lists(st.integers(min_value=1), min_size=1, max_size=5, unique=True))
    return [
        {
            "id": f"r-{number}",
            "text": draw(st.text(CHARACTERS, max_size=40).map(lambda words: f"a{words}")),
            "title": draw(WORDS),
            "authors": draw(st.lists(NAMES, max_size=3)),
            "outlet": draw(WORDS),
            "date": draw(st.dates().map(str)),
        }
        for number in ids
    ]


def as_lines(given: list[Record]) -> bytes:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in given).encode()


def as_list(given: list[Record]) -> bytes:
    return json.dumps(given, indent=1).encode()


def as_table(given: list[Record], delimiter: str, encoding: str) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(given[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows({**record, "authors": "; ".join(record["authors"])} for record in given)
    return out.getvalue().encode(encoding)


def as_parquet(given: list[Record]) -> bytes:
    out = io.BytesIO()
    polars.DataFrame(given, schema_overrides={"authors": polars.List(polars.String)}).write_parquet(out)
    return out.getvalue()


def read(name: str, content: bytes) -> list[Document]:
    found = list(opened(Piece(name, "same", content), ReadSettings()))
    documents = [item for item in found if isinstance(item, Document)]
    assert documents == found
    return documents


@given(records())
def test_one_pile_in_every_form_is_one_pile_of_documents(given: list[Record]) -> None:
    told = read("a.jsonl", as_lines(given))
    assert [d.text for d in told] == [record["text"] for record in given]
    assert read("a.json", as_list(given)) == told
    assert read("a.csv", as_table(given, ",", "utf-8")) == told
    assert read("a.csv", as_table(given, ";", "utf-8-sig")) == told
    assert read("a.tsv", as_table(given, "\t", "utf-16")) == told
    assert read("a.parquet", as_parquet(given)) == told


@given(records())
def test_a_record_alone_in_its_file_is_the_same_report(given: list[Record]) -> None:
    [document] = read("a.json", json.dumps(given[0]).encode())
    assert document == replace(read("a.jsonl", as_lines(given))[0], key=document.key)

"""Records and tables that are broken, endless or mixed up."""

from __future__ import annotations

import json

from tests.hostile.base import STORY, Attack, sparse

TABLES = (
    Attack("json-of-a-gigabyte-on-one-line", "a.json", sparse(1_000_000_000, b'{"text": "', b'"}'), "is too large"),
    Attack("json-lines-of-a-gigabyte-on-one-line", "a.jsonl", sparse(1_000_000_000, b'{"text": "', b'"}'), "is too large"),
    Attack("json-a-hundred-thousand-deep", "a.json", b"[" * 100_000 + b"]" * 100_000, ""),
    Attack(
        "record-a-hundred-thousand-deep",
        "a.jsonl",
        b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n" + json.dumps({"text": STORY}).encode(),
        "line 1",
        accepted=1,
    ),
    Attack("record-cut-off", "a.jsonl", json.dumps({"text": STORY}).encode() + b'\n{"text": "The ferr', "line 2", accepted=1),
    Attack(
        "record-that-is-no-record",
        "a.jsonl",
        b'[1, 2]\n"words"\n7\nnull\n' + json.dumps({"text": STORY}).encode(),
        "line 1",
        accepted=1,
    ),
    Attack(
        "record-of-odd-kinds",
        "a.jsonl",
        json.dumps({"text": STORY, "title": {"a": 1}, "authors": 7, "date": [1], "url": False}).encode(),
        accepted=1,
    ),
    Attack("record-of-half-a-character", "a.jsonl", b'{"text": "The harbour \\ud800 was closed"}', "half a character"),
    Attack("number-of-a-million-digits", "a.jsonl", b'{"text": "x", "id": ' + b"9" * 1_000_000 + b"}", "line 1"),
    Attack("names-given-twice", "a.jsonl", b'{"text": "One.", "text": "Two."}', "line 1"),
    Attack("table-with-formulas", "a.csv", f'title,text\n"=HYPERLINK(""http://example.org"")","{STORY}"\n'.encode(), accepted=1),
    Attack(
        "table-with-mixed-up-columns",
        "a.csv",
        f"title,text\nHarbour,{STORY.replace(',', '')}\nHarbour,a,b,c,d\n".encode(),
        "row",
        accepted=1,
    ),
    Attack(
        "table-with-a-mark-never-closed",
        "a.csv",
        f'title,text\nHarbour,"{STORY}\nPier,{STORY}\n'.encode(),
        "",
        accepted=1,
        at_most=True,
    ),
    Attack("table-without-a-head", "a.csv", b"1,2,3\n4,5,6\n", "is "),
    Attack("table-with-columns-of-one-name", "a.csv", b"text,text\nOne,Two\n", "has 2 columns"),
    Attack("table-of-a-million-commas", "a.csv", b"text\n" + b"," * 1_000_000, ""),
    Attack("parquet-cut-off", "a.parquet", b"PAR1" + b"\x00" * 200, "is "),
    Attack("parquet-of-noise", "a.parquet", b"PAR1" + bytes(i % 256 for i in range(5000)) + b"PAR1", "is "),
)

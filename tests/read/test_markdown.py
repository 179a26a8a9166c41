from __future__ import annotations

from pathlib import Path

import pytest

from sayso.documents import Document, Marking

from .conftest import Reading, documents

REPORT = """# Bridge to stay closed

The mayor of *Eastmere* said on Tuesday that the [bridge](https://echo.example/bridge "the bridge")
would stay **closed** until spring.[![a badge](b.png)](https://echo.example/b)

![The bridge on Tuesday](bridge.jpg)

> “Nobody had been told,”
> she said.

## What the records show

- Two cables were replaced
- with ~~cheap~~ `cheaper` ones

| Year | Cars |
|------|-----:|
| 2022 | 14,000 |

<div>An <b>inset</b>.<p>In two lines.</p></div>

<!-- a note of the site -->

---

The end.<br>Of it.
"""


def read_one(read: Reading, path: Path, text: str, name: str = "report.md") -> Document:
    (path / name).write_text(text)
    [document] = documents(read(path))
    return document


def marked(document: Document) -> list[tuple[Marking, str]]:
    return [(mark.marking, mark.span.of(document.text)) for mark in document.marks]


def test_the_words_come_without_their_markup_a_blank_line_between_blocks(tmp_path: Path, read: Reading) -> None:
    assert read_one(read, tmp_path, REPORT).text.split("\n\n") == [
        "Bridge to stay closed",
        "The mayor of Eastmere said on Tuesday that the bridge would stay closed until spring.",
        "The bridge on Tuesday",
        "“Nobody had been told,” she said.",
        "What the records show",
        "Two cables were replaced",
        "with cheap cheaper ones",
        "Year | Cars",
        "2022 | 14,000",
        "An inset.",
        "In two lines.",
        "The end.\nOf it.",
    ]


def test_what_the_markup_said_is_kept_as_marks(tmp_path: Path, read: Reading) -> None:
    assert marked(read_one(read, tmp_path, REPORT)) == [
        (Marking.HEADING, "Bridge to stay closed"),
        (Marking.CAPTION, "The bridge on Tuesday"),
        (Marking.QUOTATION, "“Nobody had been told,” she said."),
        (Marking.HEADING, "What the records show"),
        (Marking.ITEM, "Two cables were replaced"),
        (Marking.ITEM, "with cheap cheaper ones"),
        (Marking.ROW, "Year | Cars"),
        (Marking.ROW, "2022 | 14,000"),
    ]


def test_the_first_heading_is_the_title_and_a_heading_within_the_report_is_not(tmp_path: Path, read: Reading) -> None:
    titled = read_one(read, tmp_path, REPORT)
    assert titled.declared.title == "Bridge to stay closed"
    assert titled.declared.because == ("title: first heading",)
    within = "One.\n\nTwo.\n\nThree.\n\n## What the records show\n\nFour."
    assert read_one(read, tmp_path, within).declared.title is None


def test_a_clipping_of_obsidian_declares_its_page(tmp_path: Path, read: Reading) -> None:
    clipping = """---
title: "Bridge \\"to stay\\" closed: mayor"
source: "https://echo.example/2023/bridge?a=1#top"
author:
  - "[[Nia Roe]]"
  - "[[people/Ben Lund|Ben Lund]]"
published: 2023-11-07
created: 2023-11-09
description: "The mayor of Eastmere said so."
tags:
  - "clippings"
---
The [[mayor|Mayor]] said ==it would stay closed== until spring. ![[bridge.png]]
"""
    document = read_one(read, tmp_path, clipping)
    declared = document.declared
    assert document.text == 'Bridge "to stay" closed: mayor\n\nThe Mayor said it would stay closed until spring.'
    assert declared.title == 'Bridge "to stay" closed: mayor'
    assert declared.url == "https://echo.example/2023/bridge?a=1#top"
    assert declared.authors == ("Nia Roe", "Ben Lund")
    assert (declared.published, declared.captured) == ("2023-11-07", "2023-11-09")
    assert "url: front matter, source" in declared.because
    assert "authors: front matter, author" in declared.because


def test_a_clipping_of_markdownload_declares_its_page(tmp_path: Path, read: Reading) -> None:
    clipping = """---
created: 2023-11-09T10:12:00 (UTC +01:00)
tags: [bridges, "roads, rivers"]
source: https://echo.example/2023/bridge
author: Nia Roe and others
---

# Bridge: to stay closed

> ## Excerpt
> The mayor said so.

---
The mayor said so. It stays closed.
"""
    document = read_one(read, tmp_path, clipping)
    assert document.declared.title == "Bridge: to stay closed"
    assert document.declared.url == "https://echo.example/2023/bridge"
    assert document.declared.captured == "2023-11-09T10:12:00 (UTC +01:00)"
    assert document.text.endswith("The mayor said so. It stays closed.")


@pytest.mark.parametrize(
    ("front", "field", "value"),
    [
        ("title: Bridge: closed until spring", "title", "Bridge: closed until spring"),
        ("title: 'Mayor''s bridge' ", "title", "Mayor's bridge"),
        ("title: >-\n  Bridge\n  closed", "title", "Bridge closed"),
        ("author: Nia Roe, Ben Lund", "authors", ("Nia Roe", "Ben Lund")),
        ("authors: [Nia Roe, 'Ben Lund']", "authors", ("Nia Roe", "Ben Lund")),
        ("author: Martin King, Jr", "authors", ("Martin King, Jr",)),
        ("publication: Eastmere Echo", "outlet", "Eastmere Echo"),
        ("lang: en-GB # set by hand", "language", "en-GB"),
        ("url: of no use", "url", None),
        ("source:\nurl: https://echo.example/a", "url", "https://echo.example/a"),
        ("title: null\ndate: 2023-11-07", "title", None),
    ],
)
def test_front_matter_is_read_as_people_and_programs_write_it(
    tmp_path: Path, read: Reading, front: str, field: str, value: object
) -> None:
    document = read_one(read, tmp_path, f"---\n{front}\n---\nThe mayor said so.\n")
    assert getattr(document.declared, field) == value


def test_a_rule_at_the_top_is_no_front_matter(tmp_path: Path, read: Reading) -> None:
    assert read_one(read, tmp_path, "---\n\nThe mayor said so.\n\n---\n\nNobody else did.").text == (
        "The mayor said so.\n\nNobody else did."
    )


def test_lines_of_a_language_without_blanks_are_joined_without_one(tmp_path: Path, read: Reading) -> None:
    assert read_one(read, tmp_path, "市长说，大桥将\n关闭到春天。").text == "市长说，大桥将关闭到春天。"


@pytest.mark.parametrize("name", ["README.md", "KEY.md", "sub/Notes.markdown", "readme.de.md", "LICENSE.md", "todo.md"])
def test_a_note_about_a_folder_is_no_report_unless_it_is_named_itself(tmp_path: Path, read: Reading, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("# What lies here\n\nReports of the bridge.")
    outcome = read(tmp_path)
    assert documents(outcome) == ()
    assert "is by its name a note about its folder" in outcome.rejected[0].reason
    assert "name the file itself" in outcome.rejected[0].reason
    [document] = documents(read(tmp_path / name))
    assert document.key == name.rpartition("/")[2]


@pytest.mark.parametrize("name", ["keynote.md", "the-key-witness.md", "index-of-prices.md", "readme.txt"])
def test_a_report_is_not_taken_for_a_note(tmp_path: Path, read: Reading, name: str) -> None:
    assert read_one(read, tmp_path, "The mayor said so.", name).text == "The mayor said so."


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"---\ntitle: Bridge\n---\n", "is empty below its front matter"),
        (b"![](a.png)\n\n***\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n", "looks like a PNG picture"),
        (b"\x00\x01\x02" * 50, "is no text"),
    ],
)
def test_what_holds_no_words_is_rejected(tmp_path: Path, read: Reading, content: bytes, reason: str) -> None:
    (tmp_path / "report.md").write_bytes(content)
    outcome = read(tmp_path)
    assert documents(outcome) == ()
    assert reason in outcome.rejected[0].reason


@pytest.mark.parametrize(
    "text",
    [
        "> " * 5000 + "words",
        "\n".join("  " * n + "- words" for n in range(300)),
        "[" * 5000 + "words",
        "**" * 5000 + "words",
        "<div>" * 5000 + "words",
        "---\n" + "a: " * 5000 + "\n---\nwords",
        "words [a](javascript:alert(1)) <script>alert(1)</script>",
        "|a|\n|-|\n" + "|words|\n" * 1000,
    ],
)
def test_markdown_made_to_break_parsers_is_read_or_rejected(tmp_path: Path, read: Reading, text: str) -> None:
    (tmp_path / "report.md").write_text(text)
    outcome = read(tmp_path)
    assert len(documents(outcome)) + len(outcome.rejected) == 1
    assert all("<script" not in document.text for document in documents(outcome))


def test_control_characters_do_not_reach_the_text_and_the_rest_does(tmp_path: Path, read: Reading) -> None:
    padding = "The mayor said so. " * 1000
    document = read_one(read, tmp_path, f"# \u202eTitle\x07\n\nHe\x01 said\x0b so. {padding}")
    assert document.text.startswith("\u202eTitle\n\nHe said so.")

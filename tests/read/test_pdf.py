from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from sayso.config import ReadSettings
from sayso.documents import Declared, Document, Marking
from sayso.read.base import Piece
from sayso.read.pdf import PDF
from sayso.read.pdf.hyphens import Joints

from .conftest import DEFAULTS, Reading, documents
from .pdfs import SCAN, Placed, bound, column, pdf, stream

# Each line is about as wide as the others, so that the first word of the next had no room on it.
STORY = (
    "The mayor of Eastmere said on Tuesday that the bridge would stay closed",
    "until spring, and that nobody in the town had been told of it before the",
    "cables were cut.",
    "",
    "An engineer who asked not to be named told reporters that two of them had",
    "been replaced with cheaper ones. The builder denied this in a statement,",
    "and said that every part had been tested.",
)
PARAGRAPHS = [" ".join(STORY[:3]), " ".join(STORY[4:])]
NARROW = (
    "The mayor of Eastmere said on Tuesday",
    "that the bridge would stay closed until",
    "spring, as it had before.",
    "An engineer who asked not to be named",
    "told reporters that its cables had been",
)
NEXT = (
    "replaced with cheaper ones in autumn,",
    "when the harbour had been closed. The",
    "builder denied this in a statement, and",
    "said that all of its parts were tested.",
)


def read_one(read: Reading, path: Path, content: bytes) -> Document:
    (path / "report.pdf").write_bytes(content)
    outcome = read(path)
    assert outcome.rejected == ()
    [document] = documents(outcome)
    return document


def blocks(document: Document) -> list[str]:
    return document.text.split("\n\n")


def reason(read: Reading, path: Path, content: bytes, settings: ReadSettings = DEFAULTS) -> str:
    (path / "report.pdf").write_bytes(content)
    outcome = read(path, settings=settings)
    assert documents(outcome) == ()
    [rejected] = outcome.rejected
    return rejected.reason


def test_lines_are_joined_to_paragraphs(tmp_path: Path, read: Reading) -> None:
    assert blocks(read_one(read, tmp_path, pdf(column(STORY)))) == PARAGRAPHS


def test_a_paragraph_without_a_gap_is_told_by_its_indent_or_by_the_room_left_before_it(tmp_path: Path, read: Reading) -> None:
    lines = column([line for line in STORY if line])
    assert blocks(read_one(read, tmp_path, pdf(lines))) == PARAGRAPHS
    indented: list[Placed] = [(left + 15 * (place in (0, 3)), *rest) for place, (left, *rest) in enumerate(lines)]  # type: ignore[misc]
    indented[2] = (*indented[2][:3], "cables were cut, as the council had been warned they would be for years,")
    text = read_one(read, tmp_path, pdf(indented)).text
    assert text.count("\n\n") == 1
    assert "for years,\n\nAn engineer" in text


def test_columns_are_read_one_after_the_other_below_the_heading_that_spans_them(tmp_path: Path, read: Reading) -> None:
    heading: Placed = (60, 740, 22, "Bridge to stay closed until spring, mayor says")
    both = [*column(NARROW), *column(NEXT, left=320)]
    drawn = sorted(both, key=lambda placed: (-placed[1], placed[0]))
    document = read_one(read, tmp_path, pdf([heading, *drawn]))
    assert blocks(document) == [heading[3], " ".join(NARROW[:3]), " ".join((*NARROW[3:], *NEXT))]
    assert [(mark.marking, mark.span.of(document.text)) for mark in document.marks] == [(Marking.HEADING, heading[3])]


def test_a_table_is_read_by_its_rows(tmp_path: Path, read: Reading) -> None:
    rows = (("Year", "Cars", "Lorries"), ("2022", "14,000", "200"), ("2023", "17,500", "310"), ("2024", "16,000", "290"))
    cells: list[Placed] = [(60 + 100 * x, 500 - 14 * y, 10, word) for y, row in enumerate(rows) for x, word in enumerate(row)]
    document = read_one(read, tmp_path, pdf([*column(STORY), *cells]))
    assert blocks(document)[2:] == ["Year | Cars | Lorries", "2022 | 14,000 | 200", "2023 | 17,500 | 310", "2024 | 16,000 | 290"]
    assert {mark.marking for mark in document.marks} == {Marking.ROW}


def test_heads_and_feet_never_stand_within_a_paragraph_that_goes_on_over_the_page(tmp_path: Path, read: Reading) -> None:
    pages = [
        [(60.0, 770.0, 8.0, "Eastmere Echo"), *column(lines, top=740), (300.0, 30.0, 8.0, f"Page {number} of 2")]
        for number, lines in ((1, NARROW), (2, NEXT))
    ]
    assert blocks(read_one(read, tmp_path, pdf(*pages))) == [
        "Eastmere Echo",
        " ".join(NARROW[:3]),
        " ".join((*NARROW[3:], *NEXT)),
        "Page 1 of 2",
        "Eastmere Echo",
        "Page 2 of 2",
    ]


def test_a_page_with_nothing_but_its_head_and_foot_breaks_nothing(tmp_path: Path, read: Reading) -> None:
    edge = [(60.0, 770.0, 8.0, "Eastmere Echo"), (300.0, 30.0, 8.0, "2")]
    document = read_one(read, tmp_path, pdf([*edge, *column(STORY)], edge, edge))
    assert blocks(document) == ["Eastmere Echo", *PARAGRAPHS, "2", "Eastmere Echo", "2", "Eastmere Echo", "2"]


def test_letters_without_a_size_break_nothing(tmp_path: Path, read: Reading) -> None:
    document = read_one(read, tmp_path, pdf([*column(STORY), *column(["One.", "Two."], size=0.0001, top=300)]))
    assert document.text.startswith(PARAGRAPHS[0])


def test_the_document_information_is_declared_and_says_so(tmp_path: Path, read: Reading) -> None:
    information = (
        "/Title(Bridge to stay closed)/Author(Nia Roe; Ben Lund)/CreationDate(D:20231107081500+01'00')/ModDate(D:2023110810)"
    )
    document = read_one(read, tmp_path, pdf(column(STORY), information=information))
    assert document.declared == Declared(
        title="Bridge to stay closed",
        authors=("Nia Roe", "Ben Lund"),
        modified="2023-11-08",
        language="en-GB",
        because=(
            "title: PDF information",
            "authors: PDF information",
            "language: PDF information",
            "modified: PDF information, when the file was last changed",
        ),
    )


@pytest.mark.parametrize("title", ["Microsoft Word - draft 3.doc", "press_release.pdf", "untitled", "Document1", "", "  "])
def test_a_title_that_a_program_set_is_none(tmp_path: Path, read: Reading, title: str) -> None:
    document = read_one(read, tmp_path, pdf(column(STORY), information=f"/Title({title})/Author(Administrator)"))
    assert (document.declared.title, document.declared.authors) == (None, ())


def test_a_page_that_a_browser_printed_gives_its_address_and_when_it_was_captured(tmp_path: Path, read: Reading) -> None:
    edge: list[Placed] = [
        (30, 780, 8, "11/7/23, 8:15 AM"),
        (250, 780, 8, "Bridge to stay closed"),
        (30, 15, 8, "https://echo.example/2023/bridge?a=1"),
        (570, 15, 8, "1/1"),
    ]
    made = "/CreationDate(D:20231109071500Z)/Creator(Mozilla/5.0)/Producer(Skia/PDF m120)"
    declared = read_one(read, tmp_path, pdf([*edge, *column(STORY)], information=made)).declared
    assert declared.url == "https://echo.example/2023/bridge?a=1"
    assert (declared.published, declared.captured) == (None, "2023-11-09T07:15:00Z")
    assert "url: foot of the printed page" in declared.because
    edge[2] = (30, 15, 8, "https://echo.example/2023/bri…")
    assert read_one(read, tmp_path, pdf([*edge, *column(STORY)], information=made)).declared.url is None


def test_what_its_container_says_is_kept_where_the_file_is_silent() -> None:
    container = Declared(title="From the feed", url="https://echo.example/a", via="Echo feed", because=("title: feed", "url: feed"))
    piece = Piece("a.pdf", "a.pdf", pdf(column(STORY), information="/Title(Its own)"), declared=container)
    [document] = PDF.read(piece, ReadSettings())
    assert isinstance(document, Document)
    assert (document.declared.title, document.declared.url, document.declared.via) == (
        "Its own",
        "https://echo.example/a",
        "Echo feed",
    )
    assert "url: feed" in document.declared.because
    assert "title: feed" not in document.declared.because


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["a coopera-", "tive relation"], "a coopera-tive relation"),
        (["a coopera-", "tive relation, cooperative"], "a cooperative relation, cooperative"),
        (["a well-", "known man, well-known"], "a well-known man, well-known"),
        (
            ["coopera-", "tive and pro-", "posal, spend-", "ing: cooperative proposal"],
            "cooperative and proposal, spending: cooperative proposal",
        ),
        (["a coopera\u00ad", "tive relation"], "a cooperative relation"),
        (["the Anglo-", "Dutch war"], "the Anglo- Dutch war"),
        (["in 2023-", "24 it rose"], "in 2023- 24 it rose"),
        (["市长说，大桥将", "关闭"], "市长说，大桥将关闭"),
        (["one –", "two"], "one – two"),
    ],
)
def test_a_hyphen_at_a_lines_end_goes_only_where_the_document_shows_that_the_word_has_none(lines: list[str], joined: str) -> None:
    assert Joints([lines]).joined(lines) == joined


def test_words_set_upright_are_read_on_a_page_that_lies_on_its_side(tmp_path: Path, read: Reading) -> None:
    drawn = b"\n".join(
        f"BT /F 10 Tf 0 1 -1 0 {100 + 12 * n} 60 Tm ({line}) Tj ET".encode()
        for n, line in enumerate(line for line in STORY if line)
    )
    assert blocks(read_one(read, tmp_path, pdf(drawn))) == PARAGRAPHS


def test_a_scan_is_rejected_with_what_to_do(tmp_path: Path, read: Reading) -> None:
    assert "is a scan: its pages are pictures of words" in reason(read, tmp_path, pdf(SCAN, SCAN))
    assert "ocrmypdf" in reason(read, tmp_path, pdf(SCAN + b"\nBT /F 8 Tf 300 20 Td (3) Tj ET"))


def test_pages_that_are_scans_are_named_and_the_others_read(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "report.pdf").write_bytes(pdf(column(STORY), SCAN, SCAN))
    outcome = read(tmp_path)
    assert [blocks(document) for document in documents(outcome)] == [PARAGRAPHS]
    assert "pages 2, 3 are each a picture of words" in outcome.rejected[0].reason


def test_glyphs_that_do_not_say_their_letters_are_no_text(tmp_path: Path, read: Reading) -> None:
    private = b"""/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange
        1 beginbfrange <00> <FF> <E000> endbfrange endcmap end"""
    whole = pdf([(60, 700, 10, "words")]).replace(b"/WinAnsiEncoding>>", b"/WinAnsiEncoding/ToUnicode 7 0 R>>")
    objects = [part.partition(b" 0 obj\n")[2] for part in whole.split(b"\nendobj\n")[:-2]]
    assert "shows letters but does not say which" in reason(read, tmp_path, bound([*objects, stream("", private), b"<<>>"]))


def test_a_stream_that_swells_is_rejected_before_it_is_unpacked(tmp_path: Path, read: Reading) -> None:
    swollen = zlib.compress(b" " * (65 << 20), 9)
    assert "holds a stream that unpacks to more than 64 MB" in reason(read, tmp_path, pdf(b"", packed=swollen))
    twice = pdf(b"", packed=zlib.compress(swollen)).replace(b"/Filter/FlateDecode", b"/Filter[/FlateDecode/FlateDecode]")
    assert "holds a stream that unpacks to more than 64 MB" in reason(read, tmp_path, twice)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7\n", "is no PDF, or a broken one"),
        (pdf(column(STORY))[:200], "is no PDF, or a broken one"),
        (b"The mayor said so. \0\0", "is no PDF, or a broken one"),
        (pdf(b""), "holds no words"),
        (pdf(b"0 0 m 600 800 l S"), "holds no words"),
        (pdf(*[b""] * 601), "has 601 pages"),
    ],
)
def test_what_cannot_be_used_is_rejected_with_its_reason(tmp_path: Path, read: Reading, content: bytes, words: str) -> None:
    assert words in reason(read, tmp_path, content)


def test_a_password_and_too_many_letters_are_named(tmp_path: Path, read: Reading) -> None:
    key = "00" * 32
    locked = pdf(column(STORY)).replace(
        b"trailer<<", f"trailer<</ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<{key}>/U<{key}>/P -4>>".encode()
    )
    assert "is locked with a password" in reason(read, tmp_path, locked)
    assert "raise longest_text" in reason(read, tmp_path, pdf(column(STORY)), ReadSettings(longest_text=100))


def test_control_characters_and_half_letters_do_not_reach_the_text(tmp_path: Path, read: Reading) -> None:
    title = "/Title<FEFF0042D80000410007202E>"
    document = read_one(read, tmp_path, pdf(column(STORY), information=title))
    document.text.encode()
    (document.declared.title or "").encode()
    assert "\x07" not in (document.declared.title or "")

from __future__ import annotations

import pytest

from sayso.documents import Document

from .conftest import Opening, only, reason, reasons, texts


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_is_parted_by_whatever_parts_it(opening: Opening, delimiter: str) -> None:
    document = only(
        opening("a.csv", f'id{delimiter}text{delimiter}title\n7{delimiter}"One, two;\n| three\t""four"""{delimiter}T\n')
    )
    assert (document.key, document.text, document.declared.title) == ("7", 'One, two;\n| three\t"four"', "T")


def test_what_excel_saves_is_read(opening: Opening) -> None:
    table = "sep=;\r\nid;text\r\n1;Die Fähre sank.\r\n"
    for raw in (b"\xef\xbb\xbf" + table.encode(), table.encode("utf-16"), table.encode("cp1252")):
        assert only(opening("a.csv", raw)).text == "Die Fähre sank."
    assert only(opening("a.tsv", "id\ttext\r1\tOld Mac.\r")).text == "Old Mac."


def test_a_row_is_called_by_the_number_that_a_spreadsheet_gives_it(opening: Opening) -> None:
    items = opening("a.csv", 'text,title\n"One\nand a half.",T\n\nTwo.,T\n,\n,T\n')
    assert [item.key for item in items if isinstance(item, Document)] == ["a.csv:2", "a.csv:4"]
    assert [told[:22] for told in reasons(items)] == ["a.csv, row 6 (line 7):"]


def test_a_cell_with_a_formula_stays_the_text_that_it_is(opening: Opening) -> None:
    cells = ['=HYPERLINK("https://example.org","click")', "+1 said yes.", "-1 said no.", "@desk wrote.", "=cmd|'/c calc'!A1"]
    rows = "\n".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    assert texts(opening("a.csv", f"text\n{rows}\n")) == cells


def test_a_row_with_other_cells_than_columns_is_rejected_and_the_others_are_read(opening: Opening) -> None:
    items = opening("a.csv", "id,text\n1,One.\n2,Two, and a half.\n3\n4,Four.\n")
    assert texts(items) == ["One.", "Four."]
    more, fewer = reasons(items)
    assert "a.csv, row 3: has more cells than there are columns, 3 and not 2" in more
    assert "a.csv, row 4: has fewer cells than there are columns, 1 and not 2" in fewer


def test_a_quotation_mark_out_of_place_costs_its_row_alone(opening: Opening) -> None:
    items = opening("a.csv", 'id,text\n1,"The "old" ferry."\n2,The "old" ferry.\n')
    assert texts(items) == ['The "old" ferry.']
    assert "row 2: has a quotation mark out of place" in reasons(items)[0]


def test_a_quotation_mark_that_nothing_closes_is_told(opening: Opening) -> None:
    items = opening("a.csv", 'id,text\n1,One.\n2,"Two.\n3,Three.\n')
    assert texts(items) == ["One."]
    assert "row 3: opens a quotation mark that nothing closes" in reasons(items)[0]


def test_two_columns_of_one_name_are_told(opening: Opening) -> None:
    assert "has 2 columns called “text”" in reason(opening("a.csv", "text,text\nA,B\n"))
    assert only(opening("a.csv", "text,note,note\nA,B,C\n")).text == "A"


def test_zero_bytes_and_long_cells_are_text(opening: Opening) -> None:
    long = "word " * 60_000
    assert only(opening("a.csv", f'id,text\n1,"{long}"\n')).text == long
    assert only(opening("a.csv", "id,text\n1," + "word " * 500 + "\0\n")).text.endswith("\0")


@pytest.mark.parametrize("content", ["", "\n\n", "text\n"])
def test_a_table_with_nothing_in_it(opening: Opening, content: str) -> None:
    items = opening("a.csv", content)
    assert ("has no row with a report" if content.strip() else "is empty") in reason(items)


def test_a_table_on_standard_input_is_told_by_its_columns(opening: Opening) -> None:
    assert only(opening("piped", "id,title,text\n1,T,Words.\n")).text == "Words."
    assert "of a kind that Sayso does not read" in reason(opening("piped", "Title, text and so on\n"))


def test_authors_in_a_cell(opening: Opening) -> None:
    for cell in (
        "Ada Brook; Ben Lund",
        '"Ada Brook, Ben Lund"',
        "\"['Ada Brook', 'Ben Lund']\"",
        '"[""Ada Brook"", ""Ben Lund""]"',
    ):
        assert only(opening("a.csv", f"text,authors\nWords.,{cell}\n")).declared.authors == ("Ada Brook", "Ben Lund")
    assert only(opening("a.csv", "text,authors\nWords.,\"[__import__('os').getcwd()]\"\n")).declared.authors == (
        "[__import__('os').getcwd()]",
    )

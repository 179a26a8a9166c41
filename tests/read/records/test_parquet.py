from __future__ import annotations

import io
from datetime import UTC, date, datetime
from typing import Any

import polars
import pytest

from sayso.documents import Document

from .conftest import Opening, only, reason, reasons, texts


def written(**columns: Any) -> bytes:
    out = io.BytesIO()
    polars.DataFrame(columns).write_parquet(out, row_group_size=2)
    return out.getvalue()


def test_typed_columns_are_read(opening: Opening) -> None:
    content = written(
        id=[7],
        text=["  Untouched.\r\n"],
        authors=[["Ada Brook", "Ben Lund"]],
        date=[date(2021, 5, 4)],
        captured=[datetime(2021, 5, 5, 8, 0, tzinfo=UTC)],
        picture=[b"\x00\x01"],
        vector=[[0.5, 0.25]],
    )
    document = only(opening("a.parquet", content))
    assert (document.key, document.text) == ("7", "  Untouched.\r\n")
    assert document.declared.authors == ("Ada Brook", "Ben Lund")
    assert document.declared.published == "2021-05-04"
    assert (document.declared.captured or "").startswith("2021-05-05T08:00:00")


def test_a_column_within_a_column_is_found(opening: Opening) -> None:
    content = written(plaintext=["It sank."], html=[{"responded_url": "https://example.org/a", "content": "<p>"}])
    document = only(opening("a.parquet", content))
    assert (document.text, document.declared.url) == ("It sank.", "https://example.org/a")


def test_rows_without_a_text_are_rejected_by_their_number(opening: Opening) -> None:
    items = opening("a.parquet", written(text=["One.", None, " ", *("More." for _ in range(1200))]))
    assert len(texts(items)) == 1201
    assert [told.partition(":")[0] for told in reasons(items)] == ["a.parquet, row 2", "a.parquet, row 3"]
    assert [item.key for item in items if isinstance(item, Document)][-1] == "a.parquet:1203"


def test_columns_are_mapped(opening: Opening) -> None:
    content = written(headline=["Ferry sinks"], body=["It sank."])
    assert "has no column that Sayso knows. It has headline, body." in reason(opening("a.parquet", content))
    assert only(opening("a.parquet", content, "text=body title=headline")).declared.title == "Ferry sinks"


def test_a_name_with_signs_in_it_is_one_file(opening: Opening) -> None:
    assert only(opening("a[1]*?.parquet", written(text=["One."]))).text == "One."


@pytest.mark.parametrize("cut", [4, 5, 40, -1, -4, -8, -9, -40])
def test_what_is_cut_off_is_rejected(opening: Opening, cut: int) -> None:
    content = written(text=["One.", "Two."])
    assert "is a broken Parquet file" in reason(opening("a.parquet", content[:cut]))


def test_a_table_with_no_rows_is_told(opening: Opening) -> None:
    assert "has no row with a report" in reason(opening("a.parquet", written(text=polars.Series([], dtype=polars.String))))

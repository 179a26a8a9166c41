"""What Sayso noted beside an answer when it fetched it: read back in full, and no note of anybody else leads astray."""

import json
from io import BytesIO

import pytest
from warcio.statusandheaders import StatusAndHeaders

from sayso.read.archives.warc import read_warc

from .conftest import page, taken
from .saved import Writer

FERRY = "https://packet.example/ferry"
SAID = {
    "title": "Ferry seen",
    "authors": ["Ada Quill"],
    "outlet": "The Quay Packet",
    "published": "2031-04-04",
    "via": "All harbours",
    "because": ["outlet: source of the feed"],
    "url": "https://elsewhere.example/",
}


def archive(note: object, media: str = "application/json") -> bytes:
    """A page, and before it a note that stands beside it."""
    out = BytesIO()
    writer = Writer(out, gzip=False)
    head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    answer = writer.create_warc_record(FERRY, "response", payload=BytesIO(page("ferry")), http_headers=head)
    beside = {"WARC-Concurrent-To": answer.rec_headers.get_header("WARC-Record-ID")}
    told = note if isinstance(note, bytes) else json.dumps(note).encode()
    writer.write_record(
        writer.create_warc_record(FERRY, "metadata", payload=BytesIO(told), warc_content_type=media, warc_headers_dict=beside)
    )
    writer.write_record(answer)
    return out.getvalue()


def test_what_the_feed_said_of_a_report_is_known_of_its_page() -> None:
    (piece,), reasons = taken(read_warc, "a.warc", archive({"asked": FERRY, "purpose": "report", "declared": SAID}))
    declared = piece.declared
    assert (declared.title, declared.authors, declared.outlet) == ("Ferry seen", ("Ada Quill",), "The Quay Packet")
    assert (declared.published, declared.via) == ("2031-04-04", "All harbours")
    assert declared.url == FERRY, "where it was captured the archive knows best"
    assert "outlet: source of the feed" in declared.because
    assert not reasons


@pytest.mark.parametrize("purpose", ["list", "step", "rules"])
def test_what_only_led_to_reports_is_none(purpose: str) -> None:
    assert taken(read_warc, "a.warc", archive({"asked": FERRY, "purpose": purpose})) == ([], "")


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"{",
        b"[" * 60_000,
        b"\xff\xfe",
        b'{"asked": 1, "purpose": "report", "declared": {"title": "\\ud800"}}',
        [1],
        {"purpose": "list"},
        {"asked": FERRY, "purpose": ["list"]},
        {"asked": FERRY, "purpose": "report", "declared": {"title": 7, "authors": "Ada", "because": [None], "text": "other words"}},
        {"asked": FERRY, "purpose": "report", "declared": ["title"]},
    ],
)
def test_a_note_that_is_none_of_ours_changes_nothing(note: object) -> None:
    (piece,), reasons = taken(read_warc, "a.warc", archive(note))
    assert (piece.declared.title, piece.declared.authors, piece.declared.url, reasons) == (None, (), FERRY, "")


def test_a_note_of_another_kind_is_passed_over() -> None:
    (piece,), _ = taken(read_warc, "a.warc", archive({"asked": FERRY, "purpose": "list"}, "application/warc-fields"))
    assert piece.declared.url == FERRY

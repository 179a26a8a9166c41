from __future__ import annotations

import gzip
import io
import lzma
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from fastwarc.stream_io import ZstdWriter, zstd_train_dictionary_from_samples

from sayso.config import ReadSettings
from sayso.documents import Declared, Version
from sayso.read.archives.compressed import read_compressed
from sayso.read.archives.warc import read_warc
from sayso.read.base import Piece
from sayso.stages import Found

from ..conftest import Reading, documents
from .conftest import page, taken, zstandard
from .saved import Saved

HOME = "https://example.org/"
REVISIT = "http://netpreserve.org/warc/1.1/revisit/"


def chunked(body: bytes) -> bytes:
    return b"%x;q=1\r\n%s\r\n0\r\n\r\n" % (len(body), body)


def addresses(pieces: list[Piece]) -> list[str | None]:
    return [piece.declared.url for piece in pieces]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_captured_pages_become_documents_called_by_their_addresses(
    tmp_path: Path, read: Reading, packed: bool, version: str
) -> None:
    saved = Saved(packed, version)
    saved.answer(HOME + "ferry.html", page("ferry"))
    saved.other(HOME + "ferry.html", "request", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request")
    saved.other(HOME + "ferry.html", "metadata", b"via: nowhere", "application/warc-fields")
    saved.other("dns:example.org", "response", b"20240108120000\nexample.org. 300 IN A 192.0.2.1\n", "text/dns")
    saved.answer(HOME + "barge", page("barge"))
    saved.other(
        HOME + "notes.txt",
        "resource",
        b"The buoy was found on the beach, and nobody knew how it had come there. " * 2,
        "text/plain",
    )
    file = saved.at(tmp_path / ("saved.warc.gz" if packed else "saved.warc"))
    outcome = read(file)
    assert [d.key for d in documents(outcome)] == [f"{file.name}/{HOME}{name}" for name in ("barge", "ferry.html", "notes.txt")]
    assert outcome.rejected == ()


def test_a_capture_says_its_address_its_time_and_its_media_type() -> None:
    saved = Saved()
    saved.answer(HOME + "ferry.html", page("ferry"), "text/html; charset=windows-1252", date="2023-05-04T03:02:01Z")
    [piece], reasons = taken(read_warc, "saved.warc.gz", saved.written())
    because = ("url: WARC-Target-URI", "captured: WARC-Date")
    assert piece.declared == Declared(url=HOME + "ferry.html", captured="2023-05-04T03:02:01Z", because=because)
    assert piece.media == "text/html; charset=windows-1252"
    assert not reasons


@pytest.mark.parametrize("address", ["annual-report.pdf", "story.txt", "data.json", "about.com", "page.php?as=file.zip"])
def test_what_the_server_called_a_page_is_one_however_its_address_ends(tmp_path: Path, read: Reading, address: str) -> None:
    saved = Saved()
    saved.answer(HOME + address, page("ferry"))
    [document] = documents(read(saved.at(tmp_path / "saved.warc.gz")))
    assert document.text.startswith("The ferry")


def test_what_is_no_report_is_told_of_in_one_line() -> None:
    saved = Saved()
    for number in range(12):
        saved.answer(f"{HOME}{number}.png", b"\x89PNG\r\n", "image/png")
    for name, media in (("a.css", "text/css"), ("a.js", "text/javascript"), ("b.js", "application/javascript; charset=utf-8")):
        saved.answer(HOME + name, b"/* */", media)
    saved.answer(HOME + "font", b"wOFF", "font/woff2")
    saved.answer(HOME + "film", b"\x00\x00\x00\x1cftyp", "video/mp4")
    saved.answer(HOME + "old", b"", status="301 Moved Permanently", headers=[("Location", HOME)])
    saved.answer(HOME + "gone", page("ghost"), status="404 Not Found")
    saved.answer(HOME + "lost", page("ghost"), status="404 Not Found")
    saved.answer(HOME + "down", page("ghost"), status="503 Service Unavailable")
    saved.answer(HOME + "part", page("ghost"), status="206 Partial Content")
    saved.answer(HOME + "robots.txt", b"User-agent: *\nDisallow:\n" * 9, "text/plain")
    saved.answer(HOME + "pixel", b"GIF89a\x01\x00", "text/html")
    saved.answer(HOME + "void", b"", "text/html")
    saved.answer(HOME + "api", b'{"likes": 7}', "application/json")
    saved.answer(HOME + "ok", b"ok", "text/plain")
    saved.other("urn:thumbnail:" + HOME, "resource", b"\xff\xd8\xff", "image/jpeg")
    pieces, reasons = taken(read_warc, "saved.warc.gz", saved.written())
    assert pieces == []
    assert reasons == (
        "saved.warc.gz: 28 records are no reports: 13 pictures, 2 answers of an error (404), 2 scripts, "
        "1 answer of an error (503), 1 answer without a whole page (206), 1 empty answer, 1 file of data, 1 film or sound, 1 font, "
        "1 note of the program that saved it, 1 redirect, 1 robots.txt, 1 snippet of text, 1 style."
    )


def test_feeds_and_other_reports_are_told_by_their_start_where_the_server_says_too_little() -> None:
    saved = Saved()
    saved.answer(HOME + "feed", b'<?xml version="1.0"?>\n<!-- made -->\n<rss version="2.0"></rss>', "text/xml")
    saved.answer(HOME + "feed.json", b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "application/json")
    saved.answer(HOME + "paper", b"%PDF-1.7", "application/octet-stream")
    saved.answer(HOME + "bare", page("ferry"), "")
    saved.answer(HOME + "svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "application/xml")
    pieces, reasons = taken(read_warc, "saved.warc.gz", saved.written())
    assert addresses(pieces) == [HOME + name for name in ("feed", "feed.json", "paper", "bare")]
    assert "1 record is no report: 1 file of data" in reasons


def test_bodies_are_given_as_they_were_meant() -> None:
    saved = Saved()
    body = page("ferry")
    saved.answer(HOME + "1", chunked(brotli.compress(body)), headers=[("Content-Encoding", "br"), ("Transfer-Encoding", "chunked")])
    saved.answer(HOME + "2", gzip.compress(body), headers=[("Content-Encoding", "gzip")])
    saved.answer(HOME + "3", body, headers=[("Content-Encoding", "br"), ("Transfer-Encoding", "chunked")])
    saved.answer(HOME + "4", zstandard(body), headers=[("Content-Encoding", "zstd")])
    pieces, reasons = taken(read_warc, "saved.warc.gz", saved.written())
    assert [piece.content for piece in pieces] == [body] * 4
    assert not reasons


def test_captures_of_one_address_become_versions_of_one_document(tmp_path: Path, read: Reading) -> None:
    saved = Saved()
    for month, name in ((3, "ferry"), (1, "barge"), (2, "buoy")):
        saved.answer(HOME, page(name), date=f"2024-0{month}-01T00:00:00Z")
    outcome = read(saved.at(tmp_path / "saved.warc.gz"))
    assert outcome.rejected == ()
    assert len(documents(outcome)) + len(Found(outcome.values)[Version]) == 3


def test_a_page_met_again_unchanged_is_neither_a_second_document_nor_a_reject() -> None:
    saved = Saved()
    saved.again(HOME, "sha1:AAAA", HOME, "2024-01-08T12:00:00Z", date="2024-01-09T00:00:00Z")  # stands before what it repeats
    saved.answer(HOME, page("ferry"), warc={"WARC-Payload-Digest": "sha1:AAAA"})
    saved.again(HOME + "mirror", "sha1:AAAA", HOME, "2024-01-08T12:00:00Z")
    saved.again(HOME, "sha1:BBBB", HOME, "2024-01-08T12:00:00Z")
    saved.again(
        HOME, "sha1:EEEE", HOME, "", media="", status="304 Not Modified", warc={"WARC-Profile": REVISIT + "server-not-modified"}
    )
    pieces, reasons = taken(read_warc, "saved.warc.gz", saved.written())
    assert addresses(pieces) == [HOME]
    assert not reasons


def test_a_page_met_again_whose_first_capture_is_elsewhere_is_rejected_saying_which() -> None:
    saved = Saved()
    saved.answer(HOME, page("ferry"))
    saved.again(HOME + "a", "sha1:CCCC", HOME + "b", "2023-12-01T00:00:00Z")
    saved.again(
        HOME + "c", "sha1:EEEE", "", "", media="", status="304 Not Modified", warc={"WARC-Profile": REVISIT + "server-not-modified"}
    )
    saved.again(HOME + "d.png", "sha1:DDDD", HOME + "d.png", "2023-12-01T00:00:00Z", media="image/png")
    pieces, reasons = taken(read_warc, "saved.warc.gz", saved.written())
    assert addresses(pieces) == [HOME]
    first, second, third = reasons.split("\n")
    assert first.startswith(f"saved.warc.gz/{HOME}a: was not saved on 2024-02-01T12:00:00Z because it had not changed")
    assert f"the earlier capture of 2023-12-01T00:00:00Z ({HOME}b) that it repeats is not in this archive" in first
    assert second.startswith(f"saved.warc.gz/{HOME}c: was not saved")
    assert third == "saved.warc.gz: 1 record is no report: 1 picture."


def test_an_archive_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    saved = Saved()
    saved.answer(HOME + "1", page("ferry"))
    saved.answer(HOME + "2.png", b"\x89PNG", "image/png")
    saved.answer(HOME + "3", page("barge"))
    whole = saved.written()
    plain = gzip.decompress(whole)
    cut = {"saved.warc.gz": whole[: whole.rindex(b"\x1f\x8b\x08") - 60], "saved.warc": plain[: plain.rindex(b"barge")]}
    for name, content in cut.items():
        pieces, reasons = taken(read_warc, name, content)
        assert addresses(pieces) == [HOME + "1"]
        assert f"{name}: breaks off in record 3, at byte {len(content):,} of the file" in reasons
        assert "1 picture" in reasons


def test_an_archive_damaged_within_is_read_up_to_there() -> None:
    saved = Saved()
    saved.answer(HOME + "1", page("ferry"))
    first = len(saved._file.getvalue())
    saved.answer(HOME + "2", page("barge"))
    whole = bytearray(saved.written())
    whole[first + 40 : first + 60] = bytes(20)
    pieces, reasons = taken(read_warc, "saved.warc.gz", bytes(whole))
    assert addresses(pieces) == [HOME + "1"]
    assert "saved.warc.gz: breaks off in record 2" in reasons


@pytest.mark.parametrize(
    "content",
    [
        b"WARC/1.0\r\nWARC-Type: resp",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nx\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nx\r\n\r\n",
        b"WARC/1.0\r\n" + b"X: y\r\n" * 50_000,
        b"WARC/1.0\r\n" + b"\x00" * 500,
        b"",
    ],
)
def test_what_is_no_archive_is_rejected(content: bytes) -> None:
    pieces, reasons = taken(read_warc, "saved.warc", content)
    assert pieces == []
    assert reasons.startswith(("saved.warc: breaks off in record 1", "saved.warc: holds no records"))


def test_a_record_that_says_that_it_is_longer_than_the_file_is_rejected() -> None:
    head = b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: <https://example.org/>\r\nContent-Type: text/html\r\n"
    content = head + b"Content-Length: 999999999999\r\n\r\n"
    pieces, reasons = taken(read_warc, "saved.warc", content + page("ferry"))
    assert pieces == []
    assert f"saved.warc/{HOME}: is too large" in reasons
    assert "saved.warc: breaks off in record 1" in reasons


def test_a_page_that_was_saved_only_in_part_is_read_and_said_to_be() -> None:
    saved = Saved()
    saved.answer(HOME + "1", page("ferry"), warc={"WARC-Truncated": "length"})
    packed = gzip.compress(page("barge") + bytes(range(256)) * 40)
    saved.answer(HOME + "2", packed[:-30], headers=[("Content-Encoding", "gzip")])
    pieces, reasons = taken(read_warc, "saved.warc.gz", saved.written())
    assert addresses(pieces) == [HOME + "1", HOME + "2"]
    assert f"saved.warc.gz/{HOME}1: was saved only in part (length)" in reasons
    assert f"saved.warc.gz/{HOME}2: was saved only in part (unexpected end)" in reasons


def test_a_page_larger_than_the_limit_is_rejected_and_a_film_only_counted() -> None:
    saved = Saved()
    saved.answer(HOME + "long", b"<p>" + bytes(range(32, 127)) * 11_000)
    saved.answer(HOME + "film", bytes(1_100_000), "video/mp4")
    saved.answer(HOME, page("ferry"))
    pieces, reasons = taken(read_warc, "saved.warc.gz", saved.written(), ReadSettings(largest_file_mb=1))
    assert addresses(pieces) == [HOME]
    assert f"saved.warc.gz/{HOME}long: is too large" in reasons
    assert "saved.warc.gz: 1 record is no report: 1 film or sound." in reasons


def test_a_page_that_swells_is_rejected_and_the_others_read() -> None:
    saved = Saved(gzip=False)
    saved.answer(HOME + "bomb", brotli.compress(bytes(50_000_000)), headers=[("Content-Encoding", "br")])
    saved.answer(HOME, page("ferry"))
    pieces, reasons = taken(read_warc, "saved.warc", saved.written())
    assert addresses(pieces) == [HOME]
    assert f"saved.warc/{HOME}bomb: is a decompression bomb" in reasons


def test_records_of_zeros_without_end_are_found_out() -> None:
    saved = Saved()
    saved.answer(HOME, page("ferry"))
    saved.answer(HOME + "film", bytes(60_000_000), "video/mp4")
    saved.answer(HOME + "after", page("barge"))
    pieces, reasons = taken(read_warc, "saved.warc.gz", saved.written())
    assert addresses(pieces) == [HOME]
    assert "saved.warc.gz: is a decompression bomb" in reasons


@pytest.mark.parametrize(("ending", "pack"), [(".gz", gzip.compress), (".zst", zstandard), (".xz", lzma.compress)])
def test_an_archive_compressed_as_a_whole_is_read_too(ending: str, pack: Callable[[bytes], bytes]) -> None:
    saved = Saved(gzip=False)
    saved.answer(HOME, page("ferry"))
    pieces, reasons = taken(read_compressed, "saved.warc" + ending, pack(saved.written()))
    assert addresses(pieces) == [HOME]
    assert not reasons


def test_an_archive_that_brings_its_own_dictionary_is_read() -> None:
    saved = Saved(gzip=False)
    for number in range(40):
        saved.answer(f"{HOME}{number}", page(f"ferry number {number}"))
    records = [b"WARC/" + record for record in saved.written().split(b"WARC/") if record.startswith(b"1.1\r\n")]
    file = io.BytesIO()
    writer = ZstdWriter(file, dictionary=zstd_train_dictionary_from_samples(records, 10_000), compress_dictionary_frame=True)
    for record in records:
        writer.write(record)
        writer.finish()
    writer.flush()
    pieces, reasons = taken(read_compressed, "saved.warc.zst", file.getvalue())
    assert len(pieces) == 40
    assert not reasons


def test_odd_addresses_are_shown_safely_and_kept_whole() -> None:
    saved = Saved()
    saved.answer("https://example.org/\u202egpj.html", page("ferry"))
    [piece], _ = taken(read_warc, "saved.warc.gz", saved.written())
    assert "\u202e" not in piece.key


def test_an_address_that_is_none_breaks_nothing() -> None:
    saved = Saved()
    saved.answer("https://[exa]mple.org/", page("ferry"))
    saved.answer(HOME, page("barge"))
    assert len(taken(read_warc, "saved.warc.gz", saved.written())[0]) == 2


def test_only_one_page_is_in_memory_at_a_time(tmp_path: Path) -> None:
    saved = Saved()
    for number in range(30):
        saved.answer(f"{HOME}{number}", page("ferry") + bytes(range(256)) * 8_000)
    file = saved.at(tmp_path / "saved.warc.gz")
    del saved
    tracemalloc.start()
    for _ in read_warc(Piece(file.name, str(file), file), ReadSettings()):
        pass
    assert tracemalloc.get_traced_memory()[1] < 12_000_000
    tracemalloc.stop()

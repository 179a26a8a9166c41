from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from wacz.main import main as wacz

from sayso.read.archives.wacz import read_wacz
from sayso.read.archives.zipped import read_zip

from ..conftest import Reading, documents
from .conftest import page, taken
from .saved import Saved

HOME = "https://example.org/"
Making = Callable[..., Path]
PICTURE = "saved.wacz: 1 record is no report: 1 picture."


def crawled() -> Saved:
    """Two pages, a frame and a picture in them."""
    saved = Saved()
    saved.answer(HOME + "ferry", page("ferry"))
    saved.answer("https://ads.example.net/frame", page("bargain"))
    saved.answer(HOME + "ferry.jpg", b"\xff\xd8\xff", "image/jpeg")
    saved.answer(HOME + "barge", page("barge"), date="2024-01-09T12:00:00Z")
    return saved


@pytest.fixture
def made(tmp_path: Path) -> Making:
    """A WACZ written by its makers' tool, with these pages in its list, or no list of its own."""

    def make(saved: Saved, *listed: tuple[str, str], more: Saved | None = None) -> Path:
        given = [str(saved.at(tmp_path / "data.warc.gz"))] + ([str(more.at(tmp_path / "more.warc.gz"))] if more else [])
        pages = tmp_path / "pages.jsonl"
        lines = [{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}]
        lines += [{"id": str(n), "url": url, "title": title, "ts": "2024-01-08T12:00:00Z"} for n, (url, title) in enumerate(listed)]
        pages.write_text("".join(json.dumps(line) + "\n" for line in lines))
        file = tmp_path / "saved.wacz"
        assert wacz(["create", *given, "-o", str(file), *(["-c", "-p", str(pages)] if listed else [])]) == 0
        return file

    return make


def altered(file: Path, name: str, change: Callable[[bytes], bytes], *without: str) -> Path:
    """The archive with one of its files changed (or put in), and others left out."""
    other = file.with_name("altered.wacz")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(other, "w") as new:
        names = [info.filename for info in old.infolist()]
        for member in {**dict.fromkeys(names), name: None}:
            if member not in without:
                content = old.read(member) if member in names else b""
                new.writestr(member, change(content) if member == name else content)
    return other


def keys(file: Path) -> tuple[list[str], str]:
    pieces, reasons = taken(read_wacz, "saved.wacz", file)
    return [piece.key.removeprefix("saved.wacz/") for piece in pieces], reasons


def test_the_listed_pages_are_read_and_frames_counted(made: Making) -> None:
    file = made(crawled(), (HOME + "ferry", "A ferry"), (HOME + "barge#top", HOME + "barge"))
    pieces, reasons = taken(read_wacz, "saved.wacz", file)
    assert [piece.key for piece in pieces] == [f"saved.wacz/{HOME}ferry", f"saved.wacz/{HOME}barge"]
    assert [piece.declared.title for piece in pieces] == ["A ferry", None]
    assert "title: pages.jsonl" in pieces[0].declared.because
    assert [piece.declared.captured for piece in pieces] == ["2024-01-08T12:00:00Z", "2024-01-09T12:00:00Z"]
    assert reasons == (
        "saved.wacz: 2 records are no reports: 1 page that its list of pages does not name (a frame, an advertisement), 1 picture."
    )


def test_without_a_list_all_pages_are_read(made: Making) -> None:
    assert keys(made(crawled())) == ([HOME + "ferry", "https://ads.example.net/frame", HOME + "barge"], PICTURE)


def test_an_archive_of_pages_becomes_documents(tmp_path: Path, made: Making, read: Reading) -> None:
    file = made(crawled(), (HOME + "ferry", "A ferry"), (HOME + "barge", "A barge"))
    outcome = read(file)
    assert [d.key for d in documents(outcome)] == [f"saved.wacz/{HOME}barge", f"saved.wacz/{HOME}ferry"]
    assert len(outcome.rejected) == 1


def test_it_is_known_for_what_it_is_under_any_name(tmp_path: Path, made: Making, read: Reading) -> None:
    file = made(crawled(), (HOME + "ferry", "A ferry"))
    for name in ("saved.zip", "saved"):
        shutil.copy(file, tmp_path / name)
        assert [d.key for d in documents(read(tmp_path / name))] == [f"{name}/{HOME}ferry"]


def test_a_list_that_names_no_page_is_none(made: Making) -> None:
    file = made(crawled(), (HOME + "ferry", "A ferry"))
    for words in (b"", b"\xff\n{", b'{"format": "json-pages-1.0"}\n[1]\n{"url": 7}\n'):
        empty = altered(file, "pages/pages.jsonl", lambda _, words=words: words, "datapackage.json", "datapackage-digest.json")  # type: ignore[misc]
        found, reasons = keys(empty)
        assert len(found) == 3
        assert "saved.wacz/datapackage.json: is missing" in reasons


def test_a_page_that_redirected_is_read_where_it_led_to_whatever_came_first(made: Making) -> None:
    saved, more = Saved(), Saved()
    saved.answer(HOME + "2024/barge", page("barge"))
    saved.answer(HOME + "frame", page("bargain"))
    saved.answer("http://example.org/ferry", b"", status="301 Moved", headers=[("Location", HOME + "ferry")])
    saved.answer(HOME + "ferry", b"", status="302 Found", headers=[("Location", "/2024/ferry")])
    more.answer(HOME + "2024/ferry", page("ferry"))
    more.answer(HOME + "barge", b"", status="302 Found", headers=[("Location", "/2024/barge#top")])
    file = made(saved, ("http://example.org/ferry", "A ferry"), (HOME + "barge", "A barge"), more=more)
    pieces, reasons = taken(read_wacz, "saved.wacz", file)
    assert [(p.declared.url, p.declared.title) for p in pieces] == [
        (HOME + "2024/ferry", "A ferry"),
        (HOME + "2024/barge", "A barge"),
    ]
    assert reasons == (
        "saved.wacz: 4 records are no reports: 3 redirects, "
        "1 page that its list of pages does not name (a frame, an advertisement)."
    )


def test_a_listed_page_that_is_not_there_is_told_of(made: Making) -> None:
    found, reasons = keys(made(crawled(), (HOME + "ferry", "A ferry"), (HOME + "buoy", "A buoy"), (HOME + "fog", "Fog")))
    assert found == [HOME + "ferry"]
    assert f"saved.wacz: lists 2 pages that are not in it, {HOME}buoy the first" in reasons


def test_a_page_met_again_in_another_file_of_the_archive_is_known(made: Making) -> None:
    more = Saved()
    more.again(HOME + "ferry", "sha1:AAAA", HOME + "ferry", "2024-01-08T12:00:00Z")
    assert keys(made(crawled(), more=more))[1] == PICTURE


def test_pages_that_were_altered_are_rejected(made: Making) -> None:
    file = altered(made(crawled()), "archive/data.warc.gz", lambda old: old + crawled().written())
    found, reasons = keys(file)
    assert found == []
    assert "saved.wacz/archive/data.warc.gz: was altered or damaged after it was made" in reasons


def test_pages_that_were_put_in_later_are_rejected_and_the_others_read(made: Making) -> None:
    file = altered(made(crawled()), "archive/more.warc.gz", lambda _: crawled().written())
    found, reasons = keys(file)
    assert len(found) == 3
    assert "saved.wacz/archive/more.warc.gz: was added after the archive was made" in reasons


def test_a_list_of_pages_that_was_altered_is_rejected_and_all_pages_read(made: Making) -> None:
    file = altered(
        made(crawled(), (HOME + "ferry", "A ferry")), "pages/pages.jsonl", lambda old: old.replace(b"A ferry", b"Sunk!!!")
    )
    found, reasons = keys(file)
    assert len(found) == 3
    assert "saved.wacz/pages/pages.jsonl: was altered" in reasons


def test_checksums_that_were_altered_themselves_are_found_out(made: Making) -> None:
    file = altered(made(crawled()), "datapackage.json", lambda old: old.replace(b'"created"', b'"Created"'))
    assert "saved.wacz/datapackage.json: was altered" in keys(file)[1]


def test_checksums_that_cannot_be_read_are_told_of_and_the_pages_read(made: Making) -> None:
    file = altered(made(crawled()), "datapackage.json", lambda _: b"{", "datapackage-digest.json")
    found, reasons = keys(file)
    assert len(found) == 3
    assert "saved.wacz/datapackage.json: cannot be checked" in reasons


def test_a_zip_archive_that_only_calls_itself_one_is_rejected(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "saved.wacz", "w") as archive:
        archive.writestr("datapackage.json", "{}")
    assert keys(tmp_path / "saved.wacz")[1].startswith("saved.wacz: is no web archive")
    assert [p.key for p in taken(read_zip, "saved.zip", tmp_path / "saved.wacz")[0]] == ["saved.zip/datapackage.json"]


def test_what_is_cut_off_is_rejected(made: Making, tmp_path: Path) -> None:
    file = made(crawled())
    file.write_bytes(file.read_bytes()[:-200])
    assert "saved.wacz: is no whole ZIP archive" in keys(file)[1]

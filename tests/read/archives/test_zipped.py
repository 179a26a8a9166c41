from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from sayso.config import ReadSettings
from sayso.read.archives.listing import LONGEST_LIST, Careful
from sayso.read.archives.zipped import read_zip
from sayso.read.base import Unusable

from ..conftest import Reading, documents
from .conftest import page, taken

WORDS = b"The tide came in twice that day, as the tables say it should.\n"


def zipped(members: Mapping[str, bytes] | Mapping[zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content, method)
    return file.getvalue()


def patched(archive: bytes, old: bytes, new: bytes) -> bytes:
    assert old in archive
    return archive.replace(old, new)


def test_the_documents_of_an_archive_are_those_of_the_folder(tmp_path: Path, folder: Path, read: Reading) -> None:
    with zipfile.ZipFile(tmp_path / "desk.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for file in folder.rglob("*"):
            archive.write(file, file.relative_to(folder))
    from_folder, from_archive = read(folder), read(tmp_path / "desk.zip")
    assert {d.id for d in documents(from_archive)} == {d.id for d in documents(from_folder)}
    assert len(documents(from_archive)) == 6
    assert from_archive.rejected == from_folder.rejected == ()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_members_come_in_the_order_of_the_list_called_by_their_names(method: int) -> None:
    pieces, reasons = taken(read_zip, "a.zip", zipped({"z/b.txt": WORDS, "a.txt": b"Words."}, method))
    assert [(p.key, p.content) for p in pieces] == [("a.zip/z/b.txt", WORDS), ("a.zip/a.txt", b"Words.")]
    assert not reasons


def test_names_are_only_names(tmp_path: Path, read: Reading) -> None:
    names = {
        "/etc/one.txt": "/etc/one.txt",
        "../../two.txt": "../../two.txt",
        "C:\\three.txt": "C:\\three.txt",
        "fo\u202etxt.ru\nr.txt": "fo\\u202etxt.ru\\nr.txt",
        "fi\x1b[2Jve.txt": "fi\\x1b[2Jve.txt",
    }
    before = sorted(tmp_path.rglob("*"))
    file = tmp_path / "a.zip"
    file.write_bytes(zipped({name: f"Report number {n}.".encode() for n, name in enumerate(names)}))
    assert [d.key for d in documents(read(file))] == sorted(f"a.zip/{name}" for name in names.values())
    assert sorted(tmp_path.rglob("*")) == [*before, file]


def test_a_name_that_hides_its_end_behind_a_zero_is_shown_whole() -> None:
    pieces, _ = taken(read_zip, "a.zip", patched(zipped({"report.txt#.exe": WORDS}), b"#", b"\x00"))
    assert [p.key for p in pieces] == ["a.zip/report.txt\\x00.exe"]


def test_a_name_in_utf8_that_does_not_say_so_is_read_as_such() -> None:
    archive = patched(zipped({"Xberfahrt.txt": WORDS}), b"Xberfahrt", "Überfahr".encode())
    assert [p.key for p in taken(read_zip, "a.zip", archive)[0]] == ["a.zip/Überfahr.txt"]


def test_what_systems_leave_beside_peoples_files_is_left_out_without_a_word() -> None:
    left = {"__MACOSX/._a.txt": b"\x00\x05", ".DS_Store": b"\x00", "x/Thumbs.db": b"\x00", "x/": b"", "x/a.txt": WORDS}
    pieces, reasons = taken(read_zip, "a.zip", zipped(left))
    assert [p.key for p in pieces] == ["a.zip/x/a.txt"]
    assert not reasons


def test_a_locked_member_is_rejected_and_the_others_read() -> None:
    archive = bytearray(zipped({"a.txt": WORDS, "b.txt": b"Words."}))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = archive.index(header) + flags
        archive[place : place + 2] = struct.pack("<H", 1)
    pieces, reasons = taken(read_zip, "a.zip", bytes(archive))
    assert [p.key for p in pieces] == ["a.zip/b.txt"]
    assert "a.zip/a.txt: is locked with a password. Unpack the archive" in reasons


def test_links_are_not_followed_and_told_of_once() -> None:
    link = zipfile.ZipInfo("passwords.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    pieces, reasons = taken(read_zip, "a.zip", zipped({link: b"/etc/passwd", zipfile.ZipInfo("a.txt"): WORDS}))
    assert [p.key for p in pieces] == ["a.zip/a.txt"]
    assert reasons == "a.zip: holds members that are no files and were not followed: 1 link."


def test_a_damaged_member_is_rejected_and_the_others_read() -> None:
    archive = patched(zipped({"a.txt": WORDS, "b.txt": b"Words."}, zipfile.ZIP_STORED), b"twice that day", b"thrice one day")
    pieces, reasons = taken(read_zip, "a.zip", archive)
    assert [p.key for p in pieces] == ["a.zip/b.txt"]
    assert "a.zip/a.txt: is damaged" in reasons


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zipped({"a.txt": WORDS})[:-30], "is no whole ZIP archive"),
        (b"PK\x03\x04" + os.urandom(100), "is no whole ZIP archive"),
        (zipped({"mimetype": b"application/epub+zip", "a.xhtml": b""}), "but a book (.epub)"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""}), "but an office document (.odt)"),
        (zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "but a spreadsheet (.xlsx)"),
        (zipped({"[Content_Types].xml": b"", "word/document.xml": b""}), "but an office document (.docx)"),
        (zipped({"META-INF/MANIFEST.MF": b"", "A.class": b""}), "but a program (.jar)"),
    ],
)
def test_what_is_no_archive_of_reports_is_rejected_saying_what_it_is(content: bytes, reason: str) -> None:
    pieces, reasons = taken(read_zip, "a.zip", content)
    assert pieces == []
    assert reason in reasons


@pytest.mark.parametrize("members", [{}, {"x/": b"", "__MACOSX/x/._a": b""}])
def test_an_archive_without_files_is_empty(members: dict[str, bytes]) -> None:
    assert taken(read_zip, "a.zip", zipped(members)) == ([], "a.zip: is empty: there is no file in it that a person put there.")


def test_a_member_that_swells_is_a_bomb_and_the_others_are_read() -> None:
    pieces, reasons = taken(read_zip, "a.zip", zipped({"a.txt": bytes(30_000_000), "b.txt": WORDS}))
    assert [p.key for p in pieces] == ["a.zip/b.txt"]
    assert "a.zip/a.txt: is a decompression bomb: 30 MB are packed into" in reasons


def test_many_members_that_swell_a_little_are_a_bomb_together() -> None:
    members = {f"{number}.txt": bytes([number]) * 4_000_000 for number in range(20)}
    pieces, reasons = taken(read_zip, "a.zip", zipped(members))
    assert len(pieces) < 5
    assert "a.zip: is a decompression bomb" in reasons


def test_a_member_that_lies_about_its_size_is_rejected() -> None:
    archive = zipped({"a.txt": bytes(3_000_000)})
    pieces, reasons = taken(read_zip, "a.zip", patched(archive, struct.pack("<L", 3_000_000), struct.pack("<L", 3_000)))
    assert pieces == []
    assert "a.zip/a.txt: is damaged" in reasons


def test_members_that_lie_over_one_another_are_a_bomb() -> None:
    archive = zipped({f"{number}.txt": WORDS * (number + 1) for number in range(3)})
    place = archive.rindex(b"PK\x01\x02") + 42
    pieces, reasons = taken(read_zip, "a.zip", archive[:place] + bytes(4) + archive[place + 4 :])
    assert pieces == []
    assert "a.zip: is a decompression bomb: its members lie over one another" in reasons


def test_a_member_larger_than_the_limit_is_rejected_unread() -> None:
    archive = zipped({"a.txt": os.urandom(1_000_001), "b.txt": WORDS}, zipfile.ZIP_STORED)
    pieces, reasons = taken(read_zip, "a.zip", archive, ReadSettings(largest_file_mb=1))
    assert [p.key for p in pieces] == ["a.zip/b.txt"]
    assert "a.zip/a.txt: is too large" in reasons


def test_a_list_of_members_without_end_is_not_read() -> None:
    with pytest.raises(Unusable, match="lists more members"):
        Careful(io.BytesIO()).read(LONGEST_LIST + 1)


def test_archives_within_an_archive_are_read_in_turn(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"in/b.zip": zipped({"ferry.html": page("ferry")}), "notes": b"?"}))
    outcome = read(tmp_path)
    assert [d.key for d in documents(outcome)] == ["a.zip/in/b.zip/ferry.html"]
    assert ["a.zip/notes: is of a kind" in r.reason for r in outcome.rejected] == [True]


def test_an_archive_of_archives_of_the_same_archive_is_read_once(tmp_path: Path, read: Reading) -> None:
    inner = zipped({"a.txt": WORDS})
    for _ in range(3):
        inner = zipped({f"{number}.zip": inner for number in range(16)})
    (tmp_path / "a.zip").write_bytes(inner)
    outcome = read(tmp_path)
    assert [d.key for d in documents(outcome)] == ["a.zip/0.zip/0.zip/0.zip/a.txt"]
    assert len(outcome.rejected) == 45
    assert "a.zip/15.zip: is the same as 0.zip in this archive" in "\n".join(r.reason for r in outcome.rejected)


def test_a_member_without_a_name_is_read_all_the_same() -> None:
    archive = patched(zipped({"#": WORDS}, zipfile.ZIP_STORED), b"#", b"\x00")
    assert [p.key for p in taken(read_zip, "a.zip", archive)[0]] == ["a.zip/\\x00"]

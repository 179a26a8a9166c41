from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.config import ReadSettings
from sayso.read.archives.compressed import read_compressed
from sayso.read.archives.tarred import read_tar

from ..conftest import Reading, documents
from .conftest import taken, zstandard

WORDS = b"The tide came in twice that day, as the tables say it should.\n"
PACK: dict[str, Callable[[bytes], bytes]] = {
    ".tar": bytes,
    ".tar.gz": gzip.compress,
    ".tgz": gzip.compress,
    ".tar.bz2": bz2.compress,
    ".tar.xz": lzma.compress,
    ".tar.zst": zstandard,
}


def tarred(*members: tuple[tarfile.TarInfo | str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=form) as archive:
        for member, content in members:
            info = tarfile.TarInfo(member) if isinstance(member, str) else member
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return file.getvalue()


def of_kind(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


@pytest.mark.parametrize("ending", PACK)
def test_the_documents_of_an_archive_are_those_of_the_folder(tmp_path: Path, folder: Path, read: Reading, ending: str) -> None:
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w") as archive:
        archive.add(folder, "desk")
    (tmp_path / f"desk{ending}").write_bytes(PACK[ending](plain.getvalue()))
    from_folder, from_archive = read(folder), read(tmp_path / f"desk{ending}")
    assert {d.id for d in documents(from_archive)} == {d.id for d in documents(from_folder)}
    assert len(documents(from_archive)) == 6
    assert from_archive.rejected == ()


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_members_come_in_their_order_called_by_their_names(form: int) -> None:
    long = "x/" * 60 + "b.txt" if form != tarfile.USTAR_FORMAT else "x/b.txt"
    pieces, reasons = taken(read_tar, "a.tar", tarred((long, WORDS), ("a.txt", b"Words."), form=form))
    assert [(p.key, p.content) for p in pieces] == [(f"a.tar/{long}", WORDS), ("a.tar/a.txt", b"Words.")]
    assert not reasons


def test_a_tar_archive_is_told_by_its_first_bytes(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "desk").write_bytes(tarred(("a.txt", WORDS)))
    assert [d.key for d in documents(read(tmp_path))] == ["desk/a.txt"]


def test_links_and_devices_are_not_followed_and_told_of_once() -> None:
    members = [
        (of_kind("a", tarfile.SYMTYPE, "/etc/passwd"), b""),
        (of_kind("b", tarfile.LNKTYPE, "../../c"), b""),
        (of_kind("c", tarfile.CHRTYPE), b""),
        (of_kind("d", tarfile.FIFOTYPE), b""),
        (of_kind("e", tarfile.DIRTYPE), b""),
    ]
    pieces, reasons = taken(read_tar, "a.tar", tarred(*members, ("../../f.txt", WORDS)))
    assert [p.key for p in pieces] == ["a.tar/../../f.txt"]
    assert reasons == "a.tar: holds members that are no files and were not followed: 2 links, 1 device, 1 pipe."


def test_what_breaks_off_is_read_as_far_as_it_goes() -> None:
    whole = tarred(("a.txt", WORDS), ("b.txt", WORDS * 100))
    pieces, reasons = taken(read_tar, "a.tar", whole[:3000])
    assert [p.key for p in pieces] == ["a.tar/a.txt"]
    assert "a.tar: breaks off after member 2" in reasons


def test_what_breaks_off_where_it_is_compressed_is_read_as_far_as_it_goes() -> None:
    whole = gzip.compress(tarred(("a.txt", WORDS), ("b.txt", bytes(range(256)) * 100)))
    pieces, reasons = taken(read_compressed, "a.tar.gz", whole[:-100])
    assert [p.key for p in pieces][:1] == ["a.tar.gz/a.txt"]
    assert "a.tar.gz: breaks off" in reasons or "a.tar.gz: is cut off" in reasons


def test_a_broken_header_is_not_taken_for_the_end() -> None:
    whole = bytearray(tarred(("a.txt", WORDS), ("b.txt", WORDS)))
    whole[1024:1030] = b"\xff" * 6
    pieces, reasons = taken(read_tar, "a.tar", bytes(whole))
    assert [p.key for p in pieces] == ["a.tar/a.txt"]
    assert "a.tar: breaks off after member 1, at byte 1,536" in reasons


def test_a_member_larger_than_the_limit_is_rejected_and_passed_over() -> None:
    archive = tarred(("a.txt", bytes(1_000_001)), ("b.txt", WORDS))
    pieces, reasons = taken(read_tar, "a.tar", archive, ReadSettings(largest_file_mb=1))
    assert [p.key for p in pieces] == ["a.tar/b.txt"]
    assert "a.tar/a.txt: is too large" in reasons


def test_a_member_that_says_that_it_is_longer_than_anything_is_rejected() -> None:
    archive = bytearray(tarred(("a.txt", WORDS), form=tarfile.GNU_FORMAT))
    archive[124:136] = b"\x80" + (1 << 60).to_bytes(11, "big")
    _resum(archive)
    pieces, reasons = taken(read_tar, "a.tar", bytes(archive))
    assert pieces == []
    assert "is too large" in reasons


def test_a_member_of_less_than_nothing_does_not_go_round_in_circles() -> None:
    archive = bytearray(tarred(("a.txt", WORDS), ("b.txt", WORDS), form=tarfile.GNU_FORMAT))
    archive[124:136] = (-2048).to_bytes(12, "big", signed=True)
    _resum(archive)
    pieces, reasons = taken(read_tar, "a.tar", bytes(archive))
    assert len(pieces) <= 1
    assert "a.tar: breaks off" in reasons


def test_a_header_that_is_longer_than_any_is_not_held() -> None:
    archive = bytearray(tarred((of_kind("x", b"x"), b"9" * 100_000), ("a.txt", WORDS), form=tarfile.USTAR_FORMAT))
    pieces, reasons = taken(read_tar, "a.tar", bytes(archive))
    assert pieces == []
    assert "a.tar: breaks off" in reasons


def test_a_bomb_is_found_out_where_it_is_compressed() -> None:
    bomb = gzip.compress(tarred(("a.txt", WORDS), ("b.txt", bytes(30_000_000))))
    pieces, reasons = taken(read_compressed, "a.tgz", bomb)
    assert [p.key for p in pieces] == ["a.tgz/a.txt"]
    assert "a.tgz: is a decompression bomb" in reasons


def _resum(archive: bytearray) -> None:
    """Sets the checksum of the first header right again."""
    archive[148:156] = b" " * 8
    archive[148:156] = b"%06o\0 " % sum(archive[:512])

from __future__ import annotations

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.config import ReadSettings
from sayso.read.archives.compressed import read_compressed
from sayso.read.archives.inflating import INFLATERS

from ..conftest import Reading, documents
from .conftest import taken, zstandard

WORDS = "The tide came in twice that day, as the tables say it should.\n"
PACK: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstandard,
    ".br": brotli.compress,
}
ONE = ReadSettings(largest_file_mb=1)


@pytest.mark.parametrize("ending", PACK)
def test_a_compressed_file_is_read_as_what_it_was(tmp_path: Path, read: Reading, ending: str) -> None:
    (tmp_path / f"tide.txt{ending}").write_bytes(PACK[ending](WORDS.encode()))
    outcome = read(tmp_path)
    assert [(d.key, d.text) for d in documents(outcome)] == [(f"tide.txt{ending}/tide.txt", WORDS)]
    assert outcome.rejected == ()


@pytest.mark.parametrize("ending", [e for e in PACK if e != ".br"])  # brotli has no mark of its own
def test_what_it_begins_with_tells_how_it_was_compressed_whatever_its_name(ending: str) -> None:
    pieces, _ = taken(read_compressed, "tide", PACK[ending](WORDS.encode()))
    assert [(p.key, p.content) for p in pieces] == [("tide/tide", WORDS.encode())]


@pytest.mark.parametrize("ending", [".gz", ".bz2", ".xz", ".zst"])
def test_parts_compressed_one_by_one_are_one_file(ending: str) -> None:
    both = PACK[ending](b"One. ") + PACK[ending](b"Two.")
    assert taken(read_compressed, "a.txt" + ending, both)[0][0].content == b"One. Two."


@given(st.sampled_from(list(PACK)), st.binary(max_size=600_000).map(b"\x01".__add__))
def test_every_content_comes_out_as_it_went_in(ending: str, content: bytes) -> None:
    pieces, reasons = taken(read_compressed, "a.bin" + ending, PACK[ending](content))
    assert [p.content for p in pieces] == [content]
    assert not reasons


def test_zeros_behind_a_compressed_file_are_padding() -> None:
    pieces, reasons = taken(read_compressed, "a.txt.gz", gzip.compress(b"Words.") + bytes(600))
    assert [p.content for p in pieces] == [b"Words."]
    assert not reasons


@pytest.mark.parametrize("ending", PACK)
def test_what_is_cut_off_is_read_as_far_as_it_goes_and_the_rest_rejected(ending: str) -> None:
    content = "".join(f"On day {day} the tide came in at {day * 7919 % 1440} minutes past midnight.\n" for day in range(20_000))
    packed = PACK[ending](content.encode())
    pieces, reasons = taken(read_compressed, "tides.txt" + ending, packed[: len(packed) * 2 // 3])
    assert content.encode().startswith(b"".join(p.raw() for p in pieces))
    assert f"tides.txt{ending}: is cut off" in reasons
    if ending not in (".bz2", ".xz"):  # these give nothing before a block is whole
        assert len(pieces[0].raw()) > 1000


@pytest.mark.parametrize("ending", PACK)
def test_what_is_damaged_is_rejected(ending: str) -> None:
    packed = bytearray(PACK[ending](WORDS.encode() * 50))
    packed[len(packed) // 2 : len(packed) // 2 + 4] = b"\xff\x00\xff\x00"
    pieces, reasons = taken(read_compressed, "tide.txt" + ending, bytes(packed))
    assert pieces == []
    assert "is damaged" in reasons or "is cut off" in reasons


@pytest.mark.parametrize("ending", PACK)
def test_a_bomb_is_found_out_before_it_fills_the_memory(ending: str) -> None:
    packed = PACK[ending](bytes(40_000_000))
    pieces, reasons = taken(read_compressed, "tide.txt" + ending, packed)
    assert pieces == []
    assert f"tide.txt{ending}: is a decompression bomb" in reasons


def test_what_unpacks_to_more_than_the_limit_is_rejected_with_the_setting_to_raise(tmp_path: Path) -> None:
    (tmp_path / "tides.txt.gz").write_bytes(gzip.compress(b"".join(b"%d " % n for n in range(300_000))))
    pieces, reasons = taken(read_compressed, "tides.txt.gz", tmp_path / "tides.txt.gz", ONE)
    assert pieces == []
    assert "raise largest_file_mb" in reasons


def test_an_xz_stream_that_asks_for_a_machine_full_of_memory_is_rejected() -> None:
    modest = [{"id": lzma.FILTER_LZMA2, "preset": 1, "dict_size": 1 << 20}]
    packed = bytearray(lzma.compress(WORDS.encode(), filters=modest, check=lzma.CHECK_NONE))
    place = packed.index(bytes([0x21, 0x01]), 12) + 2
    packed[place] = 40  # 4 GB
    block = packed[12 : 12 + (packed[12] + 1) * 4]
    packed[12 + len(block) - 4 : 12 + len(block)] = zlib.crc32(block[:-4]).to_bytes(4, "little")
    pieces, reasons = taken(read_compressed, "tide.txt.xz", bytes(packed))
    assert pieces == []
    assert "is damaged" in reasons


@pytest.mark.parametrize(
    ("name", "content", "reason"), [("a.txt.gz", b"", "is empty"), ("a.txt.gz", b"Words.", "is no compressed file")]
)
def test_what_is_no_compressed_file_is_rejected(name: str, content: bytes, reason: str) -> None:
    assert f"{name}: {reason}" in taken(read_compressed, name, content)[1]


def test_compressed_files_within_one_another_are_read_as_deep_as_people_pack(tmp_path: Path, read: Reading) -> None:
    content = WORDS.encode()
    for depth in range(1, 10):
        content = gzip.compress(content)
        (tmp_path / f"{depth}.txt.gz").write_bytes(content)
    outcome = read(tmp_path)
    assert len(documents(outcome)) == 1
    assert any("more than 4 archives within one another" in r.reason for r in outcome.rejected)


def test_every_way_of_compressing_has_a_name_that_readers_use() -> None:
    assert set(INFLATERS) == {"gzip", "zlib", "deflate", "bzip2", "xz", "zstd", "brotli"}

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.archives.bodies import undone
from sayso.read.base import Unusable

from .conftest import zstandard

MOST = 5_000_000
PAGE = b"<!doctype html><html><body><p>The lighthouse was dark for an hour, its keeper said.</p></body></html>"
PACK: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard,
}


def chunked(body: bytes, size: int) -> bytes:
    parts = [body[place : place + size] for place in range(0, len(body), size)]
    return b"".join(b"%X\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def bare(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


@given(st.sampled_from(list(PACK)), st.integers(1, 4000), st.binary(max_size=20_000).map(lambda end: PAGE + end))
def test_what_was_done_to_a_body_on_its_way_is_undone(coding: str, size: int, body: bytes) -> None:
    sent = chunked(PACK[coding](body), size)
    assert undone(sent, [coding, "chunked"], MOST) == (body, True)


def test_a_body_without_codings_is_itself() -> None:
    assert undone(PAGE, [], MOST) == undone(PAGE, ["identity", ""], MOST) == (PAGE, True)


def test_codings_on_one_another_are_undone_from_the_last() -> None:
    assert undone(brotli.compress(gzip.compress(PAGE)), ["gzip, br"], MOST) == (PAGE, True)


def test_deflate_without_its_frame_is_known_for_what_it_is() -> None:
    assert undone(bare(PAGE), ["deflate"], MOST) == (PAGE, True)


@pytest.mark.parametrize("coding", [*PACK, "x-gzip", "chunked", "utf-8"])
def test_a_plain_body_is_left_so_whatever_its_header_says(coding: str) -> None:
    assert undone(PAGE, [coding], MOST) == (PAGE, True)


@pytest.mark.parametrize("coding", PACK)
def test_a_body_that_is_cut_off_is_given_as_far_as_it_goes(coding: str) -> None:
    packed = PACK[coding](b"".join(PAGE + b"%d" % (n * n) for n in range(20_000)))
    body, whole = undone(packed[: len(packed) // 2], [coding], MOST)
    assert body.startswith(PAGE)
    assert not whole


def test_chunks_that_end_too_soon_are_given_as_far_as_they_go() -> None:
    assert undone(chunked(PAGE, 10)[:40], ["chunked"], MOST) == (PAGE[:27], False)


@pytest.mark.parametrize("coding", PACK)
def test_a_body_that_swells_is_a_bomb(coding: str) -> None:
    with pytest.raises(Unusable, match=r"bomb|too large"):
        undone(PACK[coding](bytes(50_000_000)), [coding], 100_000_000)


def test_a_body_packed_many_times_over_is_rejected() -> None:
    with pytest.raises(Unusable, match="packed 40 times over"):
        undone(PAGE, ["gzip"] * 40, MOST)


@pytest.mark.parametrize("coding", PACK)
def test_a_damaged_body_is_rejected(coding: str) -> None:
    packed = PACK[coding](PAGE * 3)
    with pytest.raises(Unusable, match="is damaged"):
        undone(packed[:8] + b"\xff" * 40, [coding], MOST)

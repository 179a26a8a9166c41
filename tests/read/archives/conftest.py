from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.config import ReadSettings
from sayso.documents import Rejected
from sayso.read.base import Piece, Read, Unusable, reject

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

DEFAULTS = ReadSettings()
Reader = Callable[[Piece, ReadSettings], Iterator[Read]]


def zstandard(content: bytes) -> bytes:
    """Zstandard with a checksum, as its own tool writes it."""
    return zstd.compress(content, options={zstd.CompressionParameter.checksum_flag: 1})


def taken(reader: Reader, name: str, content: bytes | Path, settings: ReadSettings = DEFAULTS) -> tuple[list[Piece], str]:
    """The pieces that a reader gives, and the reasons of what it rejects, one a line, as the driver would write them."""
    piece = Piece(name, name, content)
    pieces: list[Piece] = []
    reasons: list[str] = []
    try:
        for item in reader(piece, settings):
            if isinstance(item, Piece):
                pieces.append(item)
            elif isinstance(item, Rejected):
                reasons.append(item.reason)
    except Unusable as e:
        reasons.append(reject(piece, str(e)).reason)
    return pieces, "\n".join(reasons)


def page(about: str) -> bytes:
    """A web page with a report on something."""
    lines = "".join(
        f"<p>The {about} was seen from the pier at {hour} o'clock, and nobody there could say why.</p>" for hour in range(1, 7)
    )
    return f"<!doctype html><html><head><title>The {about}</title></head><body><article>{lines}</article></body></html>".encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as a desk has them: pages and texts, folders in it, and what the system left there."""
    files = {
        "ferry.html": page("ferry"),
        "notes/barge.txt": b"The barge lay at the quay all night, and its crew slept ashore.\n",
        "notes/deep/buoy.html": page("buoy"),
        "notes/.hidden.txt": b"Words nobody meant to offer.",
        "Überfahrt.txt": "Die Überfahrt dauerte länger als sonst.\n".encode(),
        "wires.jsonl": b'{"id": "w-1", "text": "The harbour is closed."}\n{"id": "w-2", "text": "The harbour is open."}\n',
    }
    for name, content in files.items():
        file = tmp_path / "desk" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return tmp_path / "desk"

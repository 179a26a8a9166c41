"""Single compressed files, and the archives that are compressed as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from sayso.config import ReadSettings
from sayso.read.archives.inflating import CutOff, Damaged, Gauge, gathered, inflated, steps
from sayso.read.archives.members import opened
from sayso.read.archives.streams import Stream
from sayso.read.archives.tarred import looks as looks_tarred
from sayso.read.archives.tarred import read_members
from sayso.read.archives.warc import MAGIC as WARC_MAGIC
from sayso.read.archives.warc import read_captures, read_warc
from sayso.read.base import Form, Piece, Read, Unusable, reject

BY_ENDING = {
    ".gz": "gzip",
    ".tgz": "gzip",
    ".bz2": "bzip2",
    ".tbz": "bzip2",
    ".tbz2": "bzip2",
    ".xz": "xz",
    ".txz": "xz",
    ".zst": "zstd",
    ".tzst": "zstd",
    ".br": "brotli",
}
BEGINS = {
    b"\x1f\x8b\x08": "gzip",
    b"BZh": "bzip2",
    b"\xfd7zXZ\x00": "xz",
    b"\x28\xb5\x2f\xfd": "zstd",
}
MAGIC = (*(start for start in BEGINS if start != b"BZh"), *(b"BZh%d1AY&SY" % level for level in range(1, 10)))
"""The same where nothing else speaks for it: a text can begin with BZh."""
DICTIONARY = b"\x5d\x2a\x4d\x18"
"""How a web archive begins that brings the dictionary with which it was compressed (IIPC, "Zstandard WARC")."""
ITS_OWN = ("gzip", "zstd")
"""What the reader of web archives undoes itself."""
TARRED = (".tgz", ".tbz", ".tbz2", ".txz", ".tzst")
GLANCE = 512
"""Bytes of what comes out that tell an archive."""


def read_compressed(piece: Piece, settings: ReadSettings) -> Iterator[Read]:
    """The piece that was compressed, called by its name without the ending, or the members of the archive that was."""
    with opened(piece) as file:
        head = file.read(max(map(len, BEGINS)))
    if head.startswith(DICTIONARY):
        yield from read_warc(piece, settings)
        return
    coding = _coding(piece, head)
    start = _start(piece, coding)
    with opened(piece) as file:
        if start.startswith(WARC_MAGIC):
            yield from read_captures(piece, settings, file if coding in ITS_OWN else Stream(inflated(coding, steps(file), Gauge())))
        elif looks_tarred(start) or _named_tar(piece):
            yield from read_members(piece, settings, Stream(inflated(coding, steps(file), Gauge())))
        else:
            yield from _alone(piece, file, coding, settings)


def _alone(piece: Piece, file: BinaryIO, coding: str, settings: ReadSettings) -> Iterator[Read]:
    try:
        content, whole = gathered(inflated(coding, steps(file), Gauge(settings.largest_file_mb * 1_000_000)))
    except Damaged as e:
        raise Unusable(f"is damaged: what was compressed as {coding} cannot be brought back. Get it again.") from e
    if content or whole:
        yield piece.within(_name(piece), content)
    if not whole:
        yield reject(piece, f"is cut off: its last part is missing, after {len(content):,} bytes that could be read. Get it again.")


def _coding(piece: Piece, head: bytes) -> str:
    """How it was compressed, by its first bytes, and by its name where those say nothing."""
    begun = next((coding for start, coding in BEGINS.items() if head.startswith(start)), None)
    if begun:
        return begun
    if not head:
        raise Unusable("is empty: there is nothing in it.")
    if BY_ENDING.get(piece.ending) != "brotli":
        raise Unusable(f"is no compressed file, though its name ends with {piece.ending}. Give it the ending of what it is.")
    return "brotli"


def _start(piece: Piece, coding: str) -> bytes:
    start = b""
    with opened(piece) as file:
        try:
            for part in inflated(coding, steps(file), Gauge()):
                start += part
                if len(start) >= GLANCE:
                    break
        except CutOff:
            pass
        except Damaged as e:
            raise Unusable(f"is damaged: it cannot be unpacked as {coding}. Get it again.") from e
    return start


def _named_tar(piece: Piece) -> bool:
    return piece.ending in TARRED or piece.key.lower().removesuffix(piece.ending).endswith(".tar")


def _name(piece: Piece) -> str:
    name = piece.key.rpartition("/")[2]
    return name[: -len(piece.ending)] if piece.ending in BY_ENDING and len(piece.ending) < len(name) else name


COMPRESSED = Form(
    "compressed file",
    read_compressed,
    endings=tuple(BY_ENDING),
    media=("application/gzip", "application/x-gzip", "application/x-bzip2", "application/x-xz", "application/zstd"),
    magic=(*MAGIC, DICTIONARY),
    container=True,
)

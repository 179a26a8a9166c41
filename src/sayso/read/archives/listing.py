"""What a ZIP file lists, checked before it is believed, and its members one at a time."""

from __future__ import annotations

import io
import lzma
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import pairwise
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from sayso.read.archives.inflating import STEP, Gauge, swollen, too_large
from sayso.read.archives.members import opened, shown
from sayso.read.base import Piece, Unusable

LONGEST_LIST = 20_000_000
"""Bytes that the list of members may have: some 200,000 members with their paths. It is held in memory at thirty times its size."""
FIXED = 30
"""Bytes of a member's header before its name (PKWARE, APPNOTE 4.3.7)."""
UTF8 = 0x800
ENCRYPTED = 0x1
SHORT_STEP = 4096
"""Bytes of bzip2 and LZMA that are taken in at a time: Python's zipfile inflates at once all that these hold."""
FAULTS = (BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError, struct.error, OverflowError)


class Careful(io.RawIOBase):
    """A file for zipfile, which would hold a list of members of any length."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file

    def read(self, size: int = -1) -> bytes:
        if size > LONGEST_LIST:
            raise Unusable("lists more members than Sayso takes from one archive. Unpack it and offer the folder.")
        return self._file.read(size)

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(place, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True


@contextmanager
def listed(piece: Piece) -> Iterator[ZipFile]:
    """The archive with its list read. Raises `Unusable` where there is none, or where members lie over one another."""
    with opened(piece) as file:
        try:
            archive = ZipFile(Careful(file))
        except FAULTS as e:
            if isinstance(e, OSError) and e.errno is not None:
                raise
            raise Unusable(
                f"is no whole ZIP archive: the list of what is in it, at its end, cannot be read ({e}). "
                "It was probably cut off. Get it again."
            ) from e
        if _overlap(archive):
            raise Unusable("is a decompression bomb: its members lie over one another, as no program packs them. Do not open it.")
        yield archive


def _overlap(archive: ZipFile) -> bool:
    """True when a member begins before another has ended, the way one bomb is packed a thousand times into a small file."""
    begins = sorted((info.header_offset, info.header_offset + _least(info)) for info in archive.infolist())
    return any(end > start for (_, end), (start, _) in pairwise([*begins, (archive.start_dir, 0)]))


def _least(info: ZipInfo) -> int:
    return FIXED + len(info.orig_filename) + info.compress_size


def name_of(info: ZipInfo) -> str:
    """A member's whole name, as it can be shown. Names that are UTF-8 without saying so, as macOS writes them, are taken for it."""
    name = info.orig_filename
    if not info.flag_bits & UTF8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf8")
    return shown(name)


def content_of(archive: ZipFile, info: ZipInfo, most: int, gauge: Gauge | None = None) -> bytes:
    """A member's content. Raises `Unusable` when it is locked, broken, larger than `most` bytes, or made to swell."""
    sound(info)
    if info.file_size > most:
        raise Unusable(too_large(most))
    if gauge:
        gauge.taken += info.compress_size
        gauge.given += info.file_size
    whole = io.BytesIO()
    try:
        with archive.open(info) as file:
            step = STEP if info.compress_type in (ZIP_STORED, ZIP_DEFLATED) else SHORT_STEP
            while part := file.read(step):
                whole.write(part)
    except FAULTS as e:
        raise Unusable(f"is damaged, or packed in a way that cannot be undone here: {e}. Get it again.") from e
    return whole.getvalue()


def sound(info: ZipInfo) -> None:
    """Raises `Unusable` for a member that is locked, or whose size can only be that of a bomb."""
    if info.flag_bits & ENCRYPTED:
        raise Unusable("is locked with a password. Unpack the archive and offer what is in it.")
    if swollen(info.file_size, info.compress_size):
        raise Unusable(
            f"is a decompression bomb: {info.file_size // 1_000_000:,} MB are packed into {info.compress_size:,} bytes. "
            "Nothing that people write is packed like that; do not open it."
        )

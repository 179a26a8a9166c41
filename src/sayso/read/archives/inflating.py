"""Decompression a step at a time, and no further than what was compressed can honestly have held."""

from __future__ import annotations

import bz2
import io
import lzma
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

import brotli

from sayso.read.base import Unusable

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

STEP = 1 << 18
"""Bytes that are taken in, or asked for, at a time."""
HARMLESS = 10_000_000
"""Bytes that may come out of anything, however little it was."""
RATIO = 200
"""Beyond that, so many times what went in. Pages come to 5 to 10 times, dull tables to 50, zeros (what bombs hold) to 1,000."""
WINDOW = 128 << 20
"""Memory that an xz stream may ask for; what its own tool makes at its highest setting asks for 65 MB."""


class Damaged(Exception):  # noqa: N818 (a state of the input, not a fault of the program)
    """What was compressed cannot be brought back."""


class CutOff(Damaged):
    """What was compressed ends before its end; what came before is sound."""


@dataclass(slots=True)
class Gauge:
    """Counts bytes into and out of a decompressor. `most` may come out, or as much as likes where it is None."""

    most: int | None = None
    taken: int = 0
    given: int = 0

    def check(self) -> None:
        """Raises `Unusable` when more has come out than may."""
        if swollen(self.given, self.taken):
            raise Unusable(
                f"is a decompression bomb: more than {self.given // 1_000_000:,} MB come out of {self.taken:,} bytes. "
                "Nothing that people write is packed like that; do not open it."
            )
        if self.most is not None and self.given > self.most:
            raise Unusable(too_large(self.most))


def swollen(given: int, taken: int) -> bool:
    """True when so much came out of so little that it can only have been made to fill a machine."""
    return given > HARMLESS and given > RATIO * taken


def too_large(most: int) -> str:
    """Why what is larger than `most` bytes is not read, and what to do."""
    return (
        f"is too large: it unpacks to more than the limit of {most // 1_000_000:,} MB. "
        "Split it, or raise largest_file_mb under [read] in the settings."
    )


class Inflater(Protocol):
    """A decompressor as the standard library's are."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int) -> bytes: ...


class Deflated:
    """zlib's decompressor in the manner of the others. `bits` as zlib has them: 31 for gzip, 15 for zlib, -15 for bare deflate."""

    def __init__(self, bits: int) -> None:
        self._inner = zlib.decompressobj(bits)
        self._more = False

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._more

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        out = self._inner.decompress(self._inner.unconsumed_tail + data, max_length)
        self._more = bool(self._inner.unconsumed_tail) or len(out) == max_length
        return out


class Brotlied:
    """Brotli's decompressor in the manner of the others. Nothing can follow the end of its stream."""

    unused_data = b""

    def __init__(self) -> None:
        self._inner = brotli.Decompressor()

    @property
    def eof(self) -> bool:
        return bool(self._inner.is_finished())

    @property
    def needs_input(self) -> bool:
        return bool(self._inner.can_accept_more_data())

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return bytes(self._inner.process(data, output_buffer_limit=max_length))


INFLATERS: dict[str, Callable[[], Inflater]] = {
    "gzip": lambda: Deflated(31),
    "zlib": lambda: Deflated(15),
    "deflate": lambda: Deflated(-15),
    "bzip2": bz2.BZ2Decompressor,
    "xz": lambda: lzma.LZMADecompressor(memlimit=WINDOW),
    "zstd": zstd.ZstdDecompressor,
    "brotli": Brotlied,
}
FAULTS = (zlib.error, OSError, EOFError, ValueError, lzma.LZMAError, zstd.ZstdError, brotli.error)
"""What decompressors raise at bytes that none of theirs wrote."""


def inflated(coding: str, compressed: Iterable[bytes], gauge: Gauge) -> Iterator[bytes]:
    """What was compressed, in steps, all parts that follow one another.

    Raises `CutOff` at its end when it is not whole, `Damaged` when it is broken, and `Unusable` when too much comes out.
    What stands behind a whole part and is none itself is padding, as everybody's tools take it.
    """
    inflater, begun, parts = INFLATERS[coding](), False, 0
    for data in compressed:
        gauge.taken += len(data)
        while data or (begun and not inflater.eof and not inflater.needs_input):
            if inflater.eof:
                inflater, begun, parts = INFLATERS[coding](), False, parts + 1
            try:
                out = inflater.decompress(data, STEP)
            except FAULTS as e:
                if parts and not begun:
                    return
                raise Damaged(str(e)) from e
            begun = True
            data = inflater.unused_data if inflater.eof else b""
            gauge.given += len(out)
            gauge.check()
            if out:
                yield out
    if begun and not inflater.eof:
        raise CutOff


def steps(file: BinaryIO) -> Iterator[bytes]:
    """A file's bytes, so many at a time."""
    return iter(lambda: file.read(STEP), b"")


def gathered(parts: Iterable[bytes]) -> tuple[bytes, bool]:
    """All that comes, and whether it came whole. Raises `Damaged` and `Unusable` as it comes."""
    whole = io.BytesIO()
    try:
        for part in parts:
            whole.write(part)
    except CutOff:
        return whole.getvalue(), False
    return whole.getvalue(), True

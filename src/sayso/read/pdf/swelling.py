"""Streams of a PDF that swell: a few kilobytes that unpack to more than a machine has. Looked for before PDFium unpacks them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from sayso.read.base import Unusable

MOST = 64 << 20
"""Bytes that the text of a page, a font or an object stream may unpack to; a whole book has fewer."""
CHUNK = 1 << 16
STREAM = re.compile(rb"stream\r?\n")
DICTIONARY = 1024
"""Bytes before a stream within which what it is stands."""
FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
PICTURE = re.compile(rb"/Subtype\s*/Image\b")


def check_streams(raw: bytes) -> None:
    """Raises `Unusable` for a PDF with a stream that unpacks to more than any page's text does. Pictures are left packed."""
    view = memoryview(raw)
    for match in STREAM.finditer(raw):
        says = raw[max(0, match.start() - DICTIONARY) : match.start()].rpartition(b" obj")[2]
        layers = len(FLATE.findall(says))
        if layers and not PICTURE.search(says) and _more_than(MOST, view[match.end() :], layers):
            raise Unusable(
                f"holds a stream that unpacks to more than {MOST >> 20} MB, which no report does: it is made to fill up "
                "the machine that opens it, or broken. Print it to a new PDF where it came from."
            )


def _more_than(most: int, packed: memoryview, layers: int) -> bool:
    size = 0
    try:
        for piece in _unpacked(packed, layers):
            size += len(piece)
            if size > most:
                return True
    except zlib.error:
        return False  # no such stream, or one that PDFium will find broken where it broke here
    return False


def _unpacked(packed: memoryview, layers: int) -> Iterator[bytes]:
    """What a stream packed so many times unpacks to, a piece at a time; each layer counts as if it were the last."""
    unpackers = [zlib.decompressobj() for _ in range(layers)]
    for start in range(0, len(packed), CHUNK):
        pieces = [bytes(packed[start : start + CHUNK])]
        for unpacker in unpackers:
            pieces = [out for piece in pieces for out in _pieces(unpacker, piece)]
            yield from pieces if unpacker is not unpackers[-1] else ()
        yield from pieces
        if unpackers[0].eof:
            return


def _pieces(unpacker: zlib._Decompress, piece: bytes) -> Iterator[bytes]:
    while piece and not unpacker.eof:
        yield unpacker.decompress(piece, CHUNK)
        piece = unpacker.unconsumed_tail

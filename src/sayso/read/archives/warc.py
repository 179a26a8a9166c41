"""Web archives (WARC, ISO 28500): what was captured, with its address and the time."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.config import ReadSettings
from sayso.read.archives.captures import Captures
from sayso.read.archives.members import opened
from sayso.read.archives.warcrecords import Readable
from sayso.read.base import Form, Piece, Read

MAGIC = (b"WARC/1.", b"WARC/0.")


def read_warc(piece: Piece, settings: ReadSettings) -> Iterator[Read]:
    """The captured pages in their order, and of all that is none, one account."""
    with opened(piece) as file:
        yield from read_captures(piece, settings, file)


def read_captures(piece: Piece, settings: ReadSettings, file: Readable) -> Iterator[Read]:
    """The same for a file that is already open, or comes out of a compressed one."""
    captures = Captures(piece, settings)
    yield from captures.of(file)
    yield from captures.rest()


WARC = Form("web archive (WARC)", read_warc, endings=(".warc",), media=("application/warc",), magic=MAGIC, container=True)

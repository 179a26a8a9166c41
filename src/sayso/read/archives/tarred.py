"""tar archives, read from front to back, whatever is in them."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from tarfile import ReadError, TarFile, TarInfo

from sayso.config import ReadSettings
from sayso.read.archives.inflating import steps, too_large
from sayso.read.archives.members import EMPTY, Tally, litter, not_followed, of_archive, opened, shown
from sayso.read.archives.streams import Stream
from sayso.read.base import Form, Piece, Read, Unusable, reject

MARK = slice(257, 262)
AT_ONCE = 1 << 14
"""Bytes read at once, of a member or of a header. Headers longer than this are made to do harm: Python's tarfile holds them
whole, and takes time with the square of their length (CVE-2024-6232)."""
NO_FILES = {
    tarfile.SYMTYPE: ("link", "links"),
    tarfile.LNKTYPE: ("link", "links"),
    tarfile.CHRTYPE: ("device", "devices"),
    tarfile.BLKTYPE: ("device", "devices"),
    tarfile.FIFOTYPE: ("pipe", "pipes"),
}
SPARSE = ("file with holes", "files with holes")


class Header(TarInfo):
    """The header of a member. One that is broken is an error, where tarfile takes it for the end of the archive."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Header:
        try:
            return super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as e:
            if not any(buf):  # zeros, or nothing more: the end
                raise
            raise ReadError(str(e)) from e


def read_tar(piece: Piece, settings: ReadSettings) -> Iterator[Read]:
    """Its files in their order; links, devices and their like are told of together, once."""
    with opened(piece) as file:
        yield from read_members(piece, settings, Stream(steps(file)))


def read_members(piece: Piece, settings: ReadSettings, stream: Stream) -> Iterator[Read]:
    """The same for the archive that comes out of a stream."""
    no_files = Tally()
    stream.most = AT_ONCE
    read, offered = 0, False
    try:
        with TarFile(fileobj=stream, tarinfo=Header) as archive:
            while member := archive.next():
                archive.members.clear()  # type: ignore[attr-defined]  # or it would hold them all
                read += 1
                offered = offered or not (member.isdir() or litter(member.name))
                kind = SPARSE if member.issparse() else NO_FILES.get(member.type)
                if kind:
                    no_files[kind] += 1
                elif member.isfile() and not litter(member.name):
                    yield _file(piece, settings, archive, member)
    except Unusable as e:
        yield reject(piece, str(e))
    except (tarfile.TarError, OSError, ValueError, ArithmeticError, LookupError) as e:
        if isinstance(e, OSError) and e.errno is not None:
            raise
        yield reject(piece, f"breaks off after member {read:,}, at byte {stream.tell():,} of what is in it ({e}). Get it again.")
    else:
        if stream.cut_off:
            yield reject(piece, f"is cut off after member {read:,}: the rest of it is missing. Get it again.")
        elif not offered:
            yield reject(piece, EMPTY)
    if no_files:
        yield reject(piece, not_followed(no_files))


def looks(head: bytes) -> bool:
    """True for what begins with the header of a member."""
    return head[MARK] == b"ustar"


def _file(piece: Piece, settings: ReadSettings, archive: TarFile, member: TarInfo) -> Read:
    name, declared, most = shown(member.name), of_archive(piece.declared), settings.largest_file_mb * 1_000_000
    if member.size > most:
        return reject(piece.within(name, b""), too_large(most))
    file = archive.extractfile(member)
    if file is None:
        return reject(piece.within(name, b""), "is listed as a file, but has no content.")
    content = b"".join(iter(lambda: file.read(AT_ONCE), b""))
    return piece.within(name, content, declared=declared)


TAR = Form("tar archive", read_tar, endings=(".tar",), media=("application/x-tar",), looks=looks, container=True)

"""The end of an archive whose writer was killed: a record half written is cut off, so that what follows can be read."""

from __future__ import annotations

import zlib
from pathlib import Path

from sayso.errors import CaseDamaged

CHUNK = 1 << 20


def cut(path: Path) -> int:
    """Cuts a torn last record off the archive, and returns how many bytes went; 0 when the archive is whole or not there.

    Raises `CaseDamaged` when it is broken in its midst, where nothing may be cut.
    """
    if not path.exists():
        return 0
    sound = whole(path)
    torn = path.stat().st_size - sound
    if torn:
        with path.open("r+b") as file:
            file.truncate(sound)
    return torn


def whole(path: Path) -> int:
    """Bytes from the archive's beginning to the end of its last whole record."""
    sound = place = 0
    member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            place += len(chunk)
            while chunk:
                try:
                    _run_through(member, chunk)
                except zlib.error as e:
                    if _is_blank(path, sound):
                        return sound
                    raise CaseDamaged(
                        f"{path}: is damaged after byte {sound:,}",
                        "Move it elsewhere: what was fetched before stays readable up to there, and a new archive is begun.",
                    ) from e
                if not member.eof:
                    break
                chunk = member.unused_data
                sound = place - len(chunk)
                member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    return sound


def _run_through(member: zlib._Decompress, chunk: bytes) -> None:
    """Unpacks a chunk, a bounded piece at a time, and keeps nothing of it."""
    while member.decompress(chunk, CHUNK):
        chunk = member.unconsumed_tail


def _is_blank(path: Path, start: int) -> bool:
    """True when nothing but zeros follows: a file that had grown before its bytes were written."""
    with path.open("rb") as file:
        file.seek(start)
        return all(not chunk.strip(b"\0") for chunk in iter(lambda: file.read(CHUNK), b""))

"""Boxes of mails in one file (mbox, RFC 4155): each mail begins behind an empty line with "From " and when it came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO

from sayso.config import ReadSettings
from sayso.documents import Rejected
from sayso.read.base import Form, Piece, Unusable, reject
from sayso.read.plain import EMPTY

BEGINS = re.compile(rb"From \S+.{0,20} (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b")
QUOTED = re.compile(rb">+From ")
CHUNK = 1 << 20


def read_box(piece: Piece, settings: ReadSettings) -> Iterator[Piece | Rejected]:
    """Each mail of a box as a piece, called by its number."""
    with piece.content.open("rb") if isinstance(piece.content, Path) else BytesIO(piece.content) as file:
        count = 0
        for count, mail in enumerate(_mails(file, settings.largest_file_mb * 1_000_000), 1):
            if mail is None:
                yield reject(piece, f"its mail {count:,} is larger than {settings.largest_file_mb} MB. Save it by itself.")
            else:
                yield piece.within(f"{count}.eml", mail, "message/rfc822")
    if not count:
        raise Unusable(EMPTY)


def looks(head: bytes) -> bool:
    """True for what begins as boxes do."""
    return BEGINS.match(head) is not None


def _mails(file: IO[bytes], largest: int) -> Iterator[bytes | None]:
    """The mails of a box, one after the other; None for one that is too large to be held."""
    lines: list[bytes] = []
    size, empty, begun = 0, True, False
    for line in iter(lambda: file.readline(CHUNK), b""):
        if empty and (BEGINS.match(line) or (not begun and line.startswith(b"From "))):
            if begun:
                yield b"".join(lines) if size <= largest else None
            lines, size, begun = [], 0, True
        elif line.strip() or begun:
            begun = True
            size += len(line)
            if size <= largest:
                lines.append(line[1:] if QUOTED.match(line) else line)
        empty = not line.strip()
    if begun:
        yield b"".join(lines) if size <= largest else None


MBOX = Form("box of mails", read_box, endings=(".mbox", ".mbx"), media=("application/mbox",), looks=looks, container=True)

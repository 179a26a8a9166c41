"""What every archive's members have in common: names that are only names, and things that nobody means to offer."""

from __future__ import annotations

import io
import unicodedata
from collections import Counter
from typing import BinaryIO

from sayso.documents import Declared
from sayso.read.base import Piece

ODD = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Kinds of characters that are spelt out in a name: controls, what hides or turns a line around, halves, ends of lines."""
JOINERS = "\u200c\u200d"
"""Invisible, but Persian and the languages of India spell words with them."""
EMPTY = "is empty: there is no file in it that a person put there."
Tally = Counter[tuple[str, str]]
"""How many there are of each kind of thing, which has a name for one and a name for several: "picture", "pictures"."""
LITTER = ("__macosx", "thumbs.db", "desktop.ini")
"""What systems leave beside people's files, in small letters."""


def shown(name: str) -> str:
    """A name as it can be shown and kept: characters that hide, or turn a line around, are spelt out."""
    return name if name and name.isprintable() else "".join(map(_spelt, name)) or "(no name)"


def _spelt(character: str) -> str:
    odd = character not in JOINERS and unicodedata.category(character) in ODD
    return character.encode("unicode_escape").decode("ascii") if odd else character


def litter(name: str) -> bool:
    """True for what a system put there, and for hidden files, which are left out below a folder too."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return any(part.startswith(".") or part.lower() in LITTER for part in parts)


def opened(piece: Piece) -> BinaryIO:
    """The content of a piece as a file, of which only a step at a time is in memory. Raises `OSError`."""
    return io.BytesIO(piece.content) if isinstance(piece.content, bytes) else piece.content.open("rb")


def of_archive(declared: Declared) -> Declared:
    """What is said of an archive that holds for each of its members: when it was captured and who brought it, not its title."""
    because = tuple(line for line in declared.because if line.startswith(("captured:", "via:")))
    return Declared(captured=declared.captured, via=declared.via, because=because)


def counted(tally: Tally) -> str:
    """So many of each, the most first: "87 pictures, 1 style"."""
    told = sorted(tally.items(), key=lambda kind: (-kind[1], kind[0]))
    return ", ".join(f"{count:,} {one if count == 1 else several}" for (one, several), count in told)


def not_followed(no_files: Tally) -> str:
    """What of an archive is no file, and was left where it is."""
    return f"holds members that are no files and were not followed: {counted(no_files)}."

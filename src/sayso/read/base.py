"""What a reader takes and gives. One reader a form of input, each a module of its own that says what it takes."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.config import ReadSettings
from sayso.documents import Declared, Document, Mark, Offer, Rejected, identity

STAGE = "read"
NOTHING_DECLARED = Declared()
SURROGATE = re.compile("[\ud800-\udfff]")
@dataclass(frozen=True, slots=True)
class Piece:
    """Something to be read: a file as offered, or what an archive, a mail or a feed holds.

    `key` is how it is called, `path` the file in which it lies, `media` the media type that its container states, and `declared`
    what its container says of it, which its own words outweigh unless the reader says otherwise.
    """

    key: str
    path: str
    content: bytes | Path
    media: str | None = None
    declared: Declared = NOTHING_DECLARED

    @property
    def ending(self) -> str:
        """The ending of its name in small letters, ".html"; empty where there is none."""
        return Path(self.key.rpartition("/")[2]).suffix.lower()

    def raw(self) -> bytes:
        """The whole content. Raises `OSError` when the file can no longer be read."""
        return self.content if isinstance(self.content, bytes) else self.content.read_bytes()

    def within(self, name: str, content: bytes, media: str | None = None, declared: Declared | None = None) -> Piece:
        """A piece of this one, called by its name below it: "saved.zip/a/b.html"."""
        return Piece(f"{self.key}/{written(name)}", self.path, content, media, declared or self.declared)


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a feed or a list names, with what it says of the report there. Fetched only when a person asked for it."""

    address: str
    declared: Declared = NOTHING_DECLARED


Read = Document | Rejected | Piece | Link
"""What a reader gives: reports, what of the piece cannot be used, pieces for other readers, addresses where reports are."""


class Unusable(Exception):  # noqa: N818 (a state of the input, not a fault of the program)
    """The piece, or what is left of it, cannot be used; the message says why and what to do: "is empty: …"."""


def never(_: bytes) -> bool:
    """The look of a form that cannot be told by looking."""
    return False


@dataclass(frozen=True, slots=True)
class Form:
    """A form of input and its reader.

    `read` gives what is in a piece, one after the other, and raises `Unusable` when it, or the rest of it, cannot be used. A
    `magic` start is surest, then an ending, then the media type; `looks` tells the form by its first bytes where none of these is
    there. A `container` gives pieces. A `plain` form is safe to read in the program's own process; all others are read in a
    worker with limits.
    """

    name: str
    read: Callable[[Piece, ReadSettings], Iterator[Read]]
    endings: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    magic: tuple[bytes, ...] = ()
    looks: Callable[[bytes], bool] = never
    container: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Harvest:
    """What one offer came to: the documents in it, what of it could not be used, and the addresses that it names."""

    documents: tuple[Document, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    links: tuple[Link, ...] = ()


def piece_of(offer: Offer) -> Piece:
    """The piece that an offer is; standard input is taken for plain text unless it looks like something else."""
    return Piece(offer.key, written(offer.path), *((offer.path,) if offer.data is None else (offer.data, "text/plain")))


def document(
    piece: Piece, text: str, declared: Declared | None = None, key: str | None = None, marks: tuple[Mark, ...] = ()
) -> Document:
    """A document called by its piece's key unless it has a key of its own.

    Its id is made of its text and of what names it, so that a better guess at where a value came from makes no other document.
    """
    declared = declared or piece.declared
    return Document(identity(text, declared), key or piece.key, piece.path, text, declared, marks)


def reject(piece: Piece, reason: str) -> Rejected:
    """The piece rejected: "page.html: is empty"."""
    return Rejected(piece.path, STAGE, f"{piece.key}: {reason}")


def written(path: Path | str) -> str:
    """A path in characters that every file can hold: bytes in a name that are no UTF-8 are spelt out."""
    return os.fsencode(path).decode("utf8", "backslashreplace")


def whole(characters: str) -> bool:
    """False for a text that holds half a character (a lone surrogate), which no file can keep."""
    return characters.isascii() or SURROGATE.search(characters) is None

"""Plain text: the file is the report."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.config import ReadSettings
from sayso.documents import Document
from sayso.read.base import Form, Piece, Unusable, document
from sayso.read.decoding import decode

EMPTY = "is empty: there is nothing in it but white space, if anything."


def read_plain(piece: Piece, _: ReadSettings) -> Iterator[Document]:
    """The whole text as one document, its line ends untouched."""
    text = decode(piece.raw())
    if not text.strip():
        raise Unusable(EMPTY)
    yield document(piece, text)


PLAIN = Form("plain text", read_plain, endings=(".txt", ".text"), media=("text/plain",), plain=True)

"""What the program and its workers tell one another: two lengths, a JSON text, bytes.

It is data and never code: a worker whose parser was taken over by what it read can lie about that piece, and no more.
"""

from __future__ import annotations

import json
import os
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.codec import plain, revive
from sayso.documents import Declared, Document, Rejected
from sayso.read.base import Link, Piece
from sayso.read.opening import Given, Inner

LENGTHS = struct.Struct(">QQ")
KINDS: dict[str, type[Given]] = {"document": Document, "rejected": Rejected, "link": Link}
NAMES = {kind: name for name, kind in KINDS.items()}
PIECE = "piece"
READY, DONE = "ready", "done"

Receive = Callable[[int], bytes]
"""Gives so many bytes of what the other end sends; raises when they do not come."""


@dataclass(frozen=True, slots=True)
class Task:
    """A piece to read, so many containers deep. Of a `container` the pieces are given as they are, for others to read."""

    piece: Piece
    depth: int = 0
    container: bool = False


def message(word: str, data: object = None, content: bytes = b"") -> bytes:
    """One message. Raises `UnicodeEncodeError` when there is half a character in it."""
    said = json.dumps([word, data], ensure_ascii=False, separators=(",", ":")).encode()
    return b"".join((LENGTHS.pack(len(said), len(content)), said, content))


def received(receive: Receive, longest: int) -> tuple[str, Any, bytes]:
    """The next message. Raises `ValueError` for what is none, or is longer than so many bytes."""
    said, content = LENGTHS.unpack(receive(LENGTHS.size))
    if said + content > longest:
        raise ValueError("a message that is too long")
    word, data = json.loads(receive(said))
    return word, data, receive(content)


def asking(task: Task) -> bytes:
    """The message that asks for a task; of a file its path is sent, and the worker opens it itself."""
    content = task.piece.content
    file = None if isinstance(content, bytes) else os.fsencode(content.absolute()).decode("latin-1")
    return message(PIECE, [_words(task.piece), task.depth, task.container, file], b"" if file is not None else task.piece.raw())


def asked(data: Any, content: bytes) -> Task:
    words, depth, container, file = data
    return Task(_piece(words, content if file is None else Path(os.fsdecode(file.encode("latin-1")))), depth, container)


def giving(item: Given | Inner) -> bytes:
    """The message that gives what was found in a piece."""
    if isinstance(item, Inner):
        return message(PIECE, [_words(item.piece), item.depth], item.piece.raw())
    return message(NAMES[type(item)], plain(item))


def given(word: str, data: Any, content: bytes) -> Given | Inner:
    """What a worker found. Raises `ValueError`, `TypeError` or `KeyError` for an answer that makes no sense."""
    if word == PIECE:
        words, depth = data
        return Inner(_piece(words, content), revive(int, depth))
    found: Given = revive(KINDS[word], data)
    return found


def _words(piece: Piece) -> list[Any]:
    return [piece.key, piece.path, piece.media, plain(piece.declared)]


def _piece(words: Any, content: bytes | Path) -> Piece:
    key, path, media, declared = words
    return Piece(revive(str, key), revive(str, path), content, revive(str | None, media), revive(Declared, declared))

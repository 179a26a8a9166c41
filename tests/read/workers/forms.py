"""Forms whose readers do what no reader should, for the workers of the tests: by its name each is told what it does."""

from __future__ import annotations

import ctypes
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from sayso.config import ReadSettings
from sayso.documents import Document
from sayso.read.base import Form, Link, Piece, Read, Unusable, document
from sayso.read.plain import PLAIN

Misdeed = Callable[[Piece], object]


def read_words(piece: Piece, _: ReadSettings) -> Iterator[Document]:
    yield document(piece, piece.raw().decode())


def doing(misdeed: Misdeed) -> Callable[[Piece, ReadSettings], Iterator[Document]]:
    """A reader that gives a first report, then does it, then gives what is left."""

    def read(piece: Piece, _: ReadSettings) -> Iterator[Document]:
        yield document(piece, "The first report.", key=f"{piece.key}:1")
        misdeed(piece)
        yield document(piece, "The second report.", key=f"{piece.key}:2")

    return read


def burn(_: Piece) -> None:
    while True:
        pass


def eat(_: Piece) -> None:
    eaten = []
    while True:
        eaten.append(b"\x01" * 10_000_000)


def eat_where_nobody_counts(_: Piece) -> None:
    """Memory that several processes could share is not in what the system limits; only the watch sees it."""
    import mmap

    eaten = mmap.mmap(-1, 2_000_000_000)
    for start in range(0, 2_000_000_000, 1_000_000):
        eaten[start : start + 1_000_000] = b"\x01" * 1_000_000
    time.sleep(1000)


def talk(_: Piece) -> None:
    print("noise")
    print("noise", file=sys.stderr)
    os.write(1, b"noise")
    assert sys.stdin.read() == ""


def answer_nonsense(_: Piece) -> None:
    for line in range(3, 12):
        try:
            os.write(line, b"\x00" * 7 + b"\x05" + b"\x00" * 8 + b"{[[[[" * 100)
        except OSError:
            continue
    time.sleep(1000)


def connect_behind_python(_: Piece) -> None:
    """As a parser written in C would: Python's audit sees nothing of it."""
    system = ctypes.CDLL(None, use_errno=True)
    line = system.socket(2, 1, 0)
    there = b"\x02\x00" + b"\x00\x09" + bytes((127, 0, 0, 1)) + bytes(8)
    if system.connect(line, there, len(there)) != 0:
        raise Unusable(f"could not connect: {os.strerror(ctypes.get_errno())}")


def write_behind_python(piece: Piece) -> None:
    system = ctypes.CDLL(None, use_errno=True)
    if system.open(f"{piece.path}.written".encode(), os.O_WRONLY | os.O_CREAT, 0o600) < 0:
        raise Unusable(f"could not write: {os.strerror(ctypes.get_errno())}")


def scribble(_: Piece) -> None:
    with tempfile.TemporaryFile() as file:
        file.write(b"for a moment")
        file.seek(0)
        assert file.read() == b"for a moment"


def try_and_go_on(_: Piece) -> None:
    with suppress(OSError):
        socket.create_connection(("127.0.0.1", 9))


def read_endless(piece: Piece, _: ReadSettings) -> Iterator[Document]:
    number = 0
    while True:
        number += 1
        yield document(piece, f"{number} " * 1000, key=f"{piece.key}:{number}")


def read_environment(piece: Piece, _: ReadSettings) -> Iterator[Document]:
    yield document(piece, f"Process {os.getpid()}, in {Path.cwd()}.")


def read_half(piece: Piece, _: ReadSettings) -> Iterator[Document]:
    yield document(piece, "Half a character: \ud800.")


def read_links(piece: Piece, _: ReadSettings) -> Iterator[Read]:
    for line in piece.raw().decode().splitlines():
        yield Link(line)
    raise Unusable("is cut off.")


def read_pile(piece: Piece, _: ReadSettings) -> Iterator[Piece]:
    """A container: a line a piece, "a.words The words in it"; what follows "+" is a pile within."""
    for line in piece.raw().decode().splitlines():
        name, _space, content = line.partition(" ")
        if name.endswith(".pile"):
            content = content.replace(" + ", "\n")
        yield piece.within(name, content.encode())


def read_flood(piece: Piece, _: ReadSettings) -> Iterator[Piece]:
    """A container of so many pieces of a million bytes each."""
    for number in range(int(piece.raw())):
        yield piece.within(f"{number}.large", b"%d" % number * 100_000 + b" " * 500_000)


def read_large(piece: Piece, _: ReadSettings) -> Iterator[Document]:
    yield document(piece, f"Began with {piece.raw()[:1].decode()}.")


def read_stuck_pile(piece: Piece, settings: ReadSettings) -> Iterator[Piece]:
    yield from read_pile(piece, settings)
    time.sleep(1000)


def read_slow_pile(piece: Piece, settings: ReadSettings) -> Iterator[Piece]:
    """Longer in all than the limit, but never without giving something."""
    for inner in read_pile(piece, settings):
        time.sleep(0.4)
        yield inner


MISDEEDS: dict[str, Misdeed] = {
    ".hang": lambda _: time.sleep(1000),
    ".burn": burn,
    ".eat": eat,
    ".share": eat_where_nobody_counts,
    ".exit": lambda _: os._exit(7),
    ".crash": lambda _: ctypes.string_at(0),
    ".connect": lambda _: socket.create_connection(("127.0.0.1", 9)),
    ".resolve": lambda _: socket.getaddrinfo("example.org", 80),
    ".start": lambda _: subprocess.run(["true"], check=False),
    ".fork": lambda _: os.fork(),
    ".write": lambda piece: Path(f"{piece.path}.written").write_text("unpacked"),
    ".remove": lambda piece: Path(piece.path).unlink(),
    ".connectc": connect_behind_python,
    ".writec": write_behind_python,
    ".nonsense": answer_nonsense,
    ".talk": talk,
    ".scribble": scribble,
    ".try": try_and_go_on,
}

FORMS: tuple[Form, ...] = (
    *(Form(ending, doing(misdeed), endings=(ending,)) for ending, misdeed in MISDEEDS.items()),
    Form("words", read_words, endings=(".words",)),
    Form("endless", read_endless, endings=(".endless",)),
    Form("where", read_environment, endings=(".where",)),
    Form("half", read_half, endings=(".half",)),
    Form("links", read_links, endings=(".links",)),
    Form("pile", read_pile, endings=(".pile",), container=True),
    Form("stuck pile", read_stuck_pile, endings=(".stuck",), container=True),
    Form("slow pile", read_slow_pile, endings=(".slow",), container=True),
    Form("flood", read_flood, endings=(".flood",), container=True),
    Form("large", read_large, endings=(".large",)),
    PLAIN,
)

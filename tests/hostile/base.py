"""What an attack or an accident is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

STORY = (
    "The harbour of Eastmere was closed on Tuesday after a ferry had struck the pier, the mayor said. Nobody was hurt. "
    "Divers will look at the piles this week, and the council is to say on Friday when boats may land again."
)
"""A report with nothing wrong with it, which has to come through whatever lies beside it."""

Content = bytes | Callable[[Path], None]
"""The bytes of a file, or what writes them there when they are too many to hold."""


@dataclass(frozen=True, slots=True)
class Attack:
    """One thing to be offered: a file of a name and a content, how many reports are in it all the same, and what must be said.

    `says` are words of one of the reasons; empty where everything in it can be read. With `at_most`, fewer reports will do.
    """

    name: str
    file: str
    content: Content
    says: str = ""
    accepted: int = 0
    at_most: bool = False

    def write(self, folder: Path) -> Path:
        """The file, in a folder of its own."""
        place = folder / self.name
        place.mkdir(parents=True)
        path = place / self.file
        if callable(self.content):
            self.content(path)
        else:
            path.write_bytes(self.content)
        return path


def sparse(size: int, head: bytes = b"", tail: bytes = b"") -> Callable[[Path], None]:
    """A file of zero bytes between a head and a tail that takes no room on the disk."""

    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.write(head)
            file.truncate(size)
            file.seek(size)
            file.write(tail)

    return write


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>Harbour closed</title>{head}</head><body>{body}</body></html>".encode()


ARTICLE = f"<article><h1>Harbour closed</h1><p>{STORY}</p><p>{STORY[:120]} said it again.</p></article>"

"""What comes in steps, as a file that can only be read forwards."""

from __future__ import annotations

import io
from collections.abc import Iterator

from sayso.read.archives.inflating import CutOff, Damaged


class Stream(io.RawIOBase):
    """A file over bytes that come in steps. It is never wholly in memory, and where it is cut off it ends.

    At most `most` bytes are given at one reading: whoever asks for more at once was lied to about a length. Raises `OSError`
    for that, for a step backwards, and for what is damaged.
    """

    def __init__(self, parts: Iterator[bytes]) -> None:
        super().__init__()
        self.most: int | None = None
        self.cut_off = False
        self._parts = parts
        self._held = memoryview(b"")
        self._place = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def read(self, size: int = -1) -> bytes:
        """So many bytes, fewer only at the end."""
        if self.most is not None and not 0 <= size <= self.most:
            raise OSError(f"a part of {size:,} bytes, longer than any that is meant to be read at once")
        taken: list[memoryview] = []
        while size and (part := self._some(size)):
            taken.append(part)
            size -= len(part) if size > 0 else 0
        return b"".join(taken)

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        """Goes forwards to a place counted from the start, or to the end if that is nearer."""
        if whence != io.SEEK_SET or place < self._place:
            raise OSError("a place before the one that was reached")
        while self._place < place and self._some(place - self._place):
            pass
        return self._place

    def _some(self, size: int) -> memoryview:
        """The next bytes, not more than a size that is not negative; none at the end."""
        if not self._held:
            self._held = memoryview(self._next())
        part = self._held if size < 0 else self._held[:size]
        self._held = self._held[len(part) :]
        self._place += len(part)
        return part

    def _next(self) -> bytes:
        try:
            return next(self._parts, b"")
        except CutOff:
            self.cut_off = True
            return b""
        except Damaged as e:
            raise OSError(f"damaged: {e}") from e

"""Room for what was taken out of a container and is not yet read: so that an archive of any size is never held whole."""

from __future__ import annotations

from threading import Condition

MOST_BYTES = 100_000_000


class Closed(Exception):  # noqa: N818
    """The work is being ended; there is no room any more."""


class Room:
    """So many pieces, and so many bytes of them, at a time; one piece alone always finds room."""

    def __init__(self, pieces: int, bytes_: int = MOST_BYTES) -> None:
        self._most_pieces, self._most_bytes = pieces, bytes_
        self._pieces = self._bytes = 0
        self._closed = False
        self._changed = Condition()

    def take(self, size: int) -> None:
        """Waits until there is room for a piece of so many bytes. Raises `Closed` when there will be none."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._fits(size))
            if self._closed:
                raise Closed
            self._pieces += 1
            self._bytes += size

    def give(self, size: int) -> None:
        """The piece is read."""
        with self._changed:
            self._pieces -= 1
            self._bytes -= size
            self._changed.notify_all()

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _fits(self, size: int) -> bool:
        return not self._pieces or (self._pieces < self._most_pieces and self._bytes + size <= self._most_bytes)

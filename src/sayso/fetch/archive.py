"""The web archive beside a case: all that was fetched for it, appended whole record by whole record, never changed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from sayso.fetch import tail
from sayso.fetch.base import Exchange, Named, Purpose
from sayso.fetch.memory import Capture, Memory, Seen, content, records
from sayso.fetch.records import about, of_exchange, opening

ENDING = ".warc.gz"
FOUND, NOT_CHANGED = 200, 304


def beside(case: Path) -> Path:
    """Where what is fetched for a case is kept: harbour.warc.gz beside harbour.sayso."""
    return case.with_name(case.stem + ENDING)


class Archive:
    """The archive at `path`, which need not exist yet. One program at a time may have it open: take the case's lock first.

    `cut` is how many bytes of a half-written last record were cut off. Raises `CaseDamaged` when it is broken in its midst.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.cut = tail.cut(path)
        self._memory = Memory()
        self._recall(0)

    @property
    def reports(self) -> Mapping[str, Seen]:
        """The addresses of reports that were ever asked for, with when that was."""
        return self._memory.reports

    def conditions(self, address: str) -> Mapping[str, str]:
        """How a server can be asked whether the address has changed since; nothing when it was never fetched."""
        capture = self._memory.captures.get(address)
        return capture.conditions if capture else {}

    def keep(self, exchange: Exchange, asked: Named, purpose: Purpose) -> bool:
        """Appends an exchange, and says whether its content is new."""
        known = self._memory.captures.get(exchange.address)
        same = known if known and _is_same(exchange, known) else None
        start = self._size()
        head = b"" if start else opening(exchange.when)
        original = same.original(exchange.address) if same else None
        self._append(head + of_exchange(exchange, about(asked, purpose), original))
        self._recall(start)
        return same is None

    def latest(self, address: str, most: int) -> tuple[bytes, str | None]:
        """The latest content of an address, unpacked, and its media type."""
        capture = self._memory.captures[address]
        return content(self.path, capture, most), capture.media

    def _size(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    def _append(self, raw: bytes) -> None:
        with self.path.open("ab") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())

    def _recall(self, start: int) -> None:
        for record in records(self.path, start):
            self._memory.take(record)


def _is_same(exchange: Exchange, known: Capture) -> bool:
    return exchange.status == NOT_CHANGED or (exchange.status == FOUND and exchange.digest == known.digest)

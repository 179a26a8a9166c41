"""Deals pieces out to workers: started when there is something for them, kept for many pieces, gone when the work is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from queue import SimpleQueue
from threading import Lock
from types import TracebackType
from typing import Self

from sayso.config import ReadSettings
from sayso.documents import Rejected
from sayso.read.base import STAGE, Form, Piece, Unusable
from sayso.read.opening import Given, Inner, opened, told
from sayso.read.workers.room import Closed, Room
from sayso.read.workers.worker import Lost, Worker

FORMS = "sayso.read.forms"
"""The module that holds the forms, as the program and its workers know it by name."""

AHEAD = 3
"""Pieces of containers that wait or are read, for each worker: fewer leave workers idle while large pages are sent."""

Part = Callable[[], tuple[Given, ...]]
"""Waits for what was found in one piece."""


class Crew:
    """Reads pieces side by side. One thread a worker waits for it; another takes containers apart, one after the other."""

    def __init__(self, settings: ReadSettings, forms: str = FORMS) -> None:
        self._settings, self._forms = settings, forms
        self._known: Sequence[Form] = import_module(forms).FORMS
        workers = settings.workers or _cores()
        self._readers = ThreadPoolExecutor(workers, "sayso-reader")
        self._opener = ThreadPoolExecutor(1, "sayso-opener")
        self._room = Room(AHEAD * workers)
        self._workers: set[Worker] = set()
        self._free: list[Worker] = []
        self._lock = Lock()
        self._closed = False

    def begin(self, piece: Piece) -> Iterator[Part]:
        """Starts the reading of a piece, and gives its parts in their order as they come up.

        What is plain is read when its part is asked for, in the program itself.
        """
        try:
            form = told(piece, self._settings, self._known)
        except (Unusable, OSError):
            form = None  # there is nothing to read: in the program as in a worker it is rejected, with its reason
        if form is None or form.plain:
            return iter((lambda: tuple(opened(piece, self._settings, self._known)),))
        if form.container:
            parts: SimpleQueue[Part | None] = SimpleQueue()
            self._opener.submit(self._take_apart, piece, parts.put)
            return iter(parts.get, None)
        return iter((self._readers.submit(self._read, piece).result,))

    def close(self) -> None:
        """Ends all workers, whatever they do."""
        with self._lock:
            self._closed = True
            for worker in self._workers:
                worker.close()
        self._room.close()
        for threads in (self._opener, self._readers):
            threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.release()

    def _read(self, piece: Piece, depth: int = 0) -> tuple[Given, ...]:
        found: list[Given] = []
        try:
            with self._worker() as worker:
                found.extend(worker.read(piece, depth))
        except Lost as e:
            found.append(_cut_short(piece, len(found), e))
        return tuple(found)

    def _take_apart(self, piece: Piece, put: Callable[[Part | None], None]) -> None:
        found = 0
        try:
            with self._worker() as worker:
                for item in worker.take_apart(piece):
                    put(self._dealt(item) if isinstance(item, Inner) else partial(tuple, (item,)))
                    found += 1
        except Lost as e:
            put(partial(tuple, (_cut_short(piece, found, e),)))
        except Exception as e:
            put(partial(_raise, e))
        finally:
            put(None)

    def _dealt(self, inner: Inner) -> Part:
        """A piece of a container on its way to a reader, as soon as there is room for it."""
        size = len(inner.piece.raw())
        self._room.take(size)
        reading = self._readers.submit(self._read, inner.piece, inner.depth)
        reading.add_done_callback(lambda _: self._room.give(size))
        return reading.result

    @contextmanager
    def _worker(self) -> Iterator[Worker]:
        """A worker that is free, or a new one; it is kept for the next piece unless it broke, or this one has left it too large."""
        with self._lock:
            if self._closed:
                raise Closed
            worker = self._free.pop() if self._free else Worker(self._settings, self._forms)
            self._workers.add(worker)
        keep = False
        try:
            yield worker
            keep = not worker.has_grown
        finally:
            with self._lock:
                if keep:
                    self._free.append(worker)
                else:
                    self._workers.discard(worker)
                    worker.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _cut_short(piece: Piece, found: int, lost: Lost) -> Rejected:
    """What is left of a piece, rejected; what was found before stays."""
    where = f"{piece.key}, after the first {found:,} read from it" if found else piece.key
    return Rejected(piece.path, STAGE, f"{where}: {lost}")


def _raise(error: Exception) -> tuple[Given, ...]:
    raise error


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

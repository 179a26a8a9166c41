"""Files that take their name only when they are whole and on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sayso.store.lock import WriterLock

BESIDE = ("-journal", "-wal", "-shm")
"""What the database may leave beside its file."""


@contextmanager
def draft_of(place: Path) -> Iterator[Path]:
    """A place beside `place` to make a file in, which goes unless it is given its name. Nobody else writes to `place` meanwhile.

    Raises `CaseBusy` when another program does, `UsageError` when the folder cannot be written.
    """
    lock = WriterLock(place)
    draft = place.with_name(f".{place.name}.part")
    try:
        _gone(draft)  # of one that was killed
        yield draft
    finally:
        _gone(draft)
        lock.release()


def take_name(draft: Path, place: Path) -> None:
    """Gives the draft its name, in one step, and sees to it that this outlives a power cut. Raises `OSError`."""
    synced(draft)
    draft.replace(place)
    synced(place.parent)


def synced(place: Path) -> None:
    """What was written to a file or folder is on the disk when this returns. Raises `OSError`."""
    file = os.open(place, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def _gone(draft: Path) -> None:
    for left in (draft, *(draft.with_name(draft.name + tail) for tail in BESIDE)):
        with suppress(OSError):
            left.unlink(missing_ok=True)

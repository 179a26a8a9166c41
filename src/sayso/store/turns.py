"""Who writes next, where several want to: the database only lets them ask again and again, and whoever asks less often starves."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

EVERY_S = 0.005
"""How often one asks: all equally often, so that nobody has to wait much longer than the others."""


@contextmanager
def turn(case: Path, patience_s: float) -> Iterator[None]:
    """A turn at writing to the case, or none when the time is over or the disk has no such locks: the database has the last word.

    It is a lock on the folder, which leaves nothing behind and ends with the program that has it.
    """
    try:
        folder = os.open(case.parent, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        yield
        return
    try:
        end = time.monotonic() + patience_s
        while not _had(folder) and time.monotonic() < end:
            time.sleep(EVERY_S)
        yield
    finally:
        os.close(folder)


def _had(folder: int) -> bool:
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True

"""What a worker may take, as the system itself keeps it: the second fence behind the program's own watch.

Where a system does not know a limit, or does not keep it (macOS keeps none on memory), the watch is the only one.
"""

from __future__ import annotations

import math
import resource
import signal
import time
from contextlib import suppress

PATIENCE = 3
"""A worker ends itself after so many times the seconds that it has: only one whose program is gone, or stands still, gets there."""

NO_MEMORY = 3
"""The exit status of a worker that has no memory left to say so."""


def bound_memory(megabytes: int) -> None:
    """Memory asked for beyond this is refused, so that most readers end with `MemoryError` before they are stopped."""
    _limit(resource.RLIMIT_DATA, megabytes << 20)
    _limit(resource.RLIMIT_CORE, 0)


def begin(seconds: int) -> None:
    """From now on the worker may compute for so many seconds; then it is ended."""
    _limit(resource.RLIMIT_CPU, math.ceil(time.process_time() + seconds) + 1)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(seconds * PATIENCE)


def rest() -> None:
    """Nobody waits for the worker now: it waits itself."""
    signal.alarm(0)


def _limit(which: int, most: int) -> None:
    _, hard = resource.getrlimit(which)
    with suppress(OSError, ValueError):
        resource.setrlimit(which, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))

"""Ctrl-C stops the work at once, but never in the middle of keeping what a stage gave."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Self


class Interrupts:
    """Listens for Ctrl-C while in its `with`. One that gets lost (in a callback of a library, say) is seen by `check`.

    In a thread that is not the main one no signal arrives, and it does nothing.
    """

    def __init__(self) -> None:
        self.asked = False
        self._listening = threading.current_thread() is threading.main_thread()
        self._holding = False
        self._before: signal._HANDLER = None

    def check(self) -> None:
        """Raises `KeyboardInterrupt` when Ctrl-C was pressed."""
        if self.asked:
            raise KeyboardInterrupt

    @contextmanager
    def held(self) -> Iterator[None]:
        """Ctrl-C waits until what is inside is done; pressed twice, it does not."""
        self._holding = True
        try:
            yield
        finally:
            self._holding = False
        self.check()

    def _asked(self, number: int, frame: FrameType | None) -> None:
        again, self.asked = self.asked, True
        if again or not self._holding:
            raise KeyboardInterrupt

    def __enter__(self) -> Self:
        if not self._listening:
            return self
        self._before = signal.getsignal(signal.SIGINT)
        # A program started in the background ignores Ctrl-C, and shall go on ignoring it.
        if self._before is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, self._asked)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._listening:
            signal.signal(signal.SIGINT, self._before)

"""One writer at a time, across programs. Readers never need this lock."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from sayso.errors import CaseBusy, UsageError


class WriterLock:
    """Held from the moment it is made until `release`; a program that is killed loses it at once.

    It lies in a file of its own beside the case: closing any handle on the case file itself would drop the locks that the
    database holds there. Raises `CaseBusy` when another program has it, `UsageError` when the folder cannot be written.
    """

    def __init__(self, case: Path) -> None:
        self.path = case.with_name(case.name + "-lock")
        self._file = self._take(case)

    def _take(self, case: Path) -> int:
        while True:
            try:
                file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            except OSError as e:
                raise UsageError(
                    f"{case}: cannot write there: {e.strerror}",
                    "Name a case in a folder that exists and is yours to write: -c FOLDER/NAME.sayso",
                ) from e
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as e:
                os.close(file)
                raise CaseBusy(
                    f"{case}: another run is writing to this case",
                    "Wait until it has finished. `sayso show` and `sayso serve` work meanwhile.",
                ) from e
            if self._is_still_there(file):
                return file
            os.close(file)

    def _is_still_there(self, file: int) -> bool:
        """False when the one who had it before removed the file between our opening and locking it."""
        try:
            return os.path.samestat(os.fstat(file), self.path.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        if self._file >= 0:
            self.path.unlink(missing_ok=True)
            os.close(self._file)
            self._file = -1

"""What can go wrong, as a small tree. A message says what and where, `hint` what to do next; the command line prints both.

    SaysoError
    ├── ModelDamaged    1  a model's files are missing or changed
    ├── UsageError      2  asked for in a way that cannot be done (no such path, cannot write there)
    ├── NothingUsable   4  nothing of what was offered could be read
    ├── CaseDamaged     5  the case file does not hold together
    ├── CaseBusy        6  another program is writing to the case
    └── Refused         7  Sayso will not do it (a file of another program, a case of a newer Sayso, an address not for us)
"""

from __future__ import annotations

from typing import ClassVar


class SaysoError(Exception):
    """Base of all errors that a user can meet. `exit_code` is the command line's."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class ModelDamaged(SaysoError):  # noqa: N818 (a state of the files, not a fault of the program)
    exit_code = 1


class UsageError(SaysoError):
    exit_code = 2


class NothingUsable(SaysoError):  # noqa: N818 (a state of the input, not a fault of the program)
    exit_code = 4


class CaseDamaged(SaysoError):  # noqa: N818
    exit_code = 5


class CaseBusy(SaysoError):  # noqa: N818
    exit_code = 6


class Refused(SaysoError):  # noqa: N818
    exit_code = 7

"""What a reader may not do, whatever the piece makes its parser do: go to the network, start programs, change files.

It holds for all that goes through Python (https://docs.python.org/3/library/audit_events.html).
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from typing import IO, Any

from sayso.read.base import Unusable

NETWORK = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "poplib.", "imaplib.", "nntplib.", "telnetlib.", "webbrowser.")
PROGRAMS = ("subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "pty.", "os.kill")
CHANGES = (
    "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown",
    "os.chflags", "os.utime", "os.setxattr", "os.removexattr", "os.mkfifo", "os.mknod", "shutil.", "tempfile.", "sqlite3.",
)  # fmt: skip
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Forbidden(Unusable, PermissionError):  # noqa: N818 (what the input asks for, not a fault of the program)
    """A reader tried what none may. Libraries that can do without go on, as they do where a system forbids it."""


def stand_guard() -> None:
    """From now on, and for as long as the process lives, what is forbidden raises `Forbidden`.

    Libraries that want a file without a name for a moment (py3langid, to unpack its model) get one in memory.
    """
    tempfile.TemporaryFile = _in_memory  # type: ignore[assignment]  # no library asks for more
    sys.addaudithook(_watched)


def _in_memory(mode: str = "w+b", *_: object, **__: object) -> IO[Any]:
    return io.BytesIO() if "b" in mode else io.StringIO()


def _watched(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        if not isinstance(arguments[0], int) and arguments[2] & WRITING:
            raise Forbidden(_refusal("write files"))
    elif event.startswith(NETWORK):
        raise Forbidden(_refusal("go to the network"))
    elif event.startswith(PROGRAMS):
        raise Forbidden(_refusal("start programs"))
    elif event.startswith(CHANGES):
        raise Forbidden(_refusal("change files"))


def _refusal(what: str) -> str:
    return f"would make its reader {what}, which no reader may. It may be made to do harm: take it from where it first came out."

"""A process that has everything loaded, and forks a child for every command: `python -m tests.chaos.server`.

A line on standard input is the arguments, and after how many seconds the child is to be killed (or null), as JSON; the answer is a
line with how it ended.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from sayso import export, order, report  # noqa: F401 (loaded for the children)
from sayso.cli import backup, decide, progress, run, running  # noqa: F401
from sayso.cli.edge import run as sayso
from sayso.decisions.deciding import decide as decided
from sayso.findings import Claim
from sayso.findings.decisions import What
from sayso.store.view import CaseView


def deciding(arguments: Sequence[str]) -> int:
    """Rules on the first claim of a case again and again, and writes each decision's id to a file once it is acknowledged."""
    case, acknowledged, count = Path(arguments[0]), arguments[1], int(arguments[2])
    with CaseView(case) as view:
        claim = view.ids(Claim)[0]
    heard = os.open(acknowledged, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for number in range(count):
        made = decided(case, What.NOTE, [claim], who="Ada Quill", reason=f"note {number}")
        os.write(heard, f"{made.decision.id}\n".encode())
    return 0


OWN: Mapping[str, Callable[[Sequence[str]], int]] = {"deciding": deciding}


def child(arguments: Sequence[str]) -> int:
    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
        return OWN[arguments[0]](arguments[1:]) if arguments[0] in OWN else sayso(arguments)


def main() -> None:
    for line in sys.stdin:
        arguments, after_s = json.loads(line)
        number = os.fork()
        if number == 0:
            os._exit(child(arguments))
        if after_s is not None:
            time.sleep(after_s)
            os.kill(number, signal.SIGKILL)  # not waited for yet, so that the number is still its own
        print(os.waitstatus_to_exitcode(os.waitpid(number, 0)[1]), flush=True)


if __name__ == "__main__":
    main()

"""Commands that are killed after a while, in a process of their own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


class Forked:
    """Runs commands of Sayso as children of one loaded process."""

    def __init__(self, server: subprocess.Popen[str]) -> None:
        assert server.stdin
        assert server.stdout
        self._ask, self._answer = server.stdin, server.stdout

    def ended(self, *arguments: object, after_s: float | None = None) -> int:
        """How the command ended (below 0: by a signal); with `after_s` it is killed when so many seconds have gone by."""
        self._ask.write(json.dumps([[str(argument) for argument in arguments], after_s]) + "\n")
        self._ask.flush()
        return int(self._answer.readline())

    def seconds(self, *arguments: object) -> float:
        """How long the command takes once everything is warm and nobody kills it."""
        began = time.perf_counter()
        assert self.ended(*arguments) == 0, arguments
        return time.perf_counter() - began


@contextmanager
def forking() -> Iterator[Forked]:
    called: Sequence[str] = [sys.executable, "-m", "tests.chaos.server"]
    with subprocess.Popen(called, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        yield Forked(server)
        assert server.stdin
        server.stdin.close()

"""The program's end of one worker: asks it to read, watches what it takes, and stops it when that is too much."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil

import sayso
from sayso.codec import plain
from sayso.config import ReadSettings
from sayso.errors import SaysoError
from sayso.read.base import Piece
from sayso.read.opening import NO_ROOM, Given, Inner
from sayso.read.workers.allowance import Allowance
from sayso.read.workers.bounds import NO_MEMORY
from sayso.read.workers.messages import DONE, READY, Task, asking, given, received

TICK = 0.05
"""Seconds between two looks at a worker that does not answer; what grows by a gigabyte a second is seen within 50 MB."""
STARTING = 60
"""Seconds that a worker may take to start."""
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "POLARS_MAX_THREADS"), "1")
MODULE = "sayso.read.workers.serving"

SLOW = "takes longer to read than {seconds} seconds. Split it, or raise seconds under [read] in the settings."
MUCH = "gives more than is in any real one: {most:,} characters. Split it, or raise longest_output under [read] in the settings."
CRASH = "makes its reader crash ({how}): it is broken, or made to do harm. Take it again from where it first came out."
NONSENSE = "makes its reader answer nonsense: it may be made to do harm. Take it again from where it first came out."


class Lost(Exception):  # noqa: N818 (a state of the worker, not a fault of the program)
    """The worker is gone; the message says why, as the reason for rejecting what it was reading."""


class CannotStart(SaysoError):  # noqa: N818
    """Workers do not start on this machine."""


class Worker:
    """One process that reads pieces, one after the other."""

    def __init__(self, settings: ReadSettings, forms: str) -> None:
        self._settings = settings
        self._process = _start(forms, settings)
        assert self._process.stdin
        assert self._process.stdout
        self._way_in, self._way_out = self._process.stdin, self._process.stdout
        os.set_blocking(self._way_in.fileno(), False)
        self._heard, self._room = select.poll(), select.poll()
        self._heard.register(self._way_out, select.POLLIN)
        self._room.register(self._way_in, select.POLLOUT)
        self._unread = bytearray()
        self._looked = 0.0
        self._patience: float = STARTING
        self._ready = False

    def read(self, piece: Piece, depth: int = 0) -> Iterator[Given]:
        """All that is in a piece. Raises `Lost` when the worker is stopped or dies over it, `CannotStart` when it never lived."""
        for item in self._work(Task(piece, depth)):
            if isinstance(item, Inner):
                raise self._stopped(NONSENSE)
            yield item

    def take_apart(self, piece: Piece) -> Iterator[Given | Inner]:
        """What is in a container, pieces that are none themselves as they are; its time begins anew with each. Raises the same."""
        for item in self._work(Task(piece, container=True)):
            self._patience = self._settings.seconds
            yield replace(item, piece=replace(item.piece, path=piece.path)) if isinstance(item, Inner) else item

    def _work(self, task: Task) -> Iterator[Given | Inner]:
        self._be_ready()
        self._patience = self._settings.seconds
        self._send(asking(task))
        allowance = Allowance(task, self._settings)
        while (answer := self._next())[0] != DONE:
            try:
                item = given(*answer)
            except (ValueError, TypeError, KeyError) as e:
                raise self._stopped(NONSENSE) from e
            if not allowance.covers(item):
                raise self._stopped(MUCH.format(most=allowance.most))
            yield item

    @property
    def has_grown(self) -> bool:
        """True when so much memory is left in it from what it read that the next piece had too little."""
        return self._memory() > self._most_memory / 2

    def close(self) -> None:
        """Ends the process, whatever it does. Can be called twice, and from another thread."""
        if self._process.poll() is None:
            try:
                os.killpg(self._process.pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):  # macOS says that one may not kill what has just died
                self._process.kill()
        self._process.wait()

    def release(self) -> None:
        """Ends the process and lets go of what led to it."""
        self.close()
        self._way_in.close()
        self._way_out.close()

    @property
    def _most_memory(self) -> int:
        return self._settings.memory_mb << 20

    def _be_ready(self) -> None:
        if self._ready:
            return
        try:
            word, *_ = self._next()
        except Lost as e:
            raise _cannot_start(str(e)) from e
        if word != READY:
            raise _cannot_start("it says something else than that it is ready")
        self._ready = True

    def _next(self) -> tuple[str, object, bytes]:
        try:
            return received(self._receive, self._most_memory)
        except (ValueError, TypeError, RecursionError) as e:
            raise self._stopped(NONSENSE) from e

    def _receive(self, length: int) -> bytes:
        while len(self._unread) < length:
            self._wait(self._heard)
            more = os.read(self._way_out.fileno(), 1 << 20)
            if not more:
                raise self._died()
            self._unread += more
        content = bytes(self._unread[:length])
        del self._unread[:length]
        return content

    def _send(self, content: bytes) -> None:
        left = memoryview(content)
        while left:
            self._wait(self._room)
            try:
                left = left[os.write(self._way_in.fileno(), left[: 1 << 20]) :]
            except BlockingIOError:
                continue
            except BrokenPipeError as e:
                raise self._died() from e

    def _wait(self, line: select.poll) -> None:
        """Until there is something to take, or room to give. Only this waiting counts as the worker's time."""
        while True:
            before = time.monotonic()
            there = line.poll(TICK * 1000)
            now = time.monotonic()
            self._patience -= min(now - before, 2 * TICK)  # a program that was suspended did not wait
            if now - self._looked >= TICK:
                self._looked = now
                if self._memory() > self._most_memory:
                    raise self._stopped(NO_ROOM)
            if there:
                return
            if self._patience <= 0:
                raise self._stopped(self._slow())

    def _memory(self) -> int:
        try:
            return int(psutil.Process(self._process.pid).memory_info().rss)
        except psutil.Error:
            return 0

    def _stopped(self, why: str) -> Lost:
        self.close()
        return Lost(why)

    def _died(self) -> Lost:
        try:
            code = self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            return self._stopped(NONSENSE)
        if code in (NO_MEMORY, -signal.SIGKILL):  # the system kills what takes its last memory
            return Lost(NO_ROOM)
        if -code in (signal.SIGXCPU, signal.SIGALRM):
            return Lost(self._slow())
        return Lost(CRASH.format(how=signal.Signals(-code).name if -code in set(signal.Signals) else f"exit status {code}"))

    def _slow(self) -> str:
        return SLOW.format(seconds=self._settings.seconds)


def _start(forms: str, settings: ReadSettings) -> subprocess.Popen[bytes]:
    """A fresh interpreter in a session of its own, so that Ctrl-C reaches the program alone, which then ends it.

    It finds modules where the program does, but not in the folder in which the program runs: that may hold anybody's files.
    """
    folders = [Path(sayso.__file__).parents[1], *(Path(folder).absolute() for folder in sys.path if folder)]
    places = os.pathsep.join(map(str, dict.fromkeys(folders)))
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", MODULE, forms, json.dumps(plain(settings))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **ONE_THREAD, "PYTHONPATH": places, "PYTHONDONTWRITEBYTECODE": "1"},
            start_new_session=True,
            bufsize=0,
        )
    except OSError as e:
        raise _cannot_start(e.strerror or str(e)) from e


def _cannot_start(why: str) -> CannotStart:
    hint = "See that memory_mb under [read] in the settings is 256 at least, and that programs may be started here."
    return CannotStart(f"The workers that read files do not start: {why}", hint)

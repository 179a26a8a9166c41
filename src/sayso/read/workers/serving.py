"""The program that runs in a worker: pieces come in on standard input, what is in them goes out on standard output.

    python -P -m sayso.read.workers.serving FORMS SETTINGS

FORMS is the module that holds the forms, SETTINGS those of reading, in JSON.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from sayso.codec import revive
from sayso.config import ReadSettings
from sayso.read.base import Form, reject
from sayso.read.opening import Given, Inner, opened, unpacked
from sayso.read.workers import bounds
from sayso.read.workers.fence import put_up_fence
from sayso.read.workers.guard import stand_guard
from sayso.read.workers.messages import DONE, READY, Task, asked, giving, message, received

ENDLESS = 1 << 62
Send = Callable[[bytes], None]


def main(forms_module: str, settings: ReadSettings) -> None:
    """Serves until nobody asks any more."""
    asks, send = _lines()
    forms: Sequence[Form] = import_module(forms_module).FORMS
    bounds.bound_memory(settings.memory_mb)
    put_up_fence()
    stand_guard()
    send(message(READY))
    try:
        while True:
            _, data, content = received(asks, ENDLESS)
            _serve(asked(data, content), forms, settings, send)
    except (EOFError, BrokenPipeError):
        return
    except MemoryError:
        os._exit(bounds.NO_MEMORY)


def _serve(task: Task, forms: Sequence[Form], settings: ReadSettings, send: Send) -> None:
    bounds.begin(settings.seconds)
    for item in _found(task, forms, settings):
        if task.container:
            bounds.rest()
        send(_told(item, task))
        if task.container:
            bounds.begin(settings.seconds)
    bounds.rest()
    send(message(DONE))


def _found(task: Task, forms: Sequence[Form], settings: ReadSettings) -> Iterator[Given | Inner]:
    way = unpacked if task.container else opened
    return iter(way(task.piece, settings, forms, task.depth))


def _told(item: Given | Inner, task: Task) -> bytes:
    try:
        return giving(item)
    except UnicodeEncodeError:
        half = "holds a report with half a character (a lone surrogate) in it. Write it again from its source, as UTF-8."
        return giving(reject(task.piece, half))


def _lines() -> tuple[Callable[[int], bytes], Send]:
    """The way in and the way out, kept from whatever else in the process reads standard input or prints."""
    asks, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb", buffering=0)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for line in (0, 1, 2):
        os.dup2(nowhere, line)

    def receive(length: int) -> bytes:
        content = asks.read(length)
        if len(content) < length:
            raise EOFError
        return content

    def send(content: bytes) -> None:
        left = memoryview(content)
        while left:
            left = left[answers.write(left) :]

    return receive, send


if __name__ == "__main__":
    main(sys.argv[1], revive(ReadSettings, json.loads(sys.argv[2])))

"""How much may come out of one piece: what makes a bomb of a few kilobytes end before it fills the memory of the program."""

from __future__ import annotations

from sayso.config import ReadSettings
from sayso.documents import Document
from sayso.read.opening import Given, Inner
from sayso.read.workers.messages import Task

EACH = 200
"""What each thing found counts beside its text, for it takes room however short it is."""
UNPACKED = 200
"""A container may give so many times its size; pages are packed to a tenth or a twentieth of theirs."""


class Allowance:
    """What is left of what a task may give: `most` characters of reports, or bytes of pieces where it is a container."""

    def __init__(self, task: Task, settings: ReadSettings) -> None:
        self.most = settings.longest_output
        if task.container:
            self.most = max(self.most, UNPACKED * _size(task))
        self._left = self.most

    def covers(self, item: Given | Inner) -> bool:
        """False when this is more than what is left."""
        self._left -= EACH
        if isinstance(item, Document):
            self._left -= len(item.text)
        elif isinstance(item, Inner):
            self._left -= len(item.piece.raw())
        return self._left >= 0


def _size(task: Task) -> int:
    content = task.piece.content
    try:
        return len(content) if isinstance(content, bytes) else content.stat().st_size
    except OSError:
        return 0

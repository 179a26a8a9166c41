from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.config import ReadSettings
from sayso.documents import Document, Rejected
from sayso.read.base import Link, Piece
from sayso.read.opening import opened

Item = Document | Rejected | Link
Opening = Callable[..., list[Item]]


@pytest.fixture
def opening(tmp_path: Path) -> Opening:
    """Opens a file of this name with this content, with a mapping of columns if there is one."""

    def run(name: str, content: str | bytes, columns: str = "") -> list[Item]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(opened(Piece(name, str(path), path), ReadSettings(columns=columns)))

    return run


def only(items: list[Item]) -> Document:
    """The one document that came of it."""
    [document] = items
    assert isinstance(document, Document), document
    return document


def reason(items: list[Item]) -> str:
    """Why the one thing that came of it was rejected."""
    [rejected] = items
    assert isinstance(rejected, Rejected), rejected
    return rejected.reason


def texts(items: list[Item]) -> list[str]:
    return [item.text for item in items if isinstance(item, Document)]


def reasons(items: list[Item]) -> list[str]:
    return [item.reason for item in items if isinstance(item, Rejected)]

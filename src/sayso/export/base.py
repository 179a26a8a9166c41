"""What a format is: a function that writes a whole case into a folder, all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sayso.errors import UsageError
from sayso.store.base import View

Write = Callable[[View, Path], tuple[Path, ...]]
"""Writes the files of a format into a folder, which is made when it is missing, and returns them in order.

Other files in the folder are left alone. Raises `UsageError` when it cannot write; the folder's files are then as before.
"""


@contextmanager
def together(folder: Path) -> Iterator[Callable[[str], Path]]:
    """Gives places to write files to, by name; they take their names in the folder only when all are written."""
    drafts: dict[str, Path] = {}

    def draft(name: str) -> Path:
        return drafts.setdefault(name, folder / f".{name}.part")

    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield draft
        for name, written in drafts.items():
            written.replace(folder / name)
    except OSError as e:
        raise UsageError(
            f"{folder}: cannot write there: {e.strerror or e}", "Name a place that is yours to write, on a disk with room."
        ) from e
    finally:
        for left in drafts.values():
            with suppress(OSError):
                left.unlink(missing_ok=True)

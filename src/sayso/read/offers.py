"""What the user offers for reading: every file below the paths they name."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.documents import Offer
from sayso.errors import UsageError
from sayso.read.base import written
from sayso.read.notes import BELOW, is_note

STDIN_KEY = "stdin"


def offers(paths: Sequence[Path], stdin: bytes | None = None) -> tuple[Offer, ...]:
    """One offer a file, in the order of the paths, folders walked in the order of names; standard input comes last.

    Hidden files below a folder are left out, and so is a file or folder that was already met (a link in a circle, a path named
    twice). A folder that cannot be opened is offered itself, so that reading can say so. Raises `UsageError` for a path that
    does not exist.

    A note about a folder (README.md) right below it has a key that tells it from one that was named itself: "./README.md".
    """
    met: set[str] = set()
    found = [offer for path in paths for offer in _below(path, met)]
    if stdin is not None:
        found.append(Offer(Path("-"), STDIN_KEY, stdin))
    return tuple(found)


def _below(path: Path, met: set[str]) -> Iterator[Offer]:
    if not _exists(path):
        raise UsageError(f"{written(path)}: there is no such file or folder.", "Check the spelling, or give the full path.")
    if path.is_dir():
        yield from _walk(path, "", met)
    elif _first_time(path, met):
        yield Offer(path, written(path.name))


def _walk(folder: Path, prefix: str, met: set[str]) -> Iterator[Offer]:
    if not _first_time(folder, met):
        return
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        yield Offer(folder, written(prefix.rstrip("/") or folder.name))
        return
    for name in names:
        path = folder / name
        if name.startswith("."):
            continue
        if path.is_dir():
            yield from _walk(path, f"{prefix}{name}/", met)
        elif _first_time(path, met):
            yield Offer(path, written(prefix + name if prefix or not is_note(name) else BELOW + name))


def _first_time(path: Path, met: set[str]) -> bool:
    real = os.path.realpath(path)
    first = real not in met
    met.add(real)
    return first


def _exists(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:
        return False

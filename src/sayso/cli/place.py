"""Which file a case is, from what the user typed."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from pathlib import Path

from sayso.errors import UsageError

ENDING = ".sayso"
ADDRESS = re.compile(r"https?://(?:www\.)?([\w-]+(?:\.[\w-]+)*)", re.IGNORECASE)
"""An address, and the host that a case is called after."""


def named(case: str) -> Path:
    """The case as typed, with or without its ending. Raises `UsageError` for what no file can be called."""
    path = Path(case)
    if path.name in ("", ".."):
        raise UsageError(f"'{case}': is no name of a case", "Name a file that ends in .sayso.")
    return path if path.suffix == ENDING or path.is_file() else path.with_name(path.name + ENDING)


def typed(case: Path | None) -> str:
    """The case as one has to type it, quoted where a shell would part or read it otherwise."""
    return shlex.quote(str(case))


def beside(paths: Sequence[str]) -> Path:
    """The case that is made when none is named: here, called after the first path."""
    given = next((path for path in paths if path != "-"), "stdin")
    if web := ADDRESS.match(given):
        return Path(web[1] + ENDING)
    first = Path(given).resolve()
    name = first.name if first.is_dir() else first.stem
    return Path((name or "case") + ENDING)


def is_of_a_case(path: Path) -> bool:
    """True for a case file and what the database keeps beside it: they are never documents."""
    return any(path.name.endswith(ENDING + tail) for tail in ("", "-lock", "-journal", "-wal", "-shm"))

"""Which file a case is, from what the user typed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

ENDING = ".sayso"


def named(case: str) -> Path:
    """The case as typed, with or without its ending."""
    path = Path(case)
    return path if path.suffix == ENDING or path.is_file() else path.with_name(path.name + ENDING)


def beside(paths: Sequence[str]) -> Path:
    """The case that is made when none is named: here, called after the first path."""
    first = next((Path(path).resolve() for path in paths if path != "-"), Path("stdin"))
    name = first.name if first.is_dir() else first.stem
    return Path((name or "case") + ENDING)


def is_of_a_case(path: Path) -> bool:
    """True for a case file and what the database keeps beside it: they are never documents."""
    return any(path.name.endswith(ENDING + tail) for tail in ("", "-lock", "-journal", "-wal", "-shm"))

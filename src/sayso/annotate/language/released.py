"""A model's folder: its files, each with the hash it was released with. Nothing is run that is not what was released."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import onnxruntime

from sayso.errors import ModelDamaged

HINT = "Install Sayso again: its models come with it. A folder given as --model must be one that `training` wrote."


def cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def released(folder: Path, name: str) -> bytes:
    """The bytes of one of a model's files. Raises `ModelDamaged` when it is missing or not the one that sha256.txt names."""
    path = folder / name
    try:
        content = path.read_bytes()
    except OSError as e:
        raise ModelDamaged(f"{path}: cannot be read: {e.strerror}", HINT) from e
    if hashlib.sha256(content).hexdigest() != _sums(folder).get(name):
        raise ModelDamaged(f"{path}: is not the file that was released", HINT)
    return content


def checked(folder: Path) -> tuple[str, ...]:
    """The names of a model's files, each looked at. Raises `ModelDamaged` as `released` does."""
    names = tuple(sorted(_sums(folder)))
    for name in names:
        released(folder, name)
    return names


def _sums(folder: Path) -> dict[str, str]:
    """The hash of each file of a model, by its name."""
    try:
        return dict(line.split()[::-1] for line in (folder / "sha256.txt").read_text("utf8").splitlines())
    except (OSError, UnicodeDecodeError, ValueError) as e:
        why = getattr(e, "strerror", None) or "is no list of hashes"
        raise ModelDamaged(f"{folder / 'sha256.txt'}: cannot be read: {why}", HINT) from e


@contextmanager
def reading_of(folder: Path, name: str) -> Iterator[bytes]:
    """The bytes of one of a model's files; whatever goes wrong while they are made something of is a `ModelDamaged`."""
    content = released(folder, name)
    try:
        yield content
    except Exception as e:  # whoever made the file, its hash and its fault: each library has its own tree of errors
        raise ModelDamaged(f"{folder / name}: cannot be used: {' '.join(str(e).split())[:200]}", HINT) from e


def session(model: bytes) -> onnxruntime.InferenceSession:
    """A model ready to run, one thread a run: work is spread over texts, and one text gives the same bytes each time."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4  # what goes wrong is raised, and told by us
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

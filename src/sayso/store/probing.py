"""What a machine, a folder and this build of SQLite are to a case: told before something goes wrong."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import tempfile
import time
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import psutil

from sayso.store.file import wal_is_safe

LIBRARIES = ("sqlalchemy", "onnxruntime", "tokenizers", "numpy", "trafilatura", "starlette")
ROOM = 500_000_000
"""Bytes below which the disk is called full: a case of a thousand reports, and its journal."""
REMOTE = frozenset({"nfs", "nfs4", "cifs", "smb", "smbfs", "smb3", "afpfs", "webdav", "fuse.sshfs", "fuse.rclone", "9p", "ncpfs"})
"""File systems of other machines, on which locks and syncs cannot be relied upon (sqlite.org/howtocorrupt.html)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what it is, and whether it is as it should be; `hint` says what to do where it is not."""

    name: str
    value: str
    good: bool = True
    hint: str = ""


def machine() -> tuple[Finding, ...]:
    """The versions of what Sayso runs on, and how its database was built."""
    with sqlite3.connect(":memory:") as connection:
        options = sorted(row[0] for row in connection.execute("PRAGMA compile_options"))
    safe = wal_is_safe(sqlite3.sqlite_version_info)
    journal = "write-ahead log" if safe else "rollback journal, for its write-ahead log has a fault that can lose data"
    return (
        Finding("Sayso", version("sayso")),
        Finding("Python", f"{platform.python_version()}, {platform.system()} {platform.machine()}"),
        Finding("SQLite", f"{sqlite3.sqlite_version}, {journal}"),
        Finding("SQLite's build", ", ".join(options)),
        *(Finding(name, _version(name)) for name in LIBRARIES),
    )


def folder(place: Path) -> tuple[Finding, ...]:
    """Whether cases can be kept in the folder: its room, its file system, and a file that is written, synced and read back."""
    return (_room(place), _file_system(place), _probe(place))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not there"


def _room(place: Path) -> Finding:
    try:
        free = shutil.disk_usage(place).free
    except OSError as e:
        return Finding("room", f"cannot be looked at: {e.strerror}", False, "Name a folder that exists.")
    return Finding("room", f"{free / 1e9:.1f} GB", free > ROOM, "Make room: a full disk stops a run.")


def _file_system(place: Path) -> Finding:
    kind = file_system(place)
    hint = "Keep cases on a disk of this machine, and copy them with `sayso backup`."
    return Finding("file system", kind or "not known", kind not in REMOTE, hint)


def file_system(place: Path) -> str:
    """The kind of file system that the folder lies in, in the words of the machine; empty where it does not say."""
    whole = place.resolve()
    mounts = sorted(psutil.disk_partitions(all=True), key=lambda mount: -len(mount.mountpoint))
    return next((m.fstype.lower() for m in mounts if whole.is_relative_to(m.mountpoint)), "")


def _probe(place: Path) -> Finding:
    """Writes and syncs a small file, as a decision is kept."""
    words = os.urandom(4096)
    try:
        with tempfile.NamedTemporaryFile(dir=place, prefix=".sayso-probe-") as file:
            began = time.perf_counter()
            file.write(words)
            file.flush()
            os.fsync(file.fileno())
            taken = time.perf_counter() - began
            file.seek(0)
            whole = file.read() == words
    except OSError as e:
        return Finding("write and sync", f"failed: {e.strerror}", False, "Name a folder that is yours to write, with room.")
    told = f"{taken * 1000:.1f} ms" if whole else "what was read is not what was written"
    return Finding("write and sync", told, whole, "Do not keep cases on this disk.")

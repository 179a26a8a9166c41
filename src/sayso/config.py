"""Settings of each stage, with their help. A user changes them in a TOML file: `sayso run --settings FILE`.

Every number here is one that was tuned; the help says what it does, the comment what it was tuned on.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from sayso.errors import UsageError


def _setting(default: Any, help: str) -> Any:  # noqa: A002 (the word users know)
    return field(default=default, metadata={"help": help})


@dataclass(frozen=True, slots=True)
class ReadSettings:
    largest_file_mb: int = _setting(100, "A file larger than this many megabytes is rejected.")


@dataclass(frozen=True, slots=True)
class Settings:
    read: ReadSettings = ReadSettings()


def load(path: Path) -> Settings:
    """Settings from a TOML file with one table a stage; what it leaves out keeps its default.

    Raises `UsageError` when the file cannot be read, is no TOML, or names a stage, a setting or a kind of value that is not there.
    """
    try:
        tables = tomllib.loads(path.read_text("utf8"))
    except OSError as e:
        raise UsageError(f"{path}: cannot be read: {e.strerror}", "Give --settings a file that exists.") from e
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise UsageError(f"{path}: is not a TOML file: {e}", "See docs/settings.md for the form.") from e
    settings = Settings()
    for stage, table in tables.items():
        if stage not in {f.name for f in fields(Settings)} or not isinstance(table, dict):
            raise UsageError(f"{path}: there is no stage '{stage}'", "See docs/settings.md for all settings.")
        settings = replace(settings, **{stage: _changed(getattr(settings, stage), table, f"{path}: {stage}")})
    return settings


def _changed(defaults: Any, table: dict[str, object], where: str) -> Any:
    known = {f.name: type(getattr(defaults, f.name)) for f in fields(defaults)}
    for name, value in table.items():
        if name not in known:
            raise UsageError(f"{where}: there is no setting '{name}'", "See docs/settings.md for all settings.")
        if known[name] is float and type(value) is int:
            table[name] = float(value)
        elif type(value) is not known[name]:
            raise UsageError(f"{where}.{name} must be a {known[name].__name__}", f"It is {value!r}.")
    return replace(defaults, **table)

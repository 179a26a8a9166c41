"""The sample corpus and its answer key, as they lie in the package."""

from __future__ import annotations

import tomllib
from enum import Enum
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from sayso.samples.entries import AnswerKey


def corpus() -> Path:
    """The folder of the reports: web pages, plain texts and one file of records."""
    return Path(str(files("sayso.samples") / "corpus"))


@cache
def answer_key() -> AnswerKey:
    """What a careful reader finds in the corpus. Raises `TypeError`, `KeyError` or `ValueError` on a file that is not in form."""
    key: AnswerKey = _made(AnswerKey, tomllib.loads((files("sayso.samples") / "key.toml").read_text("utf8")))
    return key


def _made(hint: Any, data: Any) -> Any:
    """The value of type `hint` that a table, list or word of the file stands for; what a table leaves out keeps its default."""
    if get_origin(hint) is tuple:
        return tuple(_made(get_args(hint)[0], item) for item in data)
    if get_origin(hint) is UnionType:
        (hint,) = (arm for arm in get_args(hint) if arm is not NoneType)
        return _made(hint, data)
    if isinstance(data, dict):
        hints = get_type_hints(hint)
        return hint(**{name: _made(hints[name], value) for name, value in data.items()})
    return hint(data) if issubclass(hint, Enum) else data

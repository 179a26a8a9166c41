"""Values as JSON and back: a dataclass is an object, a span `[start, end]`, a tuple a list, an enumeration its word."""

from __future__ import annotations

import json
import zlib
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from sayso.spans import Span

T = TypeVar("T")


def hints(kind: Any) -> dict[str, Any]:
    """The fields of a dataclass with their types, in order."""
    return _hints(kind)


@cache
def _hints(kind: type) -> dict[str, Any]:
    known = get_type_hints(kind)
    return {field.name: known[field.name] for field in fields(kind)}


def plain(value: object) -> Any:
    """The value in words that JSON has."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if is_dataclass(value):
        return {name: plain(getattr(value, name)) for name in hints(type(value))}
    return value


def revive(hint: Any, data: Any) -> Any:
    """The value of type `hint` that `plain` made into `data`. Raises `TypeError`, `ValueError` or `KeyError` on other data."""
    if get_origin(hint) is tuple:
        (item, _) = get_args(hint)
        return tuple([revive(item, one) for one in data])
    if get_origin(hint) is UnionType:
        if data is None:
            return None
        (hint,) = (arm for arm in get_args(hint) if arm is not NoneType)
        return revive(hint, data)
    if hint is Span:
        return Span(*data)
    if is_dataclass(hint):
        made: Any = hint
        return made(**{name: revive(inner, data[name]) for name, inner in hints(hint).items()})
    if issubclass(hint, Enum):
        return hint(data)
    if not isinstance(data, (int, float) if hint is float else hint):
        raise TypeError(f"{data!r} is no {hint.__name__}")
    return data


def pack(value: object) -> bytes:
    """The value as compressed JSON."""
    return zlib.compress(json.dumps(plain(value), separators=(",", ":")).encode())


def unpack(kind: type[T], packed: bytes) -> T:
    """The value that `pack` made. Raises `zlib.error` or what `revive` raises when it was made otherwise."""
    value: T = revive(kind, json.loads(zlib.decompress(packed)))
    return value

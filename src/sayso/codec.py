"""Values as JSON and back: a dataclass is an object, a span `[start, end]`, a tuple a list, an enumeration its word."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache, partial
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
    return _reviver(hint)(data)


@cache
def _reviver(hint: Any) -> Callable[[Any], Any]:
    """What revives values of one type; made once, for there are hundreds of values in a document."""
    if get_origin(hint) is tuple:
        item = _reviver(get_args(hint)[0])
        return lambda data: tuple([item(one) for one in data])
    if get_origin(hint) is UnionType:
        (arm,) = (_reviver(arm) for arm in get_args(hint) if arm is not NoneType)
        return lambda data: None if data is None else arm(data)
    if hint is Span:
        return lambda data: Span(*data)
    if is_dataclass(hint):
        made: Any = hint
        parts = tuple((name, _reviver(inner)) for name, inner in hints(hint).items())
        return lambda data: made(*[part(data[name]) for name, part in parts])
    if issubclass(hint, Enum):
        return lambda data: hint(data)
    return partial(_checked, (int, float) if hint is float else hint)


def _checked(kind: Any, data: Any) -> Any:
    if not isinstance(data, kind):
        raise TypeError(f"{data!r} is not what belongs there")
    return data


def pack(value: object) -> bytes:
    """The value as compressed JSON."""
    return zlib.compress(json.dumps(plain(value), separators=(",", ":")).encode())


def unpack(kind: type[T], packed: bytes) -> T:
    """The value that `pack` made. Raises `zlib.error` or what `revive` raises when it was made otherwise."""
    value: T = revive(kind, json.loads(zlib.decompress(packed)))
    return value

"""Identity from content: the same input gives the same ids, on every machine and in every run."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(f"an id cannot be made from {type(value).__name__}")


def identify(prefix: str, *parts: object) -> str:
    """An id such as `d-1f0c9a3be2d4`: the prefix names the kind, 12 hexadecimal digits name the content.

    Parts are anything JSON can hold, spans and other values too. Raises `TypeError` on anything else.
    """
    content = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=_plain)
    return f"{prefix}-{hashlib.blake2b(content.encode('utf8', 'surrogatepass'), digest_size=6).hexdigest()}"

"""What a case holds, for other programs. One module a format."""

from collections.abc import Mapping

from sayso.export.base import Write
from sayso.export.jsonl import write as write_jsonl

FORMATS: Mapping[str, Write] = {"jsonl": write_jsonl}
"""The formats by the name that `sayso export --as` takes."""

__all__ = ["FORMATS", "Write"]

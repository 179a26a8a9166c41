"""JSON lines: one file a kind, one object a line, UTF-8."""

from __future__ import annotations

import json
from pathlib import Path

from sayso.export.base import together
from sayso.export.fields import SHEETS
from sayso.export.rows import LINES
from sayso.store.base import View


def write(view: View, folder: Path) -> tuple[Path, ...]:
    """Writes `documents.jsonl` and its fellows; `fields.SHEETS` says what is in them. An empty kind is an empty file."""
    with together(folder) as draft:
        for sheet in SHEETS:
            with draft(_file(sheet.name)).open("w", encoding="utf8", newline="\n") as file:
                file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in LINES[sheet.name](view))
    return tuple(folder / _file(sheet.name) for sheet in SHEETS)


def _file(sheet: str) -> str:
    return f"{sheet}.jsonl"

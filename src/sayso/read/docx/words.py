"""The words of one paragraph, as they stand after all changes that were tracked in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LATER = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SET = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
NOT_READ = {f"{WORD}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "txbxContent", "rt")} | {f"{LATER}Fallback"}
"""What was struck out, how words are set, codes of fields, readings over characters; boxes of text stand behind the paragraph."""


def words_of(paragraph: Any) -> str:
    """The words of a paragraph; a line break within it stays one."""
    return "".join(_words(paragraph))


def boxes_in(element: Any) -> Iterator[Any]:
    """The boxes of text that hang on a paragraph, each once: they are written twice, for new and for old programs."""
    for child in element:
        if child.tag == f"{WORD}txbxContent":
            yield child
        elif child.tag != f"{LATER}Fallback":
            yield from boxes_in(child)


def _words(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{WORD}t":
            yield child.text or ""
        elif child.tag not in NOT_READ and isinstance(child.tag, str):
            yield SET.get(child.tag.removeprefix(WORD), "")
            yield from _words(child)

"""Every span of every value, cut once more out of the text that it lies in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from typing import Any

from sayso.codec import hints
from sayso.documents import Document
from sayso.findings import Decision
from sayso.spans import Span
from sayso.stages import Found
from sayso.store.flaws import Flaw
from sayso.store.kinds import TABLES

NOT_OF_TODAY = (Decision,)
"""Kinds whose spans may lie in a text that is no longer there: decisions find their words again, or are told to be without."""


@dataclass(frozen=True, slots=True)
class Held:
    """A span that a value holds: in which of its fields, and in which text (None when the case does not hold its document)."""

    field: str
    span: Span
    text: str | None


def resliced(found: Found) -> Iterator[Flaw]:
    """The spans that reach beyond their text, hold nothing where words must be, or cut a character in two."""
    texts = {document.id: document.text for document in found[Document]}
    for value in _values(found):
        for held in spans_of(value, texts):
            if (what := _wrong(held)) is not None:
                yield Flaw(called(value), f"its {held.field} {_shown(held.span)} {what}")


def spans_of(value: Any, texts: Mapping[str, str], within: str | None = None, field: str = "") -> Iterator[Held]:
    """Every span in a value, however deep, with the text of the document that is nearest above it."""
    if isinstance(value, Span):
        yield Held(field, value, within)
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_of(item, texts, within, field)
    elif is_dataclass(value):
        here = value.text if isinstance(value, Document) else texts.get(value.document) if hasattr(value, "document") else within
        for name in hints(type(value)):
            side = texts.get(getattr(value, name.removesuffix("_span"))) if name.endswith("_span") else here
            yield from spans_of(getattr(value, name), texts, side, name if field in ("", name) else f"{field} {name}")


def _values(found: Found) -> Iterator[Any]:
    for kind, values in found.kinds.items():
        if kind not in NOT_OF_TODAY:
            yield from values


def _wrong(held: Held) -> str | None:
    if held.text is None:
        return "lies in a document that is not there"
    if held.span.end > len(held.text):
        return f"reaches beyond a text of {len(held.text)} characters"
    if not held.span:
        return "holds no words"
    if _cuts(held.text, held.span.start) or _cuts(held.text, held.span.end):
        return "cuts a character in two"
    return None


def _cuts(text: str, at: int) -> bool:
    """Whether a place lies between the halves of a character, which a text from a careless program may hold apart."""
    return 0 < at < len(text) and "\ud800" <= text[at - 1] <= "\udbff" and "\udc00" <= text[at] <= "\udfff"


def _shown(span: Span) -> str:
    return f"[{span.start}, {span.end})"


def called(value: Any) -> str:
    """How a value is called where one has to find it again: "claim c-1f0c9a3be2d4", "profile of d-…"."""
    name = TABLES[type(value)].name
    if key := getattr(value, "id", None):
        return f"{name} {key}"
    return f"{name} of {value.document}" if hasattr(value, "document") else name

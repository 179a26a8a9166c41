"""What a reader takes and gives. One reader a form of input: plain text, web pages, JSON lines."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sayso.documents import Declared, Document, Offer, Rejected
from sayso.identity import identify

STAGE = "read"
SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Harvest:
    """What one offer came to: the documents in it, and what of it could not be used."""

    documents: tuple[Document, ...] = ()
    rejected: tuple[Rejected, ...] = ()


Reader = Callable[[Offer, bytes], Harvest]
"""Reads the bytes of one offer. Never raises on odd input: what cannot be used comes back rejected, with its reason."""


def document(offer: Offer, text: str, declared: Declared | None = None, key: str | None = None) -> Document:
    """A document called by its offer's key unless it has a key of its own; its id is made of its text and what is declared."""
    declared = declared or Declared()
    return Document(identify("d", text, declared), key or offer.key, written(offer.path), text, declared)


def reject(offer: Offer, reason: str) -> Rejected:
    return Rejected(written(offer.path), STAGE, reason)


def nothing_but(offer: Offer, reason: str) -> Harvest:
    """The whole offer rejected."""
    return Harvest(rejected=(reject(offer, reason),))


def written(path: Path | str) -> str:
    """A path in characters that every file can hold: bytes in a name that are no UTF-8 are spelt out."""
    return os.fsencode(path).decode("utf8", "backslashreplace")


def whole(characters: str) -> bool:
    """False for a text that holds half a character (a lone surrogate), which no file can keep."""
    return characters.isascii() or SURROGATE.search(characters) is None


def too_long(document: Document, longest: int) -> Rejected:
    """The rejection of a document that holds more characters than one report does."""
    return Rejected(
        document.path,
        STAGE,
        f"{document.key}: holds {len(document.text):,} characters, more than one report does (the limit is {longest:,}). "
        "Split it, or raise longest_text under [read] in the settings.",
    )

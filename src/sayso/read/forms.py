"""Which reader a file gets: by its ending, and standard input by looking."""

from __future__ import annotations

import re

from sayso.documents import Offer
from sayso.read.base import Reader
from sayso.read.decoding import Undecodable, decode
from sayso.read.page import read_page
from sayso.read.plain import read_plain
from sayso.read.records import Unusable, parsed, read_records

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".html": read_page,
    ".htm": read_page,
    ".xhtml": read_page,
    ".jsonl": read_records,
    ".ndjson": read_records,
}
PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|article|div|p)\b", re.I | re.S
)


def reader_for(offer: Offer, raw: bytes) -> Reader | None:
    """The reader of the offer's form, or None for a kind of file that Sayso does not read."""
    return _by_looking(raw) if offer.data is not None else READERS.get(offer.path.suffix.lower())


def _by_looking(raw: bytes) -> Reader:
    try:
        text = decode(raw[: 1 << 20] if raw.isascii() else raw)
    except Undecodable:
        return read_plain
    if PAGE.match(text):
        return read_page
    first = text.lstrip().partition("\n")[0]
    if first.startswith("{"):
        try:
            parsed(first)
        except Unusable:
            return read_records if first.startswith('{"') else read_plain
        return read_records
    return read_plain

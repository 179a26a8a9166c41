"""A list of addresses in plain text, one a line, as a person keeps it or a site gives it for a sitemap."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.config import ReadSettings
from sayso.documents import Declared, Rejected
from sayso.read.base import STAGE, Form, Link, Piece
from sayso.read.decoding import decode, glance
from sayso.read.feeds.addresses import address_of, without_tracking
from sayso.read.feeds.origin import placed

ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
SCHEME = "https://"
NOTE = "#"


def read_addresses(piece: Piece, _: ReadSettings) -> Iterator[Link | Rejected]:
    """Every address once; a line that holds none is rejected with its number. Lines that begin with # are notes."""
    met: set[str] = set()
    for number, words in enumerate(decode(piece.raw()).splitlines(), 1):
        words = words.strip()
        if not words or words.startswith(NOTE):
            continue
        address = address_of(words) if ADDRESS.fullmatch(words) else None
        if address is None:
            why = "is no address on the web. Take it from the list, or write it in full, with https://."
            yield Rejected(f"{piece.path}:{number}", STAGE, f"{piece.key}, line {number}: {why}")
            continue
        address, cut = without_tracking(address)
        if address not in met:
            met.add(address)
            yield Link(address, placed(Declared(), "url", address, f"the list, without {', '.join(cut)}" if cut else "the list"))


def looks(head: bytes) -> bool:
    """True for lines that are all addresses, as far as they are seen: the last may be cut."""
    told = [line for raw in glance(head).splitlines() if (line := raw.strip()) and not line.startswith(NOTE)]
    if len(told) > 1 and SCHEME.startswith(told[-1].lower()):
        told.pop()
    return bool(told) and all(ADDRESS.fullmatch(line) for line in told)


ADDRESSES = Form(
    "list of addresses", read_addresses, endings=(".txt", ".text"), media=("text/plain", "text/uri-list"), looks=looks, plain=True
)

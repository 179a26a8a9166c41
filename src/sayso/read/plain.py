"""Plain text: the file is the report."""

from __future__ import annotations

from sayso.documents import Offer
from sayso.read.base import Harvest, document, nothing_but
from sayso.read.decoding import Undecodable, decode

EMPTY = "is empty: there is nothing in it but white space, if anything."


def read_plain(offer: Offer, raw: bytes) -> Harvest:
    """The whole text as one document, its line ends untouched."""
    try:
        text = decode(raw)
    except Undecodable as e:
        return nothing_but(offer, f"{offer.key}: {e.reason}")
    if not text.strip():
        return nothing_but(offer, f"{offer.key}: {EMPTY}")
    return Harvest((document(offer, text),))

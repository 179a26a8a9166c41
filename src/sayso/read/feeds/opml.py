"""OPML: a list of feeds, as feed readers export it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.config import ReadSettings
from sayso.documents import Declared
from sayso.read.base import Form, Link, Piece, Unusable
from sayso.read.decoding import glance
from sayso.read.feeds.addresses import address_of
from sayso.read.feeds.elements import elements
from sayso.read.feeds.markup import root_of
from sayso.read.feeds.origin import line, placed


def read_opml(piece: Piece, _: ReadSettings) -> Iterator[Link]:
    """The address of every feed, however deep in folders, with its title; each once."""
    met: set[str] = set()
    for outline in elements(piece, ("outline",), on="start"):
        said = {name.lower(): value for name, value in outline.items()}
        address = address_of(said.get("xmlurl") or said.get("url"), piece.declared.url)
        if address and address not in met:
            met.add(address)
            declared = placed(Declared(), "title", line(said.get("title") or said.get("text")), "the list of feeds")
            yield Link(address, placed(declared, "url", address, "the list of feeds"))
    if not met:
        raise Unusable("is a list of feeds that names none. Export it again from your feed reader.")


def looks(head: bytes) -> bool:
    """True for what begins as OPML does."""
    return root_of(glance(head)) == "opml"


OPML = Form(
    "OPML",
    read_opml,
    endings=(".opml", ".xml"),
    media=("text/x-opml", "text/x-opml+xml", "application/xml", "text/xml"),
    looks=looks,
)

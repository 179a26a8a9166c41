"""Sitemaps (sitemaps.org): the pages of a site, with what a news sitemap says of each; and indexes, which name more sitemaps."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from sayso.config import ReadSettings
from sayso.documents import Declared, Rejected
from sayso.read.base import STAGE, Form, Link, Piece, Unusable
from sayso.read.decoding import glance
from sayso.read.feeds.addresses import address_of, without_tracking
from sayso.read.feeds.elements import elements, text_in
from sayso.read.feeds.markup import root_of
from sayso.read.feeds.origin import line, placed

ROOTS = ("urlset", "sitemapindex")
NEWS = (("outlet", "name"), ("language", "language"), ("published", "publication_date"), ("title", "title"))
"""What a news sitemap says of a report, by its elements (Google's sitemap-news 0.9)."""


def read_sitemap(piece: Piece, _: ReadSettings) -> Iterator[Link | Rejected]:
    """Every address once, with what the sitemap says of the report there; an entry without one is rejected."""
    met: set[str] = set()
    number = 0
    for number, entry in enumerate(elements(piece, ("url", "sitemap")), 1):
        # Only the place of the page itself: those of its pictures have the same name.
        place = entry.findtext("{*}loc")
        address = address_of(place, piece.declared.url)
        if address is None:
            why = "has no address that can be followed. Ask the site, or look for its report there by hand."
            yield Rejected(f"{piece.path}:{number}", STAGE, f"{piece.key}, entry {number}: {why}")
            continue
        address, cut = without_tracking(address)
        if address not in met:
            met.add(address)
            found = f"the sitemap, without {', '.join(cut)}" if cut else "the sitemap"
            yield Link(address, placed(_said(entry), "url", address, found))
    if number == 0:
        raise Unusable("is a sitemap without an address. Get it again from its source.")


def looks(head: bytes) -> bool:
    """True for what begins as a sitemap or an index of sitemaps does."""
    return root_of(glance(head)) in ROOTS


def _said(entry: etree._Element) -> Declared:
    said = Declared()
    news = entry.find("{*}news")
    if news is not None:
        for field, name in NEWS:
            said = placed(said, field, text_in(news, name, line), "the news sitemap")
    return placed(said, "modified", line(entry.findtext("{*}lastmod")), "the sitemap")


SITEMAP = Form("sitemap", read_sitemap, endings=(".xml",), media=("application/xml", "text/xml"), looks=looks)

"""Web pages: the main text with its paragraphs in order, and what the page declares of itself."""

from __future__ import annotations

import re

from sayso.documents import Declared, Offer
from sayso.folding import fold
from sayso.read.base import Harvest, document, nothing_but
from sayso.read.decoding import Undecodable, decode
from sayso.read.plain import EMPTY
from sayso.read.tags import Tags, tags_of

LEAST = 80
"""Characters of main text below which a page is a menu, a wall or an error, not a report."""
LARGEST = 5_000_000
"""Characters above which a page is no page of one report; taking one apart takes seconds for each million."""
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read_page(offer: Offer, raw: bytes) -> Harvest:
    """The page's title and main text as one document, a blank line between blocks."""
    try:
        html = decode(raw)
    except Undecodable as e:
        return nothing_but(offer, f"{offer.key}: {e.reason}")
    if not html.strip():
        return nothing_but(offer, f"{offer.key}: {EMPTY}")
    if len(html) > LARGEST:
        return nothing_but(
            offer,
            f"{offer.key}: is a page of {len(html):,} characters, and no report's page is that long. Save the report's own page.",
        )
    blocks = _main_text(html)
    if sum(map(len, blocks)) < LEAST:
        return nothing_but(
            offer, f"{offer.key}: is a page without an article: no main text was found. Save the article's own page, or its text."
        )
    tags = _tags(html)
    return Harvest((document(offer, "\n\n".join(_titled(blocks, tags.title)), _declared(tags)),))


def _main_text(html: str) -> list[str]:
    from trafilatura import extract

    try:
        text = extract(CONTROLS.sub(" ", html), fast=True, include_comments=False, include_tables=False)
    except (RecursionError, ValueError, TypeError, AttributeError):  # what its parser raises on pages made to break parsers
        return []
    return [line.strip() for line in (text or "").split("\n") if line.strip()]


def _tags(html: str) -> Tags:
    from trafilatura.utils import load_html

    tree = load_html(html)
    return Tags() if tree is None else tags_of(tree)


def _titled(blocks: list[str], title: str | None) -> list[str]:
    if title is None or fold(title).text in (fold(block).text for block in blocks[:3]):
        return blocks
    return [title, *blocks]


def _declared(tags: Tags) -> Declared:
    return Declared(tags.title, tags.authors, tags.outlet, tags.url, tags.published, tags.language)

"""Web pages: the main text with its paragraphs in order, and what the page declares of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.config import ReadSettings
from sayso.documents import Declared, Document
from sayso.folding import fold
from sayso.read.base import Form, Piece, Unusable, document
from sayso.read.decoding import decode, glance
from sayso.read.plain import EMPTY
from sayso.read.tags import Tags, tags_of

LEAST = 80
"""Characters of main text below which a page is a menu, a wall or an error, not a report."""
LARGEST = 5_000_000
"""Characters above which a page is no page of one report; taking one apart takes seconds for each million."""
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|article|div|p)\b", re.I | re.S
)


def read_page(piece: Piece, _: ReadSettings) -> Iterator[Document]:
    """The page's title and main text as one document, a blank line between blocks."""
    html = decode(piece.raw())
    if not html.strip():
        raise Unusable(EMPTY)
    if len(html) > LARGEST:
        raise Unusable(f"is a page of {len(html):,} characters, and no report's page is that long. Save the report's own page.")
    blocks = _main_text(html)
    if sum(map(len, blocks)) < LEAST:
        raise Unusable("is a page without an article: no main text was found. Save the article's own page, or its text.")
    tags = _tags(html)
    yield document(piece, "\n\n".join(_titled(blocks, tags.title)), _declared(tags))


def looks(head: bytes) -> bool:
    """True for what begins as web pages do."""
    return BEGINS.match(glance(head)) is not None


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


PAGE = Form(
    "web page", read_page, endings=(".html", ".htm", ".xhtml"), media=("text/html", "application/xhtml+xml"), looks=looks
)

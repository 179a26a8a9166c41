"""Web pages: the main text with its paragraphs in order, captions and all, and what the page declares of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.config import ReadSettings
from sayso.documents import Document
from sayso.folding import words
from sayso.read.base import Form, Piece, Unusable, document
from sayso.read.decoding import decode, glance
from sayso.read.pages.around import with_captions, with_lead
from sayso.read.pages.maintext import main_text
from sayso.read.pages.said import said_by
from sayso.read.pages.tree import parsed
from sayso.read.pages.weighed import declared_by
from sayso.read.parts import Part, titled, written_out
from sayso.read.plain import EMPTY

LEAST = 80
"""Characters of main text below which a page is a menu, a wall or an error, not a report."""
FEWEST_WORDS, FEWEST_LETTERS = 12, 30
"""Different words, or different letters where a script has no spaces, below which a text is a menu said over and over."""
DESCRIPTIONS = ("JSON-LD description", "og:description", "description")

BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|article|div|p)\b", re.I | re.S
)


def read_page(piece: Piece, _: ReadSettings) -> Iterator[Document]:
    """The page's title and main text as one document, a blank line between blocks, with marks where its tags tell what they are."""
    yield page_document(piece, decode(piece.raw()))


def page_document(piece: Piece, html: str) -> Document:
    """The report that a page is. Raises `Unusable` for a page without one."""
    if not html.strip():
        raise Unusable(EMPTY)
    tree = parsed(html)
    parts = main_text(tree)
    if not _tells_something(parts):
        raise Unusable("is a page without an article: no main text was found. Save the article's own page, or its text.")
    said = said_by(tree, html)
    declared = declared_by(said, tree, piece)
    descriptions = [line for source in DESCRIPTIONS for line in said.get(source, ())]
    parts = with_captions(with_lead(parts, tree, descriptions), tree)
    text, marks = written_out(titled(parts, declared.title))
    return document(piece, text, declared, marks=marks)


def _tells_something(parts: Sequence[Part]) -> bool:
    told = " ".join(part.words for part in parts)
    return len(told) >= LEAST and (len({word.text for word in words(told)}) >= FEWEST_WORDS or len(set(told)) >= FEWEST_LETTERS)


def looks(head: bytes) -> bool:
    """True for what begins as web pages do."""
    return BEGINS.match(glance(head)) is not None


PAGE = Form("web page", read_page, endings=(".html", ".htm", ".xhtml"), media=("text/html", "application/xhtml+xml"), looks=looks)

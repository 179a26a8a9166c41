"""The words of a piece of HTML that is all report, paragraph by paragraph: nothing in it is weighed or left out as furniture."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import suppress

from lxml.html import HtmlElement

from sayso.documents import Marking
from sayso.read.base import Unusable
from sayso.read.pages.tree import INLINE, SILENT, legible, line_in, parsed
from sayso.read.parts import Part, cleanly, row

MARKINGS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Marking.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), Marking.ITEM),
    **dict.fromkeys(("figcaption", "caption"), Marking.CAPTION),
    "blockquote": Marking.QUOTATION,
}
TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);")
BREAK = re.compile(r"\n\s*\n")
IN_LINE = INLINE | {"img"}
BLOCKS = " | ".join(f".//{name}" for name in ("p", "div", "table", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "br"))


def is_html(words: str) -> bool:
    """True for words that hold tags, or characters written as HTML does."""
    return TAG.search(words) is not None or REFERENCE.search(words) is not None


def line_of(words: str) -> str:
    """The words on one line, without the tags among them."""
    if TAG.search(words):
        with suppress(Unusable):
            words = line_in(_tree(words))
    return " ".join(legible(cleanly(html.unescape(words))).split())


def paragraphs(words: str) -> list[Part]:
    """The paragraphs of plain words: an empty line parts them; where there is none, each line is one."""
    stretches = BREAK.split(words) if BREAK.search(words.strip()) else words.split("\n")
    return [Part(stretch) for stretch in stretches if stretch.strip()]


def parts_of(fragment: str) -> tuple[list[Part], int]:
    """The paragraphs of a piece of HTML in their order, and how many characters of them are no links.

    Raises `Unusable` for one that no person wrote.
    """
    tree = _tree(fragment)
    linked = sum(len(line_in(link)) for link in tree.iter("a"))
    parts = [part for part in _parts(tree, None) if part.words]
    return parts, sum(len(part.words) for part in parts) - linked


def _tree(fragment: str) -> HtmlElement:
    return parsed(f"<article>{fragment}</article>")


def _parts(element: HtmlElement, marking: Marking | None) -> Iterator[Part]:
    """The paragraphs within a block. What stands in it between its blocks is a paragraph too."""
    run = element.text or ""
    for child in element:
        if child.tag in IN_LINE and not child.xpath(BLOCKS):
            run += _words(child)
        elif child.tag not in SILENT:
            yield from _part(run, marking)
            run = ""
            if child.tag == "tr" and not child.xpath(BLOCKS):
                yield row(line_in(cell) for cell in child)
            else:
                yield from _parts(child, MARKINGS.get(child.tag, marking))
        run += child.tail or ""
    yield from _part(run, marking)


def _words(element: HtmlElement) -> str:
    return (element.text or "") + "".join(("" if child.tag in SILENT else _words(child)) + (child.tail or "") for child in element)


def _part(words: str, marking: Marking | None) -> Iterator[Part]:
    if line := " ".join(legible(words).split()):
        yield Part(line, marking)

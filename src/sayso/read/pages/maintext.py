"""The main text of a page, paragraph by paragraph, as trafilatura finds it, with what its tags say that each is."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from lxml.etree import _Element
from lxml.html import HtmlElement

from sayso.documents import Marking
from sayso.read.pages.tree import legible
from sayso.read.parts import Part, row

SHORT = 600
"""Characters of main text below which a slower look is taken. Of 260 news pages, that gives the report of six more (trafilatura's
fast way found a footer or a teaser there), and no page is read worse; taken on every page, it is read worse on two."""
INLINE = frozenset(("a", "abbr", "b", "code", "del", "em", "graphic", "hi", "i", "ref", "span", "strong", "sub", "sup"))
MARKINGS = {
    **dict.fromkeys(("head", "h1", "h2", "h3", "h4", "h5", "h6"), Marking.HEADING),
    **dict.fromkeys(("item", "li"), Marking.ITEM),
    **dict.fromkeys(("quote", "blockquote"), Marking.QUOTATION),
}

logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def main_text(tree: HtmlElement) -> list[Part]:
    """The paragraphs of the page's report in their order; none where the page holds no report. The tree is left as it was."""
    quick = _found(tree, fast=True)
    if _length(quick) >= SHORT:
        return quick
    return max(quick, _found(tree, fast=False), key=_length)


def _length(parts: list[Part]) -> int:
    return sum(len(part.words) for part in parts)


def _found(tree: HtmlElement, fast: bool) -> list[Part]:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Found

    try:
        found = bare_extraction(tree, fast=fast, include_comments=False, include_tables=True)
    except (RecursionError, ValueError, TypeError, AttributeError):  # what its heuristics raise on pages made to break them
        return []
    return list(_parts(found.body, None)) if isinstance(found, Found) else []


def _parts(element: _Element, marking: Marking | None) -> Iterator[Part]:
    """The paragraphs within a block. What stands in it between its blocks is a paragraph too."""
    run = element.text or ""
    for child in element:
        if child.tag == "lb":
            yield from _part(run, marking)
            run = ""
        elif _is_inline(child, run):
            run += "".join(child.itertext())
        elif child.tag in ("row", "tr"):
            yield from (part for part in [row(_line(" ".join(cell.itertext())) for cell in child)] if part.words)
        else:
            yield from _part(run, marking)
            yield from _parts(child, MARKINGS.get(child.tag, marking))
            run = ""
        run += child.tail or ""
    yield from _part(run, marking)


def _is_inline(element: _Element, before: str) -> bool:
    """True for what stands in the line; a quotation does that in the middle of a paragraph (`<q>`)."""
    return element.tag in INLINE or (element.tag == "quote" and bool(before.strip()) and element.find(".//p") is None)


def _part(words: str, marking: Marking | None) -> Iterator[Part]:
    if line := _line(words):
        yield Part(line, marking)


def _line(words: str) -> str:
    return " ".join(legible(words).split())

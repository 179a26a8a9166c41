"""The words of HTML that is a report from its first to its last word, as in a mail: nothing is to be told from it as menus are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sayso.documents import Marking
from sayso.read.base import Unusable
from sayso.read.parts import Part, row

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|d[dlt]|div|fieldset|figcaption|figure|footer|form|h[1-6r]|header|html|"
    "li|main|nav|ol|p|pre|section|table|tbody|tfoot|thead|t[dhr]|ul"
)
NOT_SHOWN = frozenset({"head", "iframe", "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title"})
MARKINGS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Marking.HEADING),
    **dict.fromkeys(("caption", "figcaption"), Marking.CAPTION),
    "li": Marking.ITEM,
    "blockquote": Marking.QUOTATION,
}
"""The surest first: a heading in a quotation is a heading."""
HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.IGNORECASE)
TOO_DEEP = "ERR_RESOURCE_LIMIT"
"""What libxml2 calls it when it reads no further."""
BLANK = re.compile(r"[ \t\r\n\f]+")
EMPTY_LINE = re.compile(r"\n\s*\n")
PADDING = re.compile("[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2000-\u200f\u202a-\u202e\u2060-\u2064\u3164\ufeff]*")
"""What newsletters write behind their first words, so that a list of mails shows no more than these."""
LONGEST_CELL = 100
"""A table with a longer cell sets text beside text; its rows are no rows of values."""


def parts_of(html: str) -> list[Part]:
    """The paragraphs, headings, items and rows of the HTML that it shows, in their order."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8")
    try:
        tree = document_fromstring(html.encode("utf-8", "replace"), parser)
    except (ParserError, ValueError):  # there is nothing in it
        return []
    if any(error.type_name == TOO_DEEP for error in parser.error_log):
        raise Unusable("holds a page that is nested deeper than any that people write. Save its words as text and offer that.")
    return [part for part in _parts(tree) if not PADDING.fullmatch(part.words)]


def _parts(tree: _Element) -> Iterator[Part]:
    from lxml.etree import iterwalk

    words: list[str] = []
    within: Counter[str] = Counter()
    passed: Any = None
    for event, element in iterwalk(tree, events=("start", "end")):
        tag = str(element.tag)
        if passed is None and BLOCK.fullmatch(tag):
            yield from _paragraphs(words, within)
            words = []
        if event == "start" and passed is None:
            if _passed_by(element):
                passed = element
            elif tag == "table" and (rows := _values(element)):
                yield from map(row, rows)
                passed = element
            else:
                within[tag] += 1
                words += ["\n"] if tag == "br" else [BLANK.sub(" ", element.text or "")]
        elif event == "end":
            if passed is None:
                within[tag] -= 1
            elif passed is element:
                passed = None
            if passed is None:
                words.append(BLANK.sub(" ", element.tail or ""))
    yield from _paragraphs(words, within)


def _paragraphs(words: list[str], within: Counter[str]) -> Iterator[Part]:
    marking = next((marking for tag, marking in MARKINGS.items() if within[tag]), None)
    return (Part(paragraph, marking) for paragraph in EMPTY_LINE.split("".join(words)) if paragraph.strip())


def _passed_by(element: _Element) -> bool:
    return element.tag in NOT_SHOWN or HIDDEN.search(element.get("style") or "") is not None


def _values(table: _Element) -> list[list[str]]:
    """The rows of a table of values; none for one that only sets text beside text, as mails do."""
    if table.find(".//table") is not None:
        return []
    rows = [[_shown(cell) for cell in line if cell.tag in ("td", "th")] for line in table.iter("tr")]
    several = sum(sum(map(bool, cells)) > 1 for cells in rows)
    return rows if several > 1 and all(len(cell) <= LONGEST_CELL for cells in rows for cell in cells) else []


def _shown(cell: _Element) -> str:
    return " ".join("".join(str(words) for words in cell.itertext()).split())

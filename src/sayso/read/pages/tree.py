"""A page as a tree, parsed once; a page made to break parsers is refused before it can."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from sayso.read.base import Unusable

LARGEST = 5_000_000
"""Characters above which a page is no page of one report."""
MOST_ELEMENTS = 50_000
"""Elements above which a page is none that people read: the largest of 260 news pages has 3,319."""
MOST_ATTRIBUTES = 1_000
"""Attributes of one element above which the parser takes a time that grows with their square."""
DEEPEST = 400
"""Elements within one another, of which news pages have 31 at most; what works on the tree calls itself for each."""
TOO_LONG_A_TAG = 10_000

NO_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
TAG = re.compile(rf"<[a-z][^>]{{{TOO_LONG_A_TAG},}}+", re.IGNORECASE)
VALUE = re.compile(r"=\s*+(?:\"[^\"]*+\"|'[^']*+')")
PICTURE = re.compile(r"(?<=data:)[a-z][^\s\"'<>,]{0,80};base64,[A-Za-z0-9+/=%\s]{200,}+", re.IGNORECASE)
"""What is in a page that was saved with its pictures in it, and is no word of it."""
DECLARATION = re.compile(r"^\s*<\?xml[^>]*+>", re.IGNORECASE)
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
"""What only tells a browser where to break a line, or which way to set it: no letters, and ways to hide some."""
INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "big", "cite", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small")
) | {"strong", "sub", "sup", "tt", "u", "var", "wbr"}
SILENT = frozenset(("button", "noscript", "script", "style", "svg", "template"))


def parsed(html: str) -> HtmlElement:
    """The page's tree without its comments. Raises `Unusable` for a page that no person wrote."""
    html = PICTURE.sub(",", html)
    if len(html) > LARGEST:
        raise Unusable(f"is a page of {len(html):,} characters, and no report's page is that long. Save the report's own page.")
    if any(len(VALUE.sub(" ", tag[0]).split()) > MOST_ATTRIBUTES for tag in TAG.finditer(html)):
        raise Unusable(f"is a page made to break parsers: one of its tags has more than {MOST_ATTRIBUTES:,} attributes.")
    # Bytes, for the parser refuses words that declare an encoding; and a declaration would outweigh what they are in.
    raw = DECLARATION.sub("", NO_CHARACTERS.sub(" ", html)).encode("utf8", "replace")
    parser = HTMLParser(encoding="utf8", huge_tree=True, collect_ids=False, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(raw, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as e:
        raise Unusable("is a page with nothing in it that can be read. Save the article's own page, or its text.") from e
    _refuse_what_nobody_wrote(tree, parser)
    return tree


def _refuse_what_nobody_wrote(tree: HtmlElement, parser: HTMLParser) -> None:
    if (count := int(tree.xpath("count(//*)"))) > MOST_ELEMENTS:
        raise Unusable(f"is a page of {count:,} elements, and no report's page has so many. Save its words as text.")
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log) or tree.xpath(
        "boolean(//*[count(ancestor::*) > $deepest])", deepest=DEEPEST
    ):
        raise Unusable(f"is a page whose elements lie more than {DEEPEST} deep within one another. Save its words as text.")


def legible(words: str) -> str:
    """The words without what nobody sees of them."""
    return words if words.isascii() else UNSEEN.sub("", words)


def line_in(element: HtmlElement) -> str:
    """The words of an element on one line, with a space between what a reader sees apart."""
    return " ".join(legible("".join(_words(element))).split())


def _words(element: HtmlElement) -> Iterator[str]:
    if element.tag in SILENT or not isinstance(element.tag, str):
        return
    apart = "" if element.tag in INLINE else " "
    yield apart + (element.text or "")
    for child in element:
        yield from _words(child)
        yield child.tail or ""
    yield apart

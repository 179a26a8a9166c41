"""What stands on the page among the paragraphs that trafilatura leaves out: captions of pictures, and the lead above the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lxml.etree import _Element
from lxml.html import HtmlElement

from sayso.documents import Marking
from sayso.folding import words
from sayso.read.pages.tree import INLINE, line_in
from sayso.read.parts import Part

CAPTIONS = (
    "//figcaption | //*[contains(concat(' ', normalize-space(@class), ' '), ' wp-caption-text ') or @itemprop='caption']"
    "[not(ancestor::figcaption)]"
)
PARAGRAPHS = "//p | //h2 | //h3 | //h4 | //li | //blockquote"
STARTS = (
    "//body//text()[contains(normalize-space(.), $beginning)]"
    "[not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::template or ancestor::aside or ancestor::nav)]"
)
"""Where the words of a description stand on the page."""
ELSEWHERE = frozenset(("a", "aside", "footer", "form", "nav", "noscript", "template"))
TEASER = re.compile(r"author|byline|teaser|related|recommend|promo|more-on|newsletter", re.IGNORECASE)
LONGEST = 1_000
"""Characters above which what is called a caption holds more than one."""
LEAST = 60
"""Characters by which a lead is known to be the page's own description of its report."""
FEW = 20
"""Places of the page at which its description is looked for."""
MOST = 400
"""Captions of one page; the rest are of a gallery that is no part of the report."""


def with_captions(parts: Sequence[Part], tree: HtmlElement) -> list[Part]:
    """The paragraphs with the captions between them, each behind the paragraph that it follows on the page.

    Pictures of teasers, of other reports and below the report have none here. What was already read as a paragraph is marked.
    """
    captions = {e: line for e in islice(tree.xpath(CAPTIONS), MOST) if (line := line_in(e)) and len(line) <= LONGEST}
    if not captions:
        return list(parts)
    lines = set(captions.values())
    known = [Part(p.words, Marking.CAPTION) if p.words in lines else p for p in parts]
    own = {p.words for p in known}
    behind: dict[int, list[Part]] = {}
    for place, line in dict.fromkeys(_places(known, tree, captions)):
        if line not in own:
            own.add(line)
            behind.setdefault(place, []).append(Part(line, Marking.CAPTION))
    return [*behind.get(-1, ()), *(part for n, p in enumerate(known) for part in (p, *behind.get(n, ())))]


def _places(parts: Sequence[Part], tree: HtmlElement, captions: dict[_Element, str]) -> Iterator[tuple[int, str]]:
    """Each caption within the report, and the number of the paragraph before it; -1 above all."""
    numbers = {part.words: n for n, part in reversed(list(enumerate(parts)))}
    place, first = -1, None
    waiting: list[tuple[int, _Element]] = []
    for element in tree.xpath(f"{PARAGRAPHS} | {CAPTIONS} | //h1"):
        if element in captions:
            waiting.append((place, element))
        elif (number := numbers.get(line_in(element), -1)) >= 0 and number >= place:
            place, first = number, element if first is None else first
            # Only what a paragraph of the report follows is within it.
            yield from ((n, captions[e]) for n, e in waiting if _belongs(e, first))
            waiting = []


def _belongs(caption: _Element, first: _Element) -> bool:
    """False for the picture of a teaser, or of another report than the one with this first paragraph."""
    around = list(caption.iterancestors())
    if any(e.tag in ELSEWHERE or TEASER.search(e.get("class") or "") for e in around if e.tag not in ("body", "html")):
        return False
    article = next((e for e in around if e.tag == "article"), None)
    return article is None or article in set(first.iterancestors())


def with_lead(parts: list[Part], tree: HtmlElement, descriptions: Iterable[str]) -> list[Part]:
    """The paragraphs under the lead that stands above them on the page and that the page gives as its description."""
    lines = {part.words for part in parts}
    for description in dict.fromkeys(descriptions):
        start = _folded(description)[:LEAST]
        lead = _above(tree, description, start, lines) if len(start) == LEAST else None
        if lead and start not in " ".join(map(_folded, lines)):
            return [Part(lead), *parts]
    return parts


def _folded(line: str) -> str:
    return " ".join(word.text for word in words(line))


def _above(tree: HtmlElement, description: str, start: str, lines: set[str]) -> str | None:
    """The paragraph on the page that begins as the description does, before the first paragraph of the report."""
    beginning = " ".join(description.split())[: LEAST // 2]
    leads = dict.fromkeys(_block(node.getparent()) for node in tree.xpath(STARTS, beginning=beginning)[:FEW] if node.is_text)
    if not leads:
        return None
    for element in tree.iter():
        if element in leads and len(line := line_in(element)) <= LONGEST and start in _folded(line):
            return line
        if element.tag in ("p", "li", "blockquote") and line_in(element) in lines:
            return None
    return None


def _block(element: _Element) -> _Element:
    """The paragraph around what stands in its line."""
    while element.tag in INLINE or element.tag == "span":
        element = element.getparent()
    return element

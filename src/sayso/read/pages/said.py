"""All that a page says of its report, by the place where it says it: "og:title", "JSON-LD headline", "h1". Unchecked."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from email.utils import parsedate_to_datetime

from lxml.html import HtmlElement

from sayso.read.pages.linked import Linked, line_of, linked_data
from sayso.read.pages.tree import line_in

Said = Mapping[str, Sequence[str]]
"""What is said at each place, in the order of the page."""

LONGEST = 1_000
"""Characters above which what a tag says is no title, name, date or address."""
MOST = 20
"""So many values of one place are looked at."""
CRUMBS = (
    "ancestor-or-self::*[self::nav or self::li or contains(@itemtype, 'BreadcrumbList') or "
    "contains(translate(@class, 'CRUMB', 'crumb'), 'crumb')]"
)
"""True within the path from the front page to the report, where many pages repeat its title as search engines are to have it."""
PLACES = {
    "h1": f"//h1[not({CRUMBS})]",
    "h1 in the breadcrumbs": f"//h1[{CRUMBS}]",
    "part of h1": f"//h1[not({CRUMBS})]//*",
    "h2": f"//h2[not({CRUMBS}) and not(ancestor::aside or ancestor::footer)]",
    "part of h2": f"//h2[not({CRUMBS}) and not(ancestor::aside or ancestor::footer)]//*",
    "<title>": "//title[not(ancestor::svg)]",
    "itemprop headline": '//*[@itemprop="headline"][not(self::meta or ancestor-or-self::*[self::h1 or self::h2])]',
    "itemprop author": '//*[@itemprop="author"]//*[@itemprop="name"] | //*[@itemprop="author" and not(.//*[@itemprop])]',
    "itemprop publisher": '//*[@itemprop="publisher"]//*[@itemprop="name"]',
    "rel=author": '//a[@rel="author"]',
    "canonical link": '//link[@rel="canonical"]/@href',
    "html lang": "//html/@lang | //html/@*[local-name()='lang']",
    "itemprop datePublished": '//*[@itemprop="datePublished" or @pubdate]/@datetime',
    "itemprop dateModified": '//*[@itemprop="dateModified"]/@datetime',
    "time in the article": "//article//time/@datetime | //header//time/@datetime | //main//time/@datetime",
    "content-language": '//meta[translate(@http-equiv, "CL", "cl")="content-language"]/@content',
}
LINKED = ("headline", "datePublished", "dateModified", "inLanguage", "description", "publisher")
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->|<!--\s*Page saved with SingleFile\s+url:\s*(\S+)")
SAVED_AT = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*\S+\s+saved date:\s*([^\n]{8,80})")
TOP = 10_000
"""Characters at the top of a page in which a browser notes where it saved the page from."""


def said_by(tree: HtmlElement, html: str) -> Said:
    """Everything a page says of itself. What its comments said is read from the page as it came, for the tree has none."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    for tag in tree.iter("meta"):
        if value := line_of(tag.get("content")):
            for name in (tag.get("property"), tag.get("name"), tag.get("itemprop")):
                if name:
                    said[_spelt(name)].append(value)
    for place, path in PLACES.items():
        for found in tree.xpath(path)[:MOST]:
            if value := line_of(found if isinstance(found, str) else found.get("content") or line_in(found)):
                said[place].append(value)
    _add_linked(said, linked_data(tree))
    if saved := SAVED_FROM.search(html, 0, TOP):
        said["note of the browser that saved it"].append(saved[1] or saved[2])
    if saved := SAVED_AT.search(html, 0, TOP):
        said["note of the browser that saved it, when"] += _moment(saved[1])
    return {place: [value for value in values if len(value) <= LONGEST][:MOST] for place, values in said.items()}


def _add_linked(said: defaultdict[str, list[str]], linked: Linked) -> None:
    for field in LINKED:
        said[f"JSON-LD {field}"] += linked.of_report(field)
    said["JSON-LD datePublished"] += linked.anywhere("datePublished")
    said["JSON-LD url"] += [*linked.of_report("mainEntityOfPage"), *linked.of_report("url")]
    people, others = linked.authors()
    said["JSON-LD author"] += people
    said["JSON-LD author, no person"] += others
    for page in said.get("parsely-page", []):
        with suppress(ValueError, RecursionError):
            written = json.loads(page)
            said["parsely-page"] = [line for line in [line_of(written.get("author"))] if line] if isinstance(written, dict) else []


def _moment(words: str) -> list[str]:
    """The moment that a browser wrote, as ISO 8601 has it: "Tue Nov 07 2023 08:15:00 GMT+0100 (CET)"."""
    with suppress(ValueError, TypeError):
        return [parsedate_to_datetime(words.replace("GMT+", "+").replace("GMT-", "-")).isoformat()]
    return []


def _spelt(name: str) -> str:
    return name.strip().lower().replace("published:time", "published_time")

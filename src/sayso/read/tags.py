"""What a web page declares of itself in its tags: title, authors, outlet, address, date, language. Unchecked and unchanged."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from sayso.folding import fold
from sayso.read.linked import authors_of, dates_of, line_of, reports_of

DATE_TAGS = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "publishdate",
    "pubdate",
    "publish-date",
    "publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "sailthru.date",
    "parsely-pub-date",
    "date",
)
HOST = re.compile(r"(?:[\w-]+\.)+\w+")
BAR = re.compile(r" [|–—·•»:-] ")

logging.getLogger("trafilatura").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Tags:
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None


def tags_of(tree: HtmlElement) -> Tags:
    """What the tags of a parsed page say; nothing where they say nothing."""
    from trafilatura.metadata import extract_metadata

    try:
        # The date is read below, from what the page states: trafilatura would also guess one from addresses and running text.
        found = extract_metadata(tree, date_config={"extensive_search": False, "max_date": "2200-01-01", "original_date": True})
    except (RecursionError, ValueError, TypeError, AttributeError, KeyError):  # what its parsers raise on pages made to break them
        return Tags(published=_published(tree), language=_language(tree))
    told = tuple(name for part in (found.author or "").split(";") if (name := part.strip()))
    return Tags(
        title=_title(line_of(found.title), tree),
        authors=authors_of(tree) or told,
        outlet=_outlet(line_of(found.sitename), tree),
        url=line_of(found.url),
        published=_published(tree),
        language=_language(tree),
    )


def _title(said: str | None, tree: HtmlElement) -> str | None:
    """The title; without the site's name behind it when a heading of the page is the same words without it."""
    headings = [line_of(heading.text_content()) for heading in tree.xpath("//h1")]
    headings += [line_of(report["headline"]) for report in reports_of(tree) if isinstance(report.get("headline"), str)]
    return next((h for h in headings if h and said and BAR.match(said, len(h)) and fold(said).text.startswith(fold(h).text)), said)


def _outlet(named: str | None, tree: HtmlElement) -> str | None:
    """The site's name; where no tag gives it and its host stands in, the last words of the page's title that spell the host."""
    if named is None or not HOST.fullmatch(named):
        return named
    whole = line_of(next(iter(tree.xpath("//head/title/text()")), None)) or ""
    last = BAR.split(whole)[-1]
    letters = "".join(c for c in last.casefold().removeprefix("the ") if c.isalnum())
    return last if letters and letters in named.casefold().replace("-", "").split(".") else named


def _language(tree: HtmlElement) -> str | None:
    return line_of(tree.get("lang")) or line_of(next(iter(tree.xpath("//html/@lang")), None))


def _published(tree: HtmlElement) -> str | None:
    return next(_dates(tree), None)


def _dates(tree: HtmlElement) -> Iterator[str]:
    """Every statement of the date of publication, the surest kind first."""
    yield from dates_of(tree)
    said: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content]"):
        for name in (tag.get("property"), tag.get("name"), tag.get("itemprop")):
            if name and tag.get("content").strip():
                said.setdefault(name.lower().replace("published:time", "published_time"), tag.get("content").strip())
    yield from (said[name] for name in DATE_TAGS if name in said)
    yield from (date for date in tree.xpath('//time[@pubdate or @itemprop="datePublished"]/@datetime') if date.strip())
    times = [date for date in tree.xpath("//article//time/@datetime | //header//time/@datetime") if date.strip()]
    yield from times[:1]

"""What a page declares of its report, each value from the source that is trusted most (trust.toml), with where it was found."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from sayso.documents import Declared
from sayso.read.base import Piece
from sayso.read.containers import filled
from sayso.read.pages.headline import BAR, headline_of
from sayso.read.pages.people import authors_of, byline_of
from sayso.read.pages.said import Said

SAVED, SAVED_WHEN = "note of the browser that saved it", "note of the browser that saved it, when"
DATE = re.compile(r"[12]\d{3}|\d{1,2}\s*[./]\s*\d{1,2}")
NO_DATE = re.compile(r"^\D*(?:0000|0001|1970-01-01)")
Found = tuple[str, str]
"""A value and its source."""


@cache
def trusted() -> Mapping[str, Mapping[str, float]]:
    """For each field its sources in order of trust; for the title with the weight of each as a witness."""
    table = tomllib.loads(files("sayso.read.pages").joinpath("trust.toml").read_text("utf8"))
    return {field: {row["source"]: row.get("weight", 0) for row in rows} for field, rows in table.items()}


def declared_by(said: Said, tree: HtmlElement, piece: Piece) -> Declared:
    """What the page says of its report, and where it is silent what its container says."""
    url = _address(said, tree, piece.declared.url)
    host = _host(url[0] if url else piece.declared.url)
    outlet = _outlet(said, host, piece.declared.outlet)
    site = outlet[0] if outlet else None
    title = headline_of(said, trusted()["title"], site)
    names = [*said.get("og:site_name", ()), *said.get("JSON-LD publisher", ())]
    sites = [site or "", host or "", (host or "").partition(".")[0], *names]
    authors = authors_of(said, trusted()["authors"], lambda: byline_of(tree), sites)
    lines: dict[str, Found | None] = {
        "title": title,
        "outlet": outlet,
        "url": url,
        "published": _first(said, "published", _is_date),
        "modified": _first(said, "modified", _is_date),
        "language": _first(said, "language"),
        "captured": next(((when, SAVED_WHEN) for when in said.get(SAVED_WHEN, ())), None),
    }
    there = {field: found for field, found in lines.items() if found}
    because = [f"{field}: {source}" for field, (_, source) in there.items()]
    own = Declared(
        authors=authors[0] if authors else (),
        because=tuple(because + ([f"authors: {authors[1]}"] if authors else [])),
        **{field: value for field, (value, _) in there.items()},
    )
    return filled(own, piece.declared)


def _first(said: Said, field: str, good: Callable[[str], bool] = bool) -> Found | None:
    return next(((value, source) for source in trusted()[field] for value in said.get(source, ()) if good(value)), None)


def _is_date(value: str) -> bool:
    return DATE.search(value) is not None and not NO_DATE.match(value)


def _address(said: Said, tree: HtmlElement, came_from: str | None) -> Found | None:
    """The page's own address; the site's front page is only taken where nothing else is there, for no report stands on it."""
    base = next(iter(tree.xpath("//head/base/@href")), "") or ""
    base = _resolved(base, came_from) or came_from
    given = [(value, source) for source in (*trusted()["url"], SAVED) for value in said.get(source, ())]
    there = [(url, source) for value, source in given if (url := _resolved(value, base))]
    reports = [found for found in there if urlsplit(found[0]).path.strip("/") or urlsplit(found[0]).query]
    return next(iter(reports), None if came_from else next(iter(there), None))


def _resolved(address: str, base: str | None) -> str | None:
    """The whole address; None for what is none on the web."""
    try:
        url = urljoin(base or "", address.strip())
        there = urlsplit(url)
    except ValueError:
        return None
    return url if there.scheme in ("http", "https") and there.hostname and "." in there.hostname and " " not in url else None


def _host(url: str | None) -> str | None:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def _outlet(said: Said, host: str | None, known: str | None) -> Found | None:
    """The site's name; where no tag gives it, the last words of the page's title that spell its host, or the host itself."""
    named = _first(said, "outlet", lambda name: not name.startswith(("http", "@")))
    if named or known or not host:
        return named
    spelt = next(_spelling(said.get("<title>", ()), host), None)
    return (spelt, "<title>, which spells the address") if spelt else (host, "address")


def _spelling(titles: Sequence[str], host: str) -> Iterator[str]:
    for title in titles:
        last = BAR.split(title)[-1]
        letters = "".join(c for c in last.casefold().removeprefix("the ") if c.isalnum())
        if letters and letters in host.casefold().replace("-", "").split("."):
            yield last

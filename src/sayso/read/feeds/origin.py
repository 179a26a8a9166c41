"""What an item says of its report, put together: whose it is, through whom it came, and where each of this was found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.documents import Declared
from sayso.outlets import host_of, name_key
from sayso.read.feeds.addresses import without_tracking
from sayso.read.feeds.fragments import line_of
from sayso.read.feeds.ownership import Feed

BETWEEN = (" - ", " – ", " — ", " | ")


def line(words: object) -> str | None:
    """The words on one line, without tags; None for no words."""
    return line_of(words) or None if isinstance(words, str) else None


def said_of(
    *,
    title: str | None,
    authors: tuple[str, ...],
    publisher: str | None,
    source: str | None,
    source_at: str | None,
    link: str | None,
    feed: Feed,
) -> Declared:
    """The report's own publisher is its outlet: the item's source, who it says published it, or the site that the feed is of.

    A feed of other outlets' reports is what they came through, and no outlet.
    """
    address, cut = without_tracking(link) if link else (None, ())
    own = address is not None and feed.is_of(address)
    outlet, place = _outlet(publisher, source, source_at, own, feed)
    declared = Declared(via=None if own else feed.name)
    declared = placed(declared, "outlet", outlet, place)
    declared = placed(declared, "url", address, f"the item's link, without {', '.join(cut)}" if cut else "the item's link")
    declared = placed(declared, "authors", authors)
    bare = _without_outlet(title, source)
    return placed(declared, "title", bare, "the item" if bare == title else "the item, without its source's name behind it")


def placed(declared: Declared, field: str, value: object, place: str = "the item") -> Declared:
    """With the value, and where it was found, if there is one."""
    if not value:
        return declared
    values: dict[str, Any] = {field: value}
    return replace(declared, because=(*declared.because, f"{field}: {place}"), **values)


def _outlet(publisher: str | None, source: str | None, at: str | None, own: bool, feed: Feed) -> tuple[str | None, str]:
    if source or at:
        return source or host_of(at), "the item's source"
    if publisher:
        return publisher, "the item's publisher"
    return (feed.outlet, "the feed, which is of the site where the report is") if own else (None, "")


def _without_outlet(title: str | None, source: str | None) -> str | None:
    """The title without the name of its source, which aggregators set behind it."""
    for mark in BETWEEN:
        if title and source and mark in title:
            bare, _, last = title.rpartition(mark)
            if bare.strip() and name_key(last) == name_key(source):
                return bare.strip()
    return title

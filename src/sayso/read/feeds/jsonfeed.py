"""JSON Feed 1.0 and 1.1 (jsonfeed.org): the reports that a feed names, and their words where it holds them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.config import ReadSettings
from sayso.read.base import Form, Piece, Read, Unusable, whole
from sayso.read.decoding import decode, glance
from sayso.read.feeds.addresses import address_of
from sayso.read.feeds.items import Item, Words, given
from sayso.read.feeds.origin import line, placed, said_of
from sayso.read.feeds.ownership import Feed
from sayso.read.plain import EMPTY

VERSION = re.compile(r'\s*\{.*"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org', re.DOTALL)


def read_json_feed(piece: Piece, _: ReadSettings) -> Iterator[Read]:
    """The address of every item, with what the feed says of the report there, and a document of each that holds its words."""
    text = decode(piece.raw())
    if not text.strip():
        raise Unusable(EMPTY)
    try:
        found = json.loads(text)
    except json.JSONDecodeError as e:
        raise Unusable(f"is broken JSON: {e.msg} at line {e.lineno:,}, column {e.colno:,}. Get the feed again.") from e
    except (ValueError, RecursionError) as e:
        raise Unusable("is JSON that cannot be read: a number too long, or too deeply nested.") from e
    items = found.get("items") if isinstance(found, dict) else None
    if not isinstance(items, list):
        raise Unusable("is a JSON Feed without items. Get it again from its source.")
    feed = _feed(found, piece)
    yield from given(piece, (_item(item if isinstance(item, dict) else {}, feed) for item in items))


def looks(head: bytes) -> bool:
    """True for what begins as a JSON Feed does."""
    return VERSION.match(glance(head)) is not None


def _feed(said: Mapping[str, Any], piece: Piece) -> Feed:
    address = address_of(piece.declared.url) or address_of(said.get("feed_url"))
    return Feed(line(said.get("title")), address, address_of(said.get("home_page_url"), address), line(said.get("language")))


def _item(item: Mapping[str, Any], feed: Feed) -> Item:
    """The report is where `external_url` says: the feed of a person who links to it holds their words on it, not its own."""
    base = feed.address or feed.home
    here, elsewhere = address_of(item.get("url"), base), address_of(item.get("external_url"), base)
    name = item.get("id")
    declared = said_of(
        title=line(item.get("title")),
        authors=_authors(item),
        publisher=None,
        source=None,
        source_at=None,
        link=elsewhere or here or address_of(name),
        feed=feed,
    )
    for field, key in (("published", "date_published"), ("modified", "date_modified"), ("language", "language")):
        declared = placed(declared, field, line(item.get(key)) or (feed.language if field == "language" else None))
    own_words = () if elsewhere and elsewhere != here else tuple(_words(item))
    return Item(declared, line(str(name)) if name is not None else None, own_words)


def _authors(item: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of the authors, of whom version 1.0 knows one."""
    listed = item.get("authors")
    authors = listed if isinstance(listed, list) and listed else [item.get("author")]
    names = (line(author.get("name")) for author in authors if isinstance(author, dict))
    return tuple(dict.fromkeys(name for name in names if name))


def _words(item: Mapping[str, Any]) -> Iterator[Words]:
    for key, place in (("content_html", "the item's content"), ("content_text", "the item's content")):
        if isinstance(value := item.get(key), str) and whole(value):
            yield Words(value, key == "content_html", place)
    if isinstance(summary := item.get("summary"), str) and whole(summary):
        yield Words(summary, html=False, place="the feed's summary only", summary=True)


JSON_FEED = Form("JSON Feed", read_json_feed, endings=(".json",), media=("application/feed+json", "application/json"), looks=looks)

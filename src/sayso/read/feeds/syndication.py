"""RSS 0.9 to 2.0 and Atom: the reports that a feed names, whose they are, and their words where it holds them."""

from __future__ import annotations

import io
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from email.utils import parsedate_to_datetime
from typing import Any

from sayso.config import ReadSettings
from sayso.documents import Declared, Rejected
from sayso.read.base import STAGE, Form, Piece, Read, Unusable
from sayso.read.decoding import decode, glance
from sayso.read.feeds.addresses import address_of
from sayso.read.feeds.fragments import is_html
from sayso.read.feeds.items import Item, Words, given
from sayso.read.feeds.markup import root_of, sound
from sayso.read.feeds.origin import line, placed, said_of
from sayso.read.feeds.ownership import Feed
from sayso.read.plain import EMPTY

ROOTS = ("rss", "rdf", "feed", "channel")
END = re.compile(rb"</(?:[\w.-]+:)?(?:rss|RDF|feed|channel)\s*>", re.IGNORECASE)
ITEM = re.compile(rb"<(/?)(?:[\w.-]+:)?(?:item|entry)\b[^<>]*>", re.IGNORECASE)
ADDRESSED = re.compile(r"^\s*[^\s@()]+@[^\s()]+\s*(?:\((?P<name>[^()]*)\))?\s*$")
"""An author as RSS has it: a mail address, with or without the name in brackets."""
MOST_ITEMS = 30_000
"""Items above which a feed takes longer to read than a piece may; what sites give has some hundreds at most."""
NO_ITEMS = "is a feed without items. Look whether its source has some now."
NO_FEED = "is cut off before its first item, or is no feed. Get it again from its source."
CUT_OFF = "is cut off in its item {number}. What came before is read; get the whole feed."


def read_feed(piece: Piece, _: ReadSettings) -> Iterator[Read]:
    """The address of every item, with what the feed says of the report there, and a document of each that holds its words."""
    text = decode(piece.raw())
    if not text.strip():
        raise Unusable(EMPTY)
    raw = sound(text)
    if (count := sum(1 for item in ITEM.finditer(raw) if not item[1])) > MOST_ITEMS:
        raise Unusable(f"holds {count:,} items, and the limit is {MOST_ITEMS:,}. Split it.")
    found = _parsed(raw, piece.declared.url)
    entries = found["entries"]
    if not entries:
        raise Unusable(NO_ITEMS if END.search(raw) else NO_FEED)
    cut = _is_cut_off(raw)
    feed = _feed(found["feed"], piece)
    yield from given(piece, (_item(entry, feed) for entry in (entries[:-1] if cut else entries)))
    if cut:
        number = max(1, len(entries))
        yield Rejected(f"{piece.path}:{number}", STAGE, f"{piece.key}: {CUT_OFF.format(number=number)}")


def looks(head: bytes) -> bool:
    """True for what begins as RSS, RDF or Atom does."""
    return root_of(glance(head)) in ROOTS


def _parsed(raw: bytes, address: str | None) -> Any:
    import feedparser

    # Never a name or an address, which it would open. Markup is neither cleaned nor shown: its words are taken, nothing else.
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": address or ""}
    return feedparser.parse(io.BytesIO(raw), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)


def _is_cut_off(raw: bytes) -> bool:
    """True when the feed ends within an item."""
    if END.search(raw, max(0, len(raw) - 2_000)):
        return False
    last = deque(ITEM.finditer(raw), maxlen=1)
    return bool(last) and not last[0][1]


def _feed(said: Any, piece: Piece) -> Feed:
    own = address_of(next((link.get("href") for link in said.get("links", ()) if link.get("rel") == "self"), None))
    address = address_of(piece.declared.url) or own
    return Feed(line(said.get("title")), address, address_of(said.get("link"), address), line(said.get("language")))


def _item(entry: Any, feed: Feed) -> Item:
    base = feed.address or feed.home
    link = address_of(entry.get("feedburner_origlink"), base) or address_of(entry.get("link"), base)
    source = entry.get("source") or {}
    declared = said_of(
        title=line(entry.get("title")),
        authors=_authors(entry),
        publisher=line(entry.get("publisher")),
        source=line(source.get("title")),
        source_at=address_of(source.get("href") or source.get("link"), base),
        link=link,
        feed=feed,
    )
    return Item(_dated(entry, placed(declared, "language", _language(entry, feed))), line(entry.get("id")), tuple(_words(entry)))


def _dated(entry: Any, declared: Declared) -> Declared:
    # Asked this way because feedparser gives the one date for the other.
    published = _date(entry["published"]) if "published" in entry else None
    changed = _date(entry["updated"]) if "updated" in entry else None
    if published is None and changed:
        published = changed
        declared = replace(declared, because=(*declared.because, "published: the item's only date"))
        return replace(declared, published=published)
    return placed(placed(declared, "published", published), "modified", changed if changed != published else None)


def _date(words: str) -> str | None:
    """The date as it stands, the one of mails (RFC 822) as ISO 8601 with its zone."""
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return line(words)


def _language(entry: Any, feed: Feed) -> str | None:
    told = (entry.get("language"), (entry.get("title_detail") or {}).get("language"))
    return next((language for one in told if (language := line(one))), feed.language)


def _authors(entry: Any) -> tuple[str, ...]:
    """The people named, without their mail addresses, which are nobody's name."""
    whole = entry.get("author") or ""
    names = []
    for author in entry.get("authors", ()):
        # feedparser parts an address from a name by endings of hosts that it knows; the whole tells it better.
        name = whole if author.get("email") and author["email"] in whole else author.get("name") or ""
        mail = ADDRESSED.match(name)
        names.append(line(mail["name"] if mail else author.get("name")))
    return tuple(dict.fromkeys(name for name in names if name))


def _words(entry: Any) -> Iterator[Words]:
    for content in entry.get("content", ()):
        if value := content.get("value"):
            yield Words(value, "html" in content.get("type", "") or is_html(value), "the item's content")
    if summary := entry.get("summary"):
        yield Words(summary, is_html(summary), "the feed's summary only", summary=True)


FEED = Form(
    "RSS or Atom",
    read_feed,
    endings=(".rss", ".atom", ".rdf", ".xml"),
    media=("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"),
    looks=looks,
)

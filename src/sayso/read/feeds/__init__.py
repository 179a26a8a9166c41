"""Feeds and lists: what names reports, and says of each what it knows, often with the report's own words."""

from sayso.read.feeds.jsonfeed import JSON_FEED
from sayso.read.feeds.listing import ADDRESSES
from sayso.read.feeds.opml import OPML
from sayso.read.feeds.sitemap import SITEMAP
from sayso.read.feeds.syndication import FEED

__all__ = ["ADDRESSES", "FEED", "JSON_FEED", "OPML", "SITEMAP"]

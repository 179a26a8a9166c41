"""Feeds and lists that do more than list."""

from __future__ import annotations

from tests.hostile.base import STORY, Attack
from tests.hostile.pages import LAUGHS

ITEM = f"<item><title>Harbour closed</title><link>https://example.org/a</link><description>{STORY * 2}</description></item>"


def rss(items: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<rss version="2.0"><channel><title>Eastmere</title>{items}</channel></rss>'.encode()


FEEDS = (
    Attack(
        "feed-with-an-entity-bomb",
        "a.rss",
        rss("<item><title>&l9;</title></item>", f'<!DOCTYPE rss [<!ENTITY l0 "lol">{LAUGHS}]>'),
        "",
    ),
    Attack(
        "feed-with-an-external-entity",
        "a.rss",
        rss("<item><title>&x;</title></item>", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "",
    ),
    Attack(
        "feed-with-a-doctype-elsewhere",
        "a.rss",
        rss(ITEM, '<!DOCTYPE rss PUBLIC "-//Eastmere//DTD RSS 0.91//EN" "http://127.0.0.1:1/rss.dtd">'),
        accepted=1,
    ),
    Attack("feed-cut-off", "a.rss", rss(ITEM + "<item><title>Ferr")[:-20], "", accepted=1, at_most=True),
    Attack("feed-of-nothing", "a.rss", rss(""), "is "),
    Attack("feed-nested-ten-thousand-deep", "a.rss", rss("<item>" * 10_000), ""),
    Attack("feed-of-items-without-anything", "a.rss", rss("<item></item>" * 3), ""),
    Attack("feed-that-is-a-page", "a.rss", b"<!doctype html><html><body>Please log in</body></html>", "is "),
    Attack(
        "sitemap-with-an-entity-bomb",
        "a.xml",
        f'<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY l0 "lol">{LAUGHS}]><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>&l9;</loc></url></urlset>'.encode(),
        "",
    ),
    Attack(
        "sitemap-of-files",
        "a.xml",
        b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>file:///etc/passwd</loc></url></urlset>',
        "",
    ),
    Attack("opml-in-opml", "a.opml", b'<opml version="2.0"><body>' + b'<outline text="x">' * 20_000 + b"</body></opml>", ""),
    Attack(
        "json-feed-of-odd-kinds",
        "a.json",
        b'{"version": "https://jsonfeed.org/version/1.1", "title": 7, "items": [1, null, {"id": {}}, {"url": ["x"]}]}',
        "",
    ),
    Attack("json-feed-without-items", "a.json", b'{"version": "https://jsonfeed.org/version/1.1", "title": "x"}', "is "),
    Attack("xml-of-nobody-knows-what", "a.xml", b'<?xml version="1.0"?><inventory><boat>3</boat></inventory>', "is "),
)

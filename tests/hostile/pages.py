"""Web pages that are made to break what reads them, and pages that were never reports."""

from __future__ import annotations

import json

from tests.hostile.base import ARTICLE, STORY, Attack, page

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DEEP_JSON = "[" * 100_000 + "]" * 100_000


def mhtml(part: bytes) -> bytes:
    head = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/a\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
    )
    return head.encode() + b"--b\r\n" + part + b"\r\n--b--\r\n"


ODD = json.dumps({"@type": ["NewsArticle", 7], "author": [[[{"name": {"a": 1}}]]], "headline": 12, "datePublished": ["x"]})

PAGES = (
    Attack("dom-a-hundred-thousand-deep", "a.html", page("<div>" * 100_000 + STORY), "is "),
    Attack("a-million-attributes", "a.html", page("<p " + " ".join(f"a{n}=1" for n in range(1_000_000)) + f">{STORY}</p>"), "is "),
    Attack("attribute-of-four-megabytes", "a.html", page(f'<p title="{"x" * 4_000_000}">x</p>'), "is "),
    Attack("a-million-tags-left-open", "a.html", page("<b>" * 1_000_000 + STORY), "is "),
    Attack("a-hundred-thousand-tables-in-tables", "a.html", page("<table><tr><td>" * 100_000 + STORY), "is "),
    Attack(
        "entity-bomb",
        "a.xhtml",
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "lol">{LAUGHS}]><html><body><p>&l9;</p></body></html>'.encode(),
        "is ",
    ),
    Attack(
        "external-entity",
        "a.xhtml",
        b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x;</p></body></html>',
        "is ",
    ),
    Attack("only-script", "a.html", page("<script>" + "document.write('x');" * 5000 + "</script>"), "is a page without an article"),
    Attack("only-a-menu", "a.html", page("<ul>" + "<li><a href='/x'>News</a>" * 40 + "</ul>"), "is a page without an article"),
    Attack("error-page", "a.html", page("<h1>404 Not Found</h1>"), "is a page without an article"),
    Attack("no-page-at-all", "a.html", b"<!doctype html>", "is "),
    Attack("page-cut-in-the-middle-of-a-tag", "a.html", page(ARTICLE)[:-20] + b"<a href='", accepted=1),
    Attack("page-of-six-megabytes", "a.html", page(ARTICLE + "<!-- " + "x" * 6_000_000 + " -->"), "no report's page is that long"),
    Attack("zero-bytes-in-a-page", "a.html", page(ARTICLE).replace(b"harbour", b"har\x00bour"), accepted=1, at_most=True),
    Attack("page-that-lies-about-its-charset", "a.html", page(ARTICLE, '<meta charset="utf-16">'), accepted=1),
    Attack("page-of-a-charset-nobody-knows", "a.html", page(ARTICLE, '<meta charset="x-klingon">'), accepted=1),
    Attack(
        "page-in-utf7",
        "a.html",
        page(ARTICLE + "<p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>", '<meta charset="utf-7">'),
        accepted=1,
    ),
    Attack("script-as-its-title", "a.html", page(ARTICLE, "<title><script>alert(1)</script></title>"), accepted=1),
    Attack(
        "json-ld-a-hundred-thousand-deep",
        "a.html",
        page(ARTICLE, f'<script type="application/ld+json">{DEEP_JSON}</script>'),
        accepted=1,
    ),
    Attack(
        "json-ld-broken",
        "a.html",
        page(ARTICLE, '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>'),
        accepted=1,
    ),
    Attack(
        "json-ld-of-odd-kinds",
        "a.html",
        page(ARTICLE, f'<script type="application/ld+json">{ODD}</script>'),
        accepted=1,
    ),
    Attack("address-of-another-kind", "a.html", page(ARTICLE, '<link rel="canonical" href="javascript:alert(1)">'), accepted=1),
    Attack(
        "date-in-the-year-thirty-thousand",
        "a.html",
        page(ARTICLE, '<meta property="article:published_time" content="30000-99-99T99:99:99+99:99">'),
        accepted=1,
    ),
    Attack(
        "half-characters-by-number", "a.html", page(ARTICLE + "<p>&#xD800; and &#xDFFF; and &#0; and &#x110000;</p>"), accepted=1
    ),
    Attack("mhtml-without-a-page", "a.mhtml", mhtml(b"Content-Type: image/png\r\n\r\nx"), "is "),
    Attack(
        "mhtml-that-never-ends",
        "a.mhtml",
        mhtml(b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b"QUJD" * 1000)[:-10],
        "is a page without an article",
    ),
    Attack(
        "mhtml-of-broken-base64",
        "a.mhtml",
        mhtml(b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!"),
        "is ",
    ),
)

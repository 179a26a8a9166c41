from __future__ import annotations

import json

import pytest

from sayso.documents import Declared
from sayso.read.base import NOTHING_DECLARED
from sayso.read.pages.weighed import trusted

from .pieces import document, page, paragraphs


def declared(head: str = "", body: str = "", container: Declared = NOTHING_DECLARED, around: str = "") -> Declared:
    return document(page(body + paragraphs(), head, around), container).declared


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def og(name: str, content: str) -> str:
    return f"<meta property='{name}' content='{content}'>"


def test_every_value_says_where_it_was_found() -> None:
    said = declared(og("og:title", "Bridge shut") + og("article:published_time", "2023-11-07") + og("og:site_name", "Echo"))
    assert set(said.because) == {
        "title: og:title",
        "published: article:published_time",
        "outlet: og:site_name",
        "language: html lang",
    }


def test_the_table_says_why_of_every_source() -> None:
    assert {"title", "authors", "outlet", "url", "published", "modified", "language"} == set(trusted())


def test_the_headline_is_what_a_reader_sees_and_json_ld_has_too() -> None:
    said = declared(
        og("og:title", "Shut! What this bridge means for you") + linked(headline="Bridge to stay closed"),
        "<h1>Bridge to stay closed</h1>",
    )
    assert said.title == "Bridge to stay closed"
    assert "title: JSON-LD headline, h1" in said.because


def test_a_title_made_for_search_engines_and_its_copy_in_the_breadcrumbs_are_not_the_headline() -> None:
    crumbs = "<nav class='breadcrumbs'><ol><li><h1>Eastmere bridge: closed, cables, spring 2024</h1></li></ol></nav>"
    head = "<title>Eastmere bridge: closed, cables, spring 2024 | Echo</title>" + linked(
        headline="Eastmere bridge: closed, cables, spring 2024"
    )
    said = declared(head + og("og:title", "Bridge to stay closed"), "<h2>Bridge to stay closed</h2>", around=crumbs)
    assert said.title == "Bridge to stay closed"


def test_a_kicker_is_no_part_of_the_headline_where_another_source_has_it_without() -> None:
    said = declared(og("og:title", "Bridge to stay closed"), "<h1><span>Eastmere</span> <span>Bridge to stay closed</span></h1>")
    assert said.title == "Bridge to stay closed"


@pytest.mark.parametrize("title", ["Bridge to stay closed | Eastmere Echo", "Bridge to stay closed – Eastmere Echo"])
def test_the_name_of_the_site_is_no_part_of_the_headline(title: str) -> None:
    assert declared(f"<title>{title}</title>" + og("og:site_name", "Eastmere Echo")).title == "Bridge to stay closed"


def test_a_headline_with_entities_and_line_ends_is_one_plain_line() -> None:
    assert declared(linked(headline="Bridge\n  &amp; ferry&nbsp;shut")).title == "Bridge & ferry shut"


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Bridge shut", "author": {"@type": "Person", "name": "Nia Roe"},}',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Bridge shut", "author": {"name": "Nia Roe"}}\n//]]>',
        '<!-- {"@type": "NewsArticle", "headline": "Bridge shut", "author": {"name": "Nia Roe"}} -->',
        '{"@type": "NewsArticle", "headline": "Bridge shut", "author": {"name": "Nia Roe"}, "x": "a "quoted" word"}',
        '{"@type": "NewsArticle", "headline": "Bridge shut", "description": "two\nlines", "author": [{"name": "Nia Roe"}]}',
        """[{"@graph": [{"@id": "#nia", "@type": "Person", "name": "Nia Roe"},
            {"@type": ["NewsArticle"], "headline": "Bridge shut", "author": {"@id": "#nia"}}]}]""",
    ],
)
def test_broken_json_ld_is_read_as_far_as_it_goes(script: str) -> None:
    said = declared(f'<script type="application/ld+json; charset=utf-8">{script}</script>')
    assert (said.title, said.authors) == ("Bridge shut", ("Nia Roe",))


def test_the_people_who_wrote_go_before_the_outlet_that_is_named_as_author() -> None:
    head = og("og:site_name", "Eastmere Echo") + linked(author={"@type": "Organization", "name": "Eastmere Echo"})
    assert declared(head + "<meta name='author' content='By Nia Roe and Ben Lund'>").authors == ("Nia Roe", "Ben Lund")
    assert declared(head + "<meta name='author' content='Eastmere Echo, Eastmere, England'>").authors == ("Eastmere Echo",)


def test_dates_keep_their_zone_and_precision() -> None:
    said = declared(linked(datePublished="2023-11-07T08:15+01:00", dateModified="2023-11-08"))
    assert (said.published, said.modified) == ("2023-11-07T08:15+01:00", "2023-11-08")


def test_a_date_that_is_none_leaves_its_place_to_the_next_source() -> None:
    said = declared(linked(datePublished="0000-00-00T00:00:00") + og("article:published_time", "2023-11-07"))
    assert said.published == "2023-11-07"


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("/2023/bridge", "https://echo.example/2023/bridge"),
        ("//echo.example/b", "https://echo.example/b"),
        ("javascript:alert(1)", "https://echo.example/saved"),
        ("file:///etc/passwd", "https://echo.example/saved"),
        ("https://echo.example/", "https://echo.example/saved"),
        ("http://[broken", "https://echo.example/saved"),
    ],
)
def test_the_canonical_address_is_resolved_against_where_the_page_came_from(link: str, url: str) -> None:
    said = declared(f'<link rel="canonical" href="{link}">', container=Declared(url="https://echo.example/saved"))
    assert said.url == url


def test_a_page_that_a_browser_saved_has_the_address_that_the_browser_noted() -> None:
    saved = page(paragraphs()).replace("<html", "<!-- saved from url=(0035)https://echo.example/2023/bridge -->\n<html", 1)
    assert document(saved).declared.url == "https://echo.example/2023/bridge"
    when = "saved date: Tue Nov 07 2023 08:15:00 GMT+0100 (CET)"
    note = f"<!--\n Page saved with SingleFile \n url: https://echo.example/b \n {when}\n-->"
    said = document(page(paragraphs()).replace("<head>", note + "<head>", 1)).declared
    assert (said.url, said.captured) == ("https://echo.example/b", "2023-11-07T08:15:00+01:00")


def test_what_the_container_says_fills_what_the_page_does_not() -> None:
    container = Declared("From the feed", outlet="Echo", captured="2024-01-01", via="a feed", because=("title: item",))
    said = declared(og("og:title", "Bridge shut"), container=container)
    assert (said.title, said.outlet, said.via, said.captured) == ("Bridge shut", "Echo", "a feed", "2024-01-01")
    assert declared(container=container).title == "From the feed"
    assert "title: item" in declared(container=container).because

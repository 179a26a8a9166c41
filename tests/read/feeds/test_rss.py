from __future__ import annotations

import pytest

from sayso.documents import Declared

from .conftest import FULL, SENTENCE, Read, item, rss

ENCODED = f"<content:encoded><![CDATA[{FULL}]]></content:encoded>"


def test_an_item_gives_its_address_with_what_the_feed_says_of_the_report(read: Read) -> None:
    more = (
        "<dc:creator>Ada Brook</dc:creator><dc:creator>Ben Lund</dc:creator>"
        "<pubDate>Tue, 01 Jan 2019 10:00:00 +0200</pubDate><description>Nobody was told.</description>"
    )
    found = read("news.rss", rss(item("Ferry &amp; <![CDATA[bridge <b>shut</b>]]>", more=more)))
    assert found.rejected == ()
    assert found.documents == ()
    [link] = found.links
    assert link.address == "https://eastmere.example/ferry"
    said = link.declared
    assert (said.title, said.authors, said.published) == (
        "Ferry & bridge shut",
        ("Ada Brook", "Ben Lund"),
        "2019-01-01T10:00:00+02:00",
    )
    assert "title: the item" in said.because


def test_a_feed_of_its_own_site_is_that_outlets_and_no_transport(read: Read) -> None:
    [link] = read("news.rss", rss(item())).links
    assert (link.declared.outlet, link.declared.via) == ("Eastmere Gazette", None)


def test_an_aggregators_item_is_its_sources_and_the_feed_what_it_came_through(read: Read) -> None:
    source = '<source url="https://post.example/rss">The Harbour Post</source>'
    head = "<title>Morning pick</title><link>https://pick.example/</link>"
    found = read("pick.xml", rss(item("Ferry stays in - The Harbour Post", "https://pick.example/r/1", source), head=head))
    [link] = found.links
    assert link.declared.outlet == "The Harbour Post"
    assert link.declared.title == "Ferry stays in"


def test_reports_of_other_sites_came_through_the_feed(read: Read) -> None:
    head = "<title>Morning pick</title><link>https://pick.example/</link>"
    [link] = read("pick.xml", rss(item(), head=head)).links
    assert link.declared.outlet is None
    assert link.declared.via == "Morning pick (https://pick.example/)"


def test_reports_shown_by_a_known_aggregator_are_not_its_own(read: Read) -> None:
    head = "<title>Top stories - Google News</title><link>https://news.google.com/</link>"
    source = '<source url="https://post.example">The Harbour Post</source>'
    title = "Ferry - what is known - The Harbour Post"
    [link] = read("g.rss", rss(item(title, "https://news.google.com/rss/articles/CBMi?oc=5", source), head=head)).links
    assert link.address == "https://news.google.com/rss/articles/CBMi?oc=5"
    assert link.declared.title == "Ferry - what is known"
    assert (link.declared.outlet, link.declared.via) == ("The Harbour Post", "Top stories - Google News (https://news.google.com/)")


def test_a_title_keeps_what_is_not_the_name_of_its_source(read: Read) -> None:
    source = '<source url="https://post.example">The Harbour Post</source>'
    [link] = read("g.rss", rss(item("Ferry - bridge", "https://post.example/1", source))).links
    assert link.declared.title == "Ferry - bridge"


def test_the_reports_own_words_become_a_document_in_paragraphs(read: Read) -> None:
    found = read("news.rss", rss(item(more=ENCODED)))
    [document] = found.documents
    assert document.key == document.declared.url == "https://eastmere.example/ferry"
    assert document.text == "\n\n".join(["Ferry stays in", *[SENTENCE.strip()] * 3])
    assert "text: the item's content" in document.declared.because
    assert [link.address for link in found.links] == [document.declared.url]


def test_a_long_summary_counts_as_words_and_says_that_it_is_one(read: Read) -> None:
    [document] = read("news.rss", rss(item(more=f"<description>{SENTENCE * 2}</description>"))).documents
    assert "text: the feed's summary only" in document.declared.because
    teaser = read("news.rss", rss(item(more=f"<description>{SENTENCE}</description>")))
    assert teaser.documents == ()
    assert len(teaser.links) == 1


def test_a_list_of_links_is_no_report(read: Read) -> None:
    links = "".join(f'<li><a href="https://x.example/{n}">{SENTENCE}</a></li>' for n in range(9))
    found = read("news.rss", rss(item(more=f"<description><![CDATA[<ol>{links}</ol>]]></description>")))
    assert found.documents == ()
    assert len(found.links) == 1


def test_what_tells_who_sent_the_reader_is_cut_from_an_address(read: Read) -> None:
    found = read("news.rss", rss(item(link="https://eastmere.example/a?id=7&amp;utm_source=feed&amp;fbclid=x#top")))
    [link] = found.links
    assert link.address == "https://eastmere.example/a?id=7#top"
    assert "url: the item's link, without utm_source, fbclid" in link.declared.because


def test_relative_addresses_are_read_from_where_the_feed_is(read: Read) -> None:
    found = read(
        "feed.xml", rss(item(link="/ferry"), head="<title>T</title>"), Declared(url="https://eastmere.example/news/feed.xml")
    )
    assert [link.address for link in found.links] == ["https://eastmere.example/ferry"]
    found = read("feed.xml", rss(item(link="ferry")))
    assert [link.address for link in found.links] == ["https://eastmere.example/ferry"]


def test_an_item_without_an_address_is_read_by_its_words_and_rejected_without_them(read: Read) -> None:
    words = f'<guid isPermaLink="false">e-7</guid>{ENCODED}'
    found = read("news.rss", rss(words, "<title>Nothing</title>", ENCODED))
    assert [document.key for document in found.documents] == ["e-7", "news.rss:3"]
    [reason] = found.rejected
    assert reason.startswith("news.rss, item 2: has neither an address nor the words of a report")


def test_two_items_with_one_address_are_one(read: Read) -> None:
    same = item(more=ENCODED)
    other = item(more=f"<description>{SENTENCE * 4}</description>")
    found = read("news.rss", rss(same, same, item(), other))
    assert len(found.links) == len(found.documents) == 1
    [reason] = found.rejected
    assert "item 4: gives other words under the address of item 1" in reason


def test_words_that_come_after_the_bare_address_are_read(read: Read) -> None:
    found = read("news.rss", rss(item(), item(more=ENCODED)))
    assert len(found.links) == len(found.documents) == 1
    assert found.rejected == ()


def test_an_author_is_named_without_the_mail_address(read: Read) -> None:
    first = item(link="https://eastmere.example/1", more="<author>ada@eastmere.example (Ada Brook)</author>")
    second = item(link="https://eastmere.example/2", more="<author>desk@eastmere.example</author>")
    assert [link.declared.authors for link in read("news.rss", rss(first, second)).links] == [("Ada Brook",), ()]


def test_the_time_at_which_a_feed_was_captured_is_that_of_its_words_and_not_of_what_it_links_to(read: Read) -> None:
    found = read("news.rss", rss(item(more=ENCODED)), Declared(captured="2021-05-04T10:00:00Z", because=("captured: WARC-Date",)))
    assert found.documents[0].declared.captured == "2021-05-04T10:00:00Z"
    assert found.links[0].declared.captured is None


def test_old_rss_with_its_public_doctype_and_html_names_is_read(read: Read) -> None:
    feed = (
        '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
        '"http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Old</title>'
        "<link>http://eastmere.example/</link><item><title>Caf&eacute; &amp; quay</title>"
        "<link>http://eastmere.example/1</link></item></channel></rss>"
    )
    [link] = read("old.xml", feed).links
    assert link.declared.title == "Café & quay"


def test_rss_1_is_read_with_its_date_and_publisher(read: Read) -> None:
    feed = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://pick.example/"><title>Pick</title>'
        '<link>https://pick.example/</link></channel><item rdf:about="https://post.example/1"><title>Ferry</title>'
        "<link>https://post.example/1</link><dc:date>2005-03-01T10:00:00Z</dc:date><dc:publisher>The Harbour Post</dc:publisher>"
        "</item></rdf:RDF>"
    )
    said = read("feed.rdf", feed).said("https://post.example/1")
    assert (said.outlet, said.published) == ("The Harbour Post", "2005-03-01T10:00:00Z")


@pytest.mark.parametrize("name", ["feed.xml", "feed.rss", "feed", "feed.atom"])
def test_a_feed_is_known_by_its_name_or_its_looks(read: Read, name: str) -> None:
    assert len(read(name, rss(item())).links) == 1


def test_a_feed_in_another_encoding_is_read(read: Read) -> None:
    feed = rss(item("Überfahrt gestoppt")).replace("utf-8", "iso-8859-1").encode("iso-8859-1")
    assert read("news.rss", feed).links[0].declared.title == "Überfahrt gestoppt"


def test_an_empty_feed_says_so(read: Read) -> None:
    assert "is a feed without items" in read("news.rss", rss()).rejected[0]
    assert "is no feed" in read("news.rss", "<html>gone</html>").rejected[0]


def test_a_feed_of_ten_thousand_items_is_read(read: Read) -> None:
    found = read("news.rss", rss(*(item(link=f"https://eastmere.example/{n}") for n in range(10_000))))
    assert len(found.links) == 10_000
    assert found.rejected == ()

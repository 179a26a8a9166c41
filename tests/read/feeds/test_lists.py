"""What only names addresses: lists of feeds, sitemaps, lists of addresses."""

from __future__ import annotations

import gzip

from sayso.config import ReadSettings
from sayso.documents import Declared
from sayso.read import links_of

from .conftest import Read

START = '<?xml version="1.0" encoding="UTF-8"?>'
SPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)


def sitemap(*entries: str) -> str:
    return f"{START}<urlset {SPACES}>{''.join(f'<url>{entry}</url>' for entry in entries)}</urlset>"


def test_every_feed_of_a_list_is_named_however_deep_in_folders(read: Read) -> None:
    opml = (
        f"{START}<opml version='2.0'><head><title>Mine</title></head><body><outline text='Coast'>"
        "<outline text='North'><outline type='rss' text='G' title='Eastmere Gazette' xmlUrl='https://eastmere.example/feed'/></outline>"
        "<outline text='Harbour Post' xmlurl='https://post.example/rss'/></outline>"
        "<outline text='again' xmlUrl='https://post.example/rss'/></body></opml>"
    )
    found = read("feeds.opml", opml)
    assert [(link.address, link.declared.title) for link in found.links] == [
        ("https://eastmere.example/feed", "Eastmere Gazette"),
        ("https://post.example/rss", "Harbour Post"),
    ]
    assert found.rejected == ()
    assert read("export.xml", opml) == found


def test_a_list_of_no_feeds_says_so(read: Read) -> None:
    assert "names none" in read("feeds.opml", "<opml><body/></opml>").rejected[0]


def test_a_news_sitemap_says_whose_each_report_is_and_when_it_was_published(read: Read) -> None:
    news = (
        "<news:news><news:publication><news:name>The Harbour Post</news:name><news:language>en</news:language></news:publication>"
        "<news:publication_date>2021-05-04T10:00:00Z</news:publication_date><news:title>Ferry &amp; quay</news:title></news:news>"
    )
    picture = "<image:image><image:loc>https://post.example/x.jpg</image:loc></image:image>"
    entry = f"{picture}<loc> https://post.example/1?utm_source=s </loc><lastmod>2021-05-05</lastmod>{news}"
    [link] = read("news.xml", sitemap(entry)).links
    assert link.address == "https://post.example/1"
    said = link.declared
    assert (said.outlet, said.language, said.published, said.title, said.modified) == (
        "The Harbour Post",
        "en",
        "2021-05-04T10:00:00Z",
        "Ferry & quay",
        "2021-05-05",
    )
    assert "outlet: the news sitemap" in said.because


def test_an_index_names_more_sitemaps(read: Read) -> None:
    index = f"{START}<sitemapindex {SPACES}><sitemap><loc>https://post.example/a.xml.gz</loc></sitemap></sitemapindex>"
    assert [link.address for link in read("sitemap.xml", index).links] == ["https://post.example/a.xml.gz"]


def test_an_entry_without_an_address_is_rejected_with_its_number(read: Read) -> None:
    found = read("s.xml", sitemap("<loc>https://post.example/1</loc>", "<lastmod>2021</lastmod>", "<loc>ftp://x</loc>"))
    assert len(found.links) == 1
    assert [reason.split(":")[0] for reason in found.rejected] == ["s.xml, entry 2", "s.xml, entry 3"]


def test_a_list_that_is_cut_off_gives_what_came_before(read: Read) -> None:
    whole = sitemap("<loc>https://post.example/1</loc>", "<loc>https://post.example/2</loc>")
    found = read("s.xml", whole[: whole.index("post.example/2")])
    assert [link.address for link in found.links] == ["https://post.example/1"]
    assert "What came before is read" in found.rejected[0]


def test_a_list_nested_too_deep_or_with_entities_hurts_nobody(read: Read) -> None:
    deep = read("s.xml", sitemap("<loc>https://post.example/1</loc>", "<a>" * 100_000))
    assert len(deep.links) == 1
    assert len(deep.rejected) == 1
    bomb = sitemap("<loc>https://post.example/&x;</loc>").replace("<urlset", '<!DOCTYPE u [<!ENTITY x "boom">]><urlset')
    assert [link.address for link in read("s.xml", bomb).links] == ["https://post.example/&x;"]


def test_a_packed_sitemap_is_read(read: Read) -> None:
    packed = gzip.compress(sitemap("<loc>https://post.example/1</loc>").encode())
    assert [link.address for link in read("sitemap.xml.gz", packed).links] == ["https://post.example/1"]


def test_a_text_of_addresses_alone_is_a_list_of_them(read: Read) -> None:
    words = "# to read\nhttps://post.example/1?fbclid=x\n\n  https://post.example/2  \nhttps://post.example/1\n"
    found = read("urls.txt", words)
    assert [link.address for link in found.links] == ["https://post.example/1", "https://post.example/2"]
    assert found.documents == ()
    assert found.rejected == ()


def test_a_text_that_only_begins_with_an_address_is_a_text(read: Read) -> None:
    found = read("note.txt", "https://post.example/1\nThe ferry stays in.\n")
    assert found.links == ()
    assert len(found.documents) == 1
    assert len(read("-", "The ferry stays in.", media="text/plain").documents) == 1


def test_the_addresses_of_what_was_fetched_are_told_in_their_order() -> None:
    content = sitemap("<loc>https://post.example/1</loc>", "<loc>https://post.example/2</loc>").encode()
    links, rejected = links_of(content, "https://post.example/sitemap.xml", "application/xml", ReadSettings())
    assert [link.address for link in links] == ["https://post.example/1", "https://post.example/2"]
    assert rejected == ()
    assert links[0].declared == Declared(url="https://post.example/1", because=("url: the sitemap",))


def test_xml_of_another_kind_is_not_taken_for_a_list(read: Read) -> None:
    assert "of a kind that Sayso does not read" in read("any.xml", f"{START}<recipe><step/></recipe>").rejected[0]

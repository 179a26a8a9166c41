from __future__ import annotations

import json

from .conftest import FULL, SENTENCE, Read

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Eastmere Gazette",
    "home_page_url": "https://eastmere.example/",
    "feed_url": "https://eastmere.example/feed.json",
    "language": "en",
}


def feed(*items: object, **more: object) -> str:
    return json.dumps({**FEED, **more, "items": items})


def test_an_item_gives_its_address_and_its_words(read: Read) -> None:
    entry = {
        "id": 7,
        "url": "/ferry?utm_medium=feed",
        "title": "Ferry stays in",
        "authors": [{"name": "Ada Brook"}, {"url": "https://x.example"}],
        "date_published": "2021-05-04T10:00:00Z",
        "date_modified": "2021-05-05T10:00:00Z",
        "content_html": FULL,
    }
    found = read("feed.json", feed(entry))
    [document] = found.documents
    assert document.key == found.links[0].address == "https://eastmere.example/ferry"
    said = document.declared
    assert (said.outlet, said.authors, said.published, said.modified, said.language, said.via) == (
        "Eastmere Gazette",
        ("Ada Brook",),
        "2021-05-04T10:00:00Z",
        "2021-05-05T10:00:00Z",
        "en",
        None,
    )
    assert document.text.count(SENTENCE.strip()) == 3


def test_plain_words_and_one_author_of_version_1_are_read(read: Read) -> None:
    entry = {"id": "e-1", "author": {"name": "Ada Brook"}, "content_text": f"{SENTENCE}\n\n{SENTENCE}"}
    [document] = read("feed.json", feed(entry, version="https://jsonfeed.org/version/1")).documents
    assert (document.key, document.declared.authors) == ("e-1", ("Ada Brook",))


def test_a_link_blogs_item_is_about_a_report_elsewhere_which_came_through_it(read: Read) -> None:
    entry = {"id": "1", "url": "https://eastmere.example/note", "external_url": "https://post.example/1", "content_html": FULL}
    found = read("feed.json", feed(entry))
    assert found.documents == ()
    said = found.said("https://post.example/1")
    assert said.outlet is None
    assert said.via == "Eastmere Gazette (https://eastmere.example/feed.json)"


def test_odd_values_reject_their_item_alone(read: Read) -> None:
    odd = [
        None,
        1,
        {"url": "javascript:x", "content_text": "\ud800"},
        {"url": "https://eastmere.example/1", "authors": 1, "title": []},
    ]
    found = read("feed.json", feed(*odd))
    assert [link.address for link in found.links] == ["https://eastmere.example/1"]
    assert [reason.split(":")[0] for reason in found.rejected] == [f"feed.json, item {n}" for n in (1, 2, 3)]


def test_broken_json_and_a_feed_without_items_say_so(read: Read) -> None:
    assert "is broken JSON" in read("feed.json", feed()[:-3]).rejected[0]
    assert "without items" in read("feed.json", json.dumps(FEED)).rejected[0]
    assert "too deeply nested" in read("feed.json", json.dumps(FEED)[:-1] + ', "items":' + "[" * 200_000).rejected[0]

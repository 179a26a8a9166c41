"""The exports of other tools in their real shapes, with invented reports in them."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from sayso.documents import Declared, Document, Marking, Rejected
from sayso.read.base import Link

from .conftest import Opening, only, reason

FERRY = "The ferry sank at noon.\n\nNobody was hurt, the harbour master said."

NEWS_PLEASE: dict[str, Any] = {
    "authors": ["Ada Brook", "Ben Lund"],
    "date_download": "2021-05-05 08:00:00",
    "date_modify": None,
    "date_publish": "2021-05-04 12:30:00",
    "description": "A ferry sank.",
    "filename": "https%3A%2F%2Fwww.example.org%2Fferry.json",
    "image_url": "https://www.example.org/ferry.jpg",
    "language": "en",
    "localpath": None,
    "title": "Ferry sinks",
    "title_page": "Ferry sinks - The Harbour Post",
    "title_rss": None,
    "source_domain": "www.example.org",
    "maintext": FERRY,
    "url": "https://www.example.org/ferry",
}

FUNDUS: dict[str, Any] = {
    "title": "Ferry sinks",
    "body": {
        "summary": ["The ferry sank at noon."],
        "sections": [
            {"headline": [], "paragraphs": ["Nobody was hurt.", "The sea was calm."]},
            {"headline": ["What is known"], "paragraphs": ["The hull was old."]},
        ],
    },
    "authors": ["Ada Brook"],
    "publishing_date": "2021-05-04 12:30:00+02:00",
    "topics": ["Sea"],
    "free_access": True,
}

DATASHARE: dict[str, Any] = {
    "_index": "harbour-case",
    "_id": "a1b2c3",
    "_routing": "a1b2c3",
    "_source": {
        "type": "Document",
        "content": FERRY,
        "title": "Ferry sinks",
        "path": "/vault/harbour/ferry.html",
        "contentType": "text/html",
        "language": "ENGLISH",
        "extractionDate": "2021-06-01T10:00:00.000Z",
        "metadata": {
            "tika_metadata_dc_title": "Ferry sinks at the pier",
            "tika_metadata_dc_creator": "Ada Brook",
            "tika_metadata_og_site_name": "The Harbour Post",
            "tika_metadata_og_url": "https://www.example.org/ferry",
            "tika_metadata_article_published_time": "2021-05-04T12:30:00Z",
        },
    },
}

ZOTERO: dict[str, Any] = {
    "id": "brookFerrySinks2021",
    "abstract": "A ferry sank.",
    "accessed": {"date-parts": [["2021", 6, 1]]},
    "author": [
        {"family": "Brook", "given": "Ada"},
        {"literal": "Harbour Desk"},
        {"family": "Berg", "non-dropping-particle": "van den"},
    ],
    "container-title": "The Harbour Post",
    "issued": {"date-parts": [[2021, 5, 4]]},
    "language": "en-GB",
    "title": "Ferry sinks",
    "type": "article-newspaper",
    "URL": "https://www.example.org/ferry",
}

MEDIA_CLOUD = "id,indexed_date,language,media_name,media_url,publish_date,title,url"
MEDIA_CLOUD_ROW = "9f3,2021-05-05 01:02:03,en,The Harbour Post,example.org,2021-05-04,Ferry sinks,https://www.example.org/ferry"


def table(record: dict[str, Any], delimiter: str = ",") -> str:
    """The record as Python's own writer puts it into a table, lists and all."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(record), delimiter=delimiter)
    writer.writeheader()
    writer.writerow(record)
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.csv"])
def test_news_please(opening: Opening, name: str) -> None:
    document = only(opening(name, table(NEWS_PLEASE) if name == "a.csv" else json.dumps(NEWS_PLEASE)))
    assert document.text == FERRY
    assert document.declared == Declared(
        title="Ferry sinks",
        authors=("Ada Brook", "Ben Lund"),
        outlet="www.example.org",
        url="https://www.example.org/ferry",
        published="2021-05-04 12:30:00",
        language="en",
        captured="2021-05-05 08:00:00",
        because=(
            "title: title, as news-please exports it",
            "authors: authors, as news-please exports it",
            "outlet: source_domain, as news-please exports it",
            "url: url, as news-please exports it",
            "published: date_publish, as news-please exports it",
            "language: language, as news-please exports it",
            "captured: date_download, as news-please exports it",
            "text: maintext, as news-please exports it",
        ),
    )


def test_what_a_program_writes_for_nothing_is_nothing(opening: Opening) -> None:
    document = only(opening("a.json", json.dumps(NEWS_PLEASE | {"date_publish": "None", "title": "NaN", "language": float("nan")})))
    assert document.declared.published is None
    assert document.declared.title == "Ferry sinks - The Harbour Post"
    assert "title: title_page, as news-please exports it" in document.declared.because
    assert document.declared.language is None


def test_fundus_with_its_sections(opening: Opening) -> None:
    document = only(opening("a.json", json.dumps([FUNDUS])))
    assert document.text == "\n\n".join(
        ["The ferry sank at noon.", "Nobody was hurt.", "The sea was calm.", "What is known", "The hull was old."]
    )
    [mark] = document.marks
    assert (mark.marking, mark.span.of(document.text)) == (Marking.HEADING, "What is known")
    assert document.declared.authors == ("Ada Brook",)
    assert document.declared.published == "2021-05-04 12:30:00+02:00"


def test_fundus_with_the_attributes_one_asked_for(opening: Opening) -> None:
    record = {
        "title": "Ferry sinks",
        "plaintext": FERRY,
        "lang": "en",
        "publisher": "The Harbour Post",
        "html": {"responded_url": "https://www.example.org/ferry", "crawl_date": "2021-05-05 08:00:00"},
    }
    document = only(opening("a.jsonl", json.dumps(record)))
    assert document.text == FERRY
    assert document.declared.url == "https://www.example.org/ferry"
    assert (document.declared.outlet, document.declared.language) == ("The Harbour Post", "en")
    assert document.declared.captured == "2021-05-05 08:00:00"
    assert "url: html.responded_url, as fundus exports it" in document.declared.because


def test_fundus_with_the_page_alone(opening: Opening) -> None:
    paragraphs = "".join(
        f"<p>In the year {year} the ferry was painted anew, and its crew of nine stayed on.</p>" for year in range(9)
    )
    record = {
        "publishing_date": "2021-05-04",
        "html": {
            "responded_url": "https://www.example.org/ferry",
            "content": f"<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1>{paragraphs}</article></body></html>",
        },
    }
    document = only(opening("a.jsonl", json.dumps(record)))
    assert "In the year 7 the ferry was painted anew" in document.text
    assert "<p>" not in document.text


def test_media_cloud_gives_addresses(opening: Opening) -> None:
    [link] = opening("urls.csv", f"{MEDIA_CLOUD}\n{MEDIA_CLOUD_ROW}\n")
    assert isinstance(link, Link)
    assert link.address == "https://www.example.org/ferry"
    assert (link.declared.title, link.declared.outlet, link.declared.published) == ("Ferry sinks", "The Harbour Post", "2021-05-04")


def test_media_cloud_of_older_tools_with_texts(opening: Opening) -> None:
    document = only(
        opening(
            "stories.csv",
            "stories_id,publish_date,title,url,language,ap_syndicated,themes,media_id,media_name,media_url,story_text\n"
            '77,2021-05-04 00:00:00,Ferry sinks,https://www.example.org/ferry,en,False,"sea,ships",1,Post,http://example.org,'
            f'"{FERRY}"\n',
        )
    )
    assert (document.key, document.text) == ("77", FERRY)


def test_datashare_as_elasticsearch_gives_it(opening: Opening) -> None:
    for content in (json.dumps(DATASHARE), json.dumps({"took": 2, "hits": {"total": 1, "hits": [DATASHARE]}})):
        document = only(opening("hits.json", content))
        assert (document.key, document.text) == ("a1b2c3", FERRY)
        assert document.declared.title == "Ferry sinks at the pier"
        assert document.declared.outlet == "The Harbour Post"
        assert document.declared.published == "2021-05-04T12:30:00Z"
        assert document.declared.captured == "2021-06-01T10:00:00.000Z"


def test_datashare_as_a_table(opening: Opening) -> None:
    row = {
        "query": "ferry",
        "documentUrl": "http://localhost:8080/#/d/harbour-case/a1b2c3/a1b2c3",
        "documentId": "a1b2c3",
        "rootId": "a1b2c3",
        "documentNumber": 0,
        "content": FERRY,
        "metadata.tika_metadata_dc_title": "Ferry sinks",
    }
    document = only(opening("tarentula.csv", table(row)))
    assert (document.key, document.text, document.declared.title) == ("a1b2c3", FERRY, "Ferry sinks")
    assert document.declared.url is None
    del row["content"]
    assert "Datashare's table has the text only where" in reason(opening("tarentula.csv", table(row)))


def test_zotero_gives_addresses_with_what_it_knows(opening: Opening) -> None:
    offline = {k: v for k, v in ZOTERO.items() if k != "URL"}
    link, rejected = opening("library.json", json.dumps([ZOTERO, offline]))
    assert isinstance(link, Link)
    assert link.declared.authors == ("Ada Brook", "Harbour Desk", "van den Berg")
    assert (link.declared.outlet, link.declared.published) == ("The Harbour Post", "2021-05-04")
    assert link.declared.captured is None, "nothing of it is here"
    assert link.declared.language == "en-GB"
    assert isinstance(rejected, Rejected)
    assert "library.json, record 2: the record has no text and no address. CSL-JSON holds no texts." in rejected.reason


@pytest.mark.parametrize(
    ("issued", "published"),
    [
        ({"date-parts": [[2021]]}, "2021"),
        ({"date-parts": [["2021", "5"]]}, "2021-05"),
        ({"date-parts": [[2021, 5, 4], [2021, 5, 6]]}, "2021-05-04/2021-05-06"),
        ({"raw": "May 4, 2021"}, "May 4, 2021"),
        ({"literal": "spring"}, "spring"),
        ("2021-05~", "2021-05~"),
        ({"date-parts": [["May", 4]]}, None),
        ({"date-parts": []}, None),
        ({}, None),
    ],
)
def test_dates_of_csl(opening: Opening, issued: object, published: str | None) -> None:
    [link] = opening("library.json", json.dumps([ZOTERO | {"issued": issued}]))
    assert isinstance(link, Link)
    assert link.declared.published == published


def test_news_api_gives_the_beginnings_of_texts_which_are_none(opening: Opening) -> None:
    article = {
        "source": {"id": None, "name": "The Harbour Post"},
        "author": "Ada Brook",
        "title": "Ferry sinks",
        "description": "A ferry sank.",
        "url": "https://www.example.org/ferry",
        "urlToImage": None,
        "publishedAt": "2021-05-04T12:30:00Z",
        "content": "The ferry sank at no… [+2345 chars]",
    }
    [link] = opening("news.json", json.dumps({"status": "ok", "totalResults": 1, "articles": [article]}))
    assert isinstance(link, Link)
    assert (link.declared.outlet, link.declared.published) == ("The Harbour Post", "2021-05-04T12:30:00Z")


def test_our_own_export_can_be_read_again(opening: Opening) -> None:
    record = {
        "id": "d-1",
        "key": "r-7",
        "outlet": "The Harbour Post",
        "title": "Ferry sinks",
        "authors": ["Ada Brook"],
        "published": {"date": "2021-05-04", "basis": "stated"},
        "language": "en",
        "text": FERRY,
        "blocks": [{"span": [0, 23], "role": "body"}],
    }
    document = only(opening("documents.jsonl", json.dumps(record)))
    assert document.text == FERRY
    assert document.declared == Declared("Ferry sinks", ("Ada Brook",), "The Harbour Post", None, "2021-05-04", "en")


def test_a_record_with_our_own_field_text_is_ours_whatever_else_it_has(opening: Opening) -> None:
    record = {"text": "<p>Kept as it is.</p>", "title": "T", "issued": "2020", "DOI": "10", "accessed": "2021", "type": "x"}
    document = only(opening("a.jsonl", json.dumps(record)))
    assert isinstance(document, Document)
    assert document.text == "<p>Kept as it is.</p>"
    assert document.declared.because == ()

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Reading, documents

PARAGRAPHS = (
    "The mayor of Eastmere said on Tuesday that the bridge would stay closed until spring, and that nobody had been told.",
    "An engineer who asked not to be named told reporters that two of its cables had been replaced with cheaper ones.",
    "The builder denied this. It said in a statement that every part had been tested and that the records were open to anyone.",
)
PAGE = f"""<!doctype html><html lang="en-GB"><head><title>Bridge to stay closed | Eastmere Echo</title>
<meta property="og:site_name" content="Eastmere Echo"><link rel="canonical" href="https://echo.example/2023/bridge">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Bridge to stay closed", "datePublished": "2023-11-07T08:15:00+01:00",
"author": {{"@type": "Person", "name": "Nia Roe"}}}}</script></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Bridge to stay closed</h1>
{"".join(f"<p>{p}</p>" for p in PARAGRAPHS)}</article><footer>All rights reserved</footer></body></html>"""


def test_a_page_gives_its_title_and_paragraphs_in_order(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "bridge.html").write_text(PAGE)
    [document] = documents(read(tmp_path))
    assert document.text == "\n\n".join(("Bridge to stay closed", *PARAGRAPHS))


def test_a_page_declares_what_its_tags_say(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "bridge.htm").write_text(PAGE)
    [document] = documents(read(tmp_path))
    declared = document.declared
    assert declared.title == "Bridge to stay closed"
    assert declared.authors == ("Nia Roe",)
    assert declared.outlet == "Eastmere Echo"
    assert declared.url == "https://echo.example/2023/bridge"
    assert declared.published == "2023-11-07T08:15:00+01:00"
    assert declared.language == "en-GB"


@pytest.mark.parametrize(
    ("declared", "authors"),
    [
        ('[{"@type": "Person", "name": "Nia Roe"}, {"@type": "Organization", "name": "Eastmere Echo"}]', ("Nia Roe",)),
        ('{"@type": "Organization", "name": "eastmere.example"}', ("eastmere.example",)),
        ('["Nia Roe", "Ben  Lund", "Nia Roe", 5, {"name": ["x"]}, null]', ("Nia Roe", "Ben Lund")),
        (r'{"@type": "Person", "name": "Nia \ud800"}', ("Nia",)),
    ],
)
def test_authors_are_the_people_whom_a_page_declares_and_without_people_what_else_it_does(
    tmp_path: Path, read: Reading, declared: str, authors: tuple[str, ...]
) -> None:
    (tmp_path / "bridge.html").write_text(PAGE.replace('{"@type": "Person", "name": "Nia Roe"}', declared))
    [document] = documents(read(tmp_path))
    assert document.declared.authors == authors


def test_a_title_loses_the_name_of_its_site_when_the_page_says_it_without(tmp_path: Path, read: Reading) -> None:
    tag = '<meta property="og:title" content="Bridge to stay closed | Echo">'
    page = PAGE.replace("<h1>Bridge to stay closed</h1>", "<h1>Spring it is</h1>").replace("<title>", f"{tag}<title>")
    (tmp_path / "bridge.html").write_text(page)
    [document] = documents(read(tmp_path))
    assert document.declared.title == "Bridge to stay closed"


def test_a_date_that_no_tag_states_is_not_made_up_from_the_address_or_the_text(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "bridge.html").write_text(PAGE.replace('"datePublished": "2023-11-07T08:15:00+01:00",', ""))
    [document] = documents(read(tmp_path))
    assert document.declared.published is None


def test_a_page_without_an_article_is_rejected(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "menu.html").write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>")
    outcome = read(tmp_path)
    assert documents(outcome) == ()
    assert "menu.html: is a page without an article" in outcome.rejected[0].reason


def test_a_page_made_to_break_parsers_does_not_break_the_run(tmp_path: Path, read: Reading) -> None:
    (tmp_path / "deep.html").write_text("<html><body>" + "<div>" * 20_000 + "words" + "</div>" * 20_000)
    (tmp_path / "good.html").write_text(PAGE)
    outcome = read(tmp_path)
    assert [d.key for d in documents(outcome)] == ["good.html"]
    assert len(outcome.rejected) == 1

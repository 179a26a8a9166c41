from __future__ import annotations

import pytest

from sayso.read.base import Unusable

from .pieces import PARAGRAPHS, document, page, paragraphs

MANY = " ".join(f'a{n}="x"' for n in range(300_000))
LAUGHS = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (page("<div>" * 100_000 + paragraphs() + "</div>" * 100_000), "deep within one another"),
        (page(paragraphs(), around="<b>" * 100_000), "deep within one another"),
        (page(f"<div {MANY}>{paragraphs()}</div>"), "attributes"),
        (page("<i>x</i>" * 200_000 + paragraphs()), "elements"),
        (page("x" * 6_000_000), "no report's page is that long"),
        (page("<script>" + "var a = 1;" * 10_000 + "</script>"), "without an article"),
        ("<!-- nothing -->", "that can be read"),
        ("\x00\x00 \x00", "that can be read"),
    ],
    ids=["deep", "deep and unclosed", "attributes", "elements", "long", "script", "comment", "zeros"],
)
def test_a_page_that_no_person_wrote_is_refused_with_the_reason(html: str, reason: str) -> None:
    with pytest.raises(Unusable, match=reason):
        document(html)


@pytest.mark.parametrize(
    "html",
    [
        LAUGHS + page(paragraphs("<p>&b;&b;&b;</p>")),
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + page(paragraphs("<p>&x;</p>")),
        '<?xml version="1.0" encoding="utf-16"?>' + page(paragraphs()),
        page(paragraphs(), '<meta charset="utf-7"><meta charset="koi8-r">'),
        page(paragraphs()).replace("<p>", "<p>\x00\x01\x1b"),
        page(paragraphs()).replace("</p>", ""),
        page(paragraphs()).replace("</article></body></html>", "<div <p <<>>"),
        page(paragraphs("<base href='http://[x'><a href='http://[y'>more</a>")),
        page(paragraphs(), f'<script type="application/ld+json">{"[" * 50_000}</script>'),
        page(paragraphs(), f'<script type="application/ld+json">{{"@type": "Article", "headline": {"9" * 10_000}}}</script>'),
        page(
            paragraphs(),
            '<meta property="og:title" content=""><meta property="" content="x"><meta content="y"><link rel="canonical">',
        ),
    ],
)
def test_a_page_with_something_odd_in_it_is_read_all_the_same(html: str) -> None:
    text = document(html).text
    assert all(words in text for words in PARAGRAPHS)
    assert "root:" not in text
    assert "\x00" not in text


def test_a_page_that_was_saved_with_its_pictures_in_its_tags_is_read() -> None:
    assert PARAGRAPHS[0] in document(page(f'<img src="data:image/png;base64,{"QUJD" * 2_000_000}">' + paragraphs())).text

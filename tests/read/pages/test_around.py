from __future__ import annotations

from sayso.documents import Marking

from .pieces import PARAGRAPHS, document, marked, page, paragraphs

LEAD = "Eastmere's only bridge stays shut for the winter, after an engineer spoke of cheaper cables and the builder denied it."
DESCRIBED = f'<meta name="description" content="{LEAD[:90]}...">'
PICTURE = "<figure><img src='a.jpg'><figcaption>The bridge on Monday.<span>Photo: Nia Roe</span></figcaption></figure>"


def test_a_caption_stands_where_its_picture_does_and_is_marked() -> None:
    read = document(page(paragraphs("", PICTURE)))
    assert read.text.split("\n\n")[1:4] == [PARAGRAPHS[1], "The bridge on Monday. Photo: Nia Roe", PARAGRAPHS[2]]
    assert marked(read, Marking.CAPTION) == ["The bridge on Monday. Photo: Nia Roe"]


def test_the_caption_of_the_first_picture_stands_above_the_report() -> None:
    read = document(page("<h1>Bridge to stay closed</h1>" + PICTURE + paragraphs()))
    assert read.text.split("\n\n")[:3] == ["Bridge to stay closed", "The bridge on Monday. Photo: Nia Roe", PARAGRAPHS[0]]


def test_pictures_of_teasers_of_other_reports_and_below_the_report_have_no_caption_in_it() -> None:
    teaser = "<aside><figure><figcaption>Cheese fair draws crowds</figcaption></figure></aside>"
    other = "<a href='/x'><figure><figcaption>Mayor opens school</figcaption></figure></a>"
    below = "<figure><figcaption>Most read: ten bridges</figcaption></figure>"
    read = document(page(paragraphs(teaser, other) + below))
    assert marked(read, Marking.CAPTION) == []
    assert not any(words in read.text for words in ("Cheese fair", "opens school", "ten bridges"))


def test_a_caption_that_is_given_twice_is_read_once() -> None:
    read = document(page(paragraphs(PICTURE, PICTURE)))
    assert read.text.count("The bridge on Monday") == 1


def test_the_lead_above_a_report_is_kept_where_the_page_is_described_by_it() -> None:
    read = document(
        page(paragraphs(), DESCRIBED, around=f"<header><h1>Bridge to stay closed</h1><div class='intro'>{LEAD}</div></header>")
    )
    assert read.text.split("\n\n")[:3] == ["Bridge to stay closed", LEAD, PARAGRAPHS[0]]


def test_a_lead_that_is_read_already_is_not_read_twice() -> None:
    read = document(page(f"<p>{LEAD}</p>" + paragraphs(), DESCRIBED))
    assert read.text.count(LEAD) == 1


def test_what_only_a_tag_says_is_not_put_into_the_text() -> None:
    assert LEAD[:60] not in document(page(paragraphs(), DESCRIBED)).text

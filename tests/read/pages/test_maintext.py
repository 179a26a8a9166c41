from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.documents import Marking

from .pieces import PARAGRAPHS, document, marked, page, paragraphs

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
TAGS = st.sampled_from(["p", "h2", "blockquote", "li", "td", "figcaption", "div", "span", "b", "pre", "q"])


def test_paragraphs_lists_tables_and_quotations_keep_their_text_and_order() -> None:
    read = document(
        page(
            paragraphs(
                "<h2>What the engineer saw</h2>",
                "<ul><li>Two cables, both on the northern side</li><li>One bolt of the wrong length</li></ul>",
                "<blockquote><p>Nobody asked us, and nobody told us.</p></blockquote>"
                "<table><tr><th>Year</th><th>Cost in millions</th></tr><tr><td>2021</td><td>14</td></tr></table>",
            )
        )
    )
    assert read.text.split("\n\n") == [
        PARAGRAPHS[0],
        "What the engineer saw",
        PARAGRAPHS[1],
        "Two cables, both on the northern side",
        "One bolt of the wrong length",
        PARAGRAPHS[2],
        "Nobody asked us, and nobody told us.",
        "Year | Cost in millions",
        "2021 | 14",
        PARAGRAPHS[3],
    ]
    assert marked(read, Marking.HEADING) == ["What the engineer saw"]
    assert marked(read, Marking.ITEM) == ["Two cables, both on the northern side", "One bolt of the wrong length"]
    assert marked(read, Marking.QUOTATION) == ["Nobody asked us, and nobody told us."]
    assert marked(read, Marking.ROW) == ["Year | Cost in millions", "2021 | 14"]


def test_a_quotation_within_a_paragraph_stays_in_its_line() -> None:
    read = document(page("<p>The mayor called it <q>a scandal</q> on Tuesday.</p>" + paragraphs()))
    assert "a scandal" in read.text.split("\n\n")[0]
    assert marked(read, Marking.QUOTATION) == []


def test_what_nobody_sees_is_left_out_and_what_letters_need_is_kept() -> None:
    persian = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    hidden = f"The may\u00ador of East\u200bmere \u202edias\u202c so, and {persian} too, at length and twice over."
    assert f"The mayor of Eastmere dias so, and {persian} too" in document(page(f"<p>{hidden}</p>" + paragraphs())).text


def test_a_report_that_the_quick_look_misses_is_found_by_the_slow_one() -> None:
    rows = "".join(f"<span>{words}</span><br><br>" for words in PARAGRAPHS * 3)
    read = document(f"<html><body><div><font>{rows}</font></div><div><p>All rights reserved by the Echo.</p></div></body></html>")
    assert all(words in read.text for words in PARAGRAPHS)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TAGS, WORDS), max_size=12))
def test_every_mark_lies_on_a_paragraph_of_the_text(blocks: list[tuple[str, str]]) -> None:
    body = "".join(f"<{tag}>{words}</{tag}>" for tag, words in blocks)
    read = document(page(paragraphs(body, f"<figure><figcaption>{PARAGRAPHS[0][:40]}</figcaption></figure>")))
    lines = read.text.split("\n\n")
    assert all(line.strip() == line and line for line in lines)
    assert all(mark.span.of(read.text) in lines for mark in read.marks)
    spans = [mark.span for mark in read.marks]
    assert spans == sorted(spans, key=lambda span: span.start)
    assert all(a.end <= b.start for a, b in pairwise(spans))

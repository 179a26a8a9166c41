"""The report as Markdown for a draft."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from sayso.errors import UsageError
from sayso.report import markdown
from sayso.report.markdown import plain
from tests.web.fakes import FakeView
from tests.web.hostile import PAYLOADS, case_of
from tests.web.invented import case
from tests.web.test_site import Seen

USUAL = {"h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "blockquote", "em", "strong", "a", "hr"}


def rendered(page: str) -> Seen:
    return Seen(MarkdownIt("commonmark").render(page))


def test_it_has_the_words_the_citations_and_the_reasons() -> None:
    page = rendered(markdown(case()))
    assert page.elements <= USUAL
    told = "".join(MarkdownIt("commonmark").render(markdown(case())))
    assert "14 workers were taken to hospital" in told
    assert "both go back to the Tarn Fire Brigade" in told
    assert '<a href="https://news.example/d-gazette">' in told


def test_every_quotation_names_its_outlet_title_and_date() -> None:
    quoted = re.findall(r"^> .*\n>\n> — (.*)$", markdown(case()), re.MULTILINE)
    assert len(quoted) > 10
    assert all(line.count(", ") >= 2 for line in quoted)


def test_only_chosen_claims_are_told_with_the_sources_that_they_need() -> None:
    page = markdown(case(), claims=["c-leak"])
    assert "Only chosen claims are told here" in page
    assert "We saw no sign of a leak" in page
    assert "14 workers" not in page
    assert "Tarn Gazette" in page
    assert "— outlet not stated" not in page


def test_an_unknown_claim_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no claim 'c-none'"):
        markdown(case(), claims=["c-none"])


def test_a_case_without_stories_says_so() -> None:
    assert "The case has no story yet." in markdown(FakeView())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_of_a_source_is_ever_markup(payload: str) -> None:
    seen = rendered(markdown(case_of(payload)))
    assert seen.elements <= USUAL
    assert all((value or "").startswith("http") for name, value in seen.attributes if name == "href")


WORDS = ["# no heading", "1. no list", "1) no list", "- no list", "> none", "a\n\nb", "[x](javascript:y)", "| a |", "***", "    x"]


@pytest.mark.parametrize("words", WORDS)
def test_words_stay_words(words: str) -> None:
    made = MarkdownIt("commonmark").enable("table").render(plain(words))
    assert Seen(made).elements == {"p"}

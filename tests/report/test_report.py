"""The report as a file to send or print."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pytest

from sayso.errors import UsageError
from sayso.report import html
from tests.web.fakes import FakeView
from tests.web.hostile import PAYLOADS, case_of
from tests.web.invented import case
from tests.web.test_site import Seen

LOADING = {"src", "srcset", "data", "poster", "background", "style", "action", "manifest"}


def test_it_needs_nothing_but_itself() -> None:
    seen = Seen(html(case()))
    assert not seen.elements & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    assert not {name for name, _ in seen.attributes} & LOADING
    assert "@import" not in html(case())
    assert "url(" not in html(case())


def test_it_allows_its_own_stylesheet_and_nothing_else() -> None:
    page = html(case())
    sheet = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert sheet
    digest = base64.b64encode(hashlib.sha256(sheet[1].encode("utf8")).digest()).decode("ascii")
    policy = next(value for name, value in Seen(page).attributes if name == "content" and value and "default-src" in value)
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_it_is_well_formed_with_headings_in_order_and_links_that_lead_somewhere() -> None:
    seen = Seen(html(case()))
    assert seen.open == []
    assert len(seen.ids) == len(set(seen.ids))
    links = {value for name, value in seen.attributes if name == "href" and value and value.startswith("#")}
    assert {link[1:] for link in links} <= set(seen.ids)
    assert all(after <= before + 1 for before, after in pairwise(seen.headings))


def test_every_line_cites_its_outlet_title_and_date() -> None:
    page = html(case())
    quotations = page.count('class="quoted"')
    assert quotations > 10
    assert page.count('<p class="under"><span class="cite">') == quotations
    assert "https://news.example/d-gazette" in page
    assert "4 March 2026 (stated)" in page


def test_it_says_the_finding_the_origins_and_their_reasons() -> None:
    page = html(case())
    assert "3 reports, 3 shared claims (1 of one origin, 1 of independent origins, 1 not established)" in page
    assert "both go back to the Tarn Fire Brigade" in page
    assert "Harbourline" in page


def test_one_story_can_be_chosen_and_an_unknown_one_is_refused() -> None:
    assert html(case(), "s-fire") == html(case())
    with pytest.raises(UsageError, match="there is no story 's-none'"):
        html(case(), "s-none")


def test_a_case_without_stories_says_so() -> None:
    assert "The case has no story yet." in html(FakeView())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_of_a_source_is_ever_markup(payload: str) -> None:
    usual, seen = Seen(html(case())), Seen(html(case_of(payload)))
    assert seen.elements <= usual.elements
    assert not {name for name, _ in seen.attributes if name.startswith("on")} | ({name for name, _ in seen.attributes} & LOADING)
    assert all((value or "").startswith(("#", "http")) for name, value in seen.attributes if name == "href")


def test_the_same_case_gives_the_same_bytes() -> None:
    assert html(case()) == html(case())

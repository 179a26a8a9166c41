"""The pages in a real browser: nothing runs, nothing is asked of other servers, nothing is wider than the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from sayso.report import html
from tests.web.browsing import WIDTHS, Shown, needs_chromium, watched
from tests.web.hostile import PAYLOADS, case_of
from tests.web.invented import case
from tests.web.test_site import PAGES

pytestmark = needs_chromium

LONG = "Unbreakable" * 40


def too_wide(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


@pytest.mark.parametrize("context", WIDTHS, indirect=True)
def test_no_page_complains_or_scrolls_sideways(context: BrowserContext, address: str) -> None:
    page, complaints = watched(context)
    for path in PAGES:
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert not too_wide(page), path
    assert complaints == []


def test_words_without_a_break_do_not_widen_a_page(context: BrowserContext, address: str, shown: Shown) -> None:
    shown.view = case_of(LONG)
    page, complaints = watched(context)
    for path in PAGES:
        page.goto(address + path)
        assert not too_wide(page), path
    shown.view = case()
    assert complaints == []


def test_nothing_of_a_source_runs_in_a_browser(context: BrowserContext, address: str, shown: Shown, tmp_path: Path) -> None:
    page, complaints = watched(context)
    page.add_init_script("window.canary = () => { window.sung = true }")
    shown.view = case_of(" ".join(PAYLOADS))
    saved = tmp_path / "report.html"
    saved.write_text(html(shown.view), "utf8", errors="replace")
    for target in (*(address + path for path in PAGES), saved.as_uri()):
        page.goto(target)
        assert page.evaluate("window.sung") is None, target
    shown.view = case()
    assert complaints == []


def test_a_cell_leads_to_its_sentence_which_is_then_in_sight(context: BrowserContext, address: str) -> None:
    page, _ = watched(context)
    page.goto(f"{address}/stories/s-fire")
    page.get_by_role("link", name="alleges about 20").click()
    sentence = page.locator(".sentence:target")
    assert "20 workers were hurt" in sentence.inner_text()
    page.wait_for_function("document.querySelector('.sentence:target').getBoundingClientRect().top < innerHeight")


def test_the_first_key_leads_past_the_head_of_the_page(context: BrowserContext, address: str) -> None:
    page, _ = watched(context)
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0


def test_marks_can_be_hidden_without_a_script(context: BrowserContext, address: str) -> None:
    page, _ = watched(context)
    page.goto(f"{address}/documents/d-gazette")
    notes = page.locator(".speech")
    assert notes.first.is_visible()
    page.get_by_label("of what someone says").uncheck()
    assert not notes.first.is_visible()


def test_the_report_opens_from_a_file_and_asks_nobody(context: BrowserContext, tmp_path: Path) -> None:
    page, complaints = watched(context)
    saved = tmp_path / "report.html"
    saved.write_text(html(case()), "utf8")
    page.goto(saved.as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily.includes('serif')")
    assert not too_wide(page)
    assert complaints == []

"""The pages in a real browser: nothing runs, nothing is asked of other servers, nothing is wider than the screen."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from sayso.report import html
from sayso.store.base import View
from sayso.web import app, server
from tests.web.hostile import PAYLOADS, case_of
from tests.web.invented import case
from tests.web.test_site import PAGES

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(not CHROMIUM and not os.environ.get("CI"), reason="there is no chromium on this machine")

LONG = "Unbreakable" * 40
OWN = ("http://127.0.0.1", "file://")
WIDTHS: list[tuple[int, Literal["light", "dark"]]] = [(320, "light"), (320, "dark"), (1280, "light")]


class Shown:
    """The case that is being served, which a test may change."""

    def __init__(self) -> None:
        self.view: View = case()


@pytest.fixture(scope="module")
def shown() -> Shown:
    return Shown()


@pytest.fixture(scope="module")
def address(shown: Shown) -> Iterator[str]:
    with server.listen("127.0.0.1", 0) as listening:
        running = uvicorn.Server(uvicorn.Config(app(lambda: shown.view), log_level="error", lifespan="off"))
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not running.started:
            time.sleep(0.01)
        yield server.address("127.0.0.1", listening.getsockname()[1]).rstrip("/")
        running.should_exit = True
        thread.join(5)


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    assert CHROMIUM, "continuous integration must have chromium"
    opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    yield opened
    opened.close()


@pytest.fixture
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    width, scheme = getattr(request, "param", WIDTHS[0])
    opened = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield opened
    opened.close()


def watched(context: BrowserContext) -> tuple[Page, list[str]]:
    """A page, and a list of all that it complains of or asks another server for."""
    page, complaints = context.new_page(), []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append("dialog"))
    page.on("request", lambda asked: complaints.extend([] if asked.url.startswith(OWN) else [asked.url]))
    return page, complaints


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

"""A browser, and the invented case served to it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright

from sayso.web import app, server
from tests.web.browsing import CHROMIUM, WIDTHS, Shown


@pytest.fixture(scope="package")
def shown() -> Shown:
    return Shown()


@pytest.fixture(scope="package")
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


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="package")
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

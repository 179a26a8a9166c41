"""What the tests in a real browser share: where it is, how wide it is, and what it complains of."""

from __future__ import annotations

import os
import shutil
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page

from sayso.store.base import View
from tests.web.invented import case

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_chromium = pytest.mark.skipif(not CHROMIUM and not os.environ.get("CI"), reason="there is no chromium on this machine")

OWN = ("http://127.0.0.1", "file://")
WIDTHS: list[tuple[int, Literal["light", "dark"]]] = [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")]


class Shown:
    """The case that is being served, which a test may change."""

    def __init__(self) -> None:
        self.view: View = case()


def watched(context: BrowserContext) -> tuple[Page, list[str]]:
    """A page, and a list of all that it complains of or asks another server for."""
    page, complaints = context.new_page(), []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append("dialog"))
    page.on("request", lambda asked: complaints.extend([] if asked.url.startswith(OWN) else [asked.url]))
    return page, complaints

"""The pages and the report by the rules of axe-core: whoever cannot see well, or uses keys alone, reads the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from sayso.documents import Profile
from sayso.report import html
from sayso.store.base import View
from tests.web.browsing import WIDTHS, Shown, needs_chromium, watched
from tests.web.fakes import FakeView
from tests.web.hostile import case_of
from tests.web.invented import case
from tests.web.test_site import PAGES

pytestmark = needs_chromium

ARABIC = "اندلع حريق في مستودع للمواد الكيميائية مساء الثلاثاء"


def arabic() -> FakeView:
    whole = case_of(ARABIC)
    return replace(whole, values=tuple(replace(v, language="ar") if isinstance(v, Profile) else v for v in whole.values))


def violations(page: Page) -> list[str]:
    """What breaks a rule, with the first element that does."""
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:160]}" for one in found]


@pytest.mark.parametrize("context", WIDTHS, indirect=True)
@pytest.mark.parametrize("read", [case, arabic], ids=["left to right", "right to left"])
def test_no_page_breaks_a_rule(
    context: BrowserContext, address: str, shown: Shown, tmp_path: Path, read: Callable[[], View]
) -> None:
    page, _ = watched(context)
    shown.view = read()
    saved = tmp_path / "report.html"
    saved.write_text(html(shown.view), "utf8")
    broken = {}
    for target in (*(address + path for path in PAGES), saved.as_uri()):
        page.goto(target)
        if found := violations(page):
            broken[target] = found
    shown.view = case()
    assert broken == {}

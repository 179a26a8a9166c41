"""The pages that describe the program are what the program says of itself."""

from pathlib import Path

import pytest

from docs import make


@pytest.mark.parametrize("page", make.PAGES)
def test_a_page_is_current(page: str) -> None:
    assert Path(make.__file__).with_name(page).read_text("utf8") == make.PAGES[page](), "run: python -m docs.make"

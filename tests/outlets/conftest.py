from __future__ import annotations

from collections.abc import Iterator

import pytest

from sayso.outlets import use


@pytest.fixture(autouse=True)
def _ours_afterwards() -> Iterator[None]:
    """No test leaves another table behind it."""
    yield
    use()

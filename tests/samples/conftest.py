from __future__ import annotations

import pytest

from sayso.order import analyse
from sayso.samples import corpus
from tests.samples.looking import Looking


@pytest.fixture(scope="session")
def samples() -> Looking:
    """The whole program, run once over the sample corpus."""
    return Looking(analyse([corpus()]))

from __future__ import annotations

from pathlib import Path

import pytest

from tests.samples.golden import run_into
from tests.samples.looking import Looking


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the case of the sample corpus is kept."""
    return tmp_path_factory.mktemp("samples") / "samples.sayso"


@pytest.fixture(scope="session")
def samples(case: Path) -> Looking:
    """The whole program, run once over the sample corpus."""
    return Looking(run_into(case))

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sayso.config import ReadSettings
from sayso.read import offers
from sayso.read.base import Harvest
from sayso.read.harvest import harvests

FORMS = "tests.read.workers.forms"
SETTINGS = ReadSettings(seconds=2, memory_mb=256, workers=2)

Harvested = Callable[..., list[Harvest]]


def keys(harvested: list[Harvest]) -> list[str]:
    return [document.key for harvest in harvested for document in harvest.documents]


def reasons(harvested: list[Harvest]) -> list[str]:
    return [rejected.reason for harvest in harvested for rejected in harvest.rejected]


@pytest.fixture
def harvested(tmp_path: Path) -> Harvested:
    """What comes of files with these names and contents, read in the order of their names with the forms of the tests."""

    def read(files: dict[str, str], settings: ReadSettings = SETTINGS, told: list[tuple[int, int]] | None = None) -> list[Harvest]:
        for name, content in files.items():
            (tmp_path / name).write_text(content)
        tell = (lambda _, __: None) if told is None else (lambda *progress: told.append(progress))
        with closing(harvests(offers([tmp_path]), settings, tell, FORMS)) as found:
            return list(found)

    return read

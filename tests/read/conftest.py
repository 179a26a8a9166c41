from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.config import ReadSettings
from sayso.documents import Document, Offer, Version
from sayso.engines.local import LocalEngine
from sayso.read import Read, offers
from sayso.stages import Found, Outcome

DEFAULTS = ReadSettings()
Reading = Callable[..., Outcome]


def documents(outcome: Outcome) -> tuple[Document, ...]:
    return Found(outcome.values)[Document]


@pytest.fixture
def read() -> Reading:
    """Reads paths (and standard input) in one run, over the documents of earlier runs if there are any."""

    def run(
        *paths: Path,
        stdin: bytes | None = None,
        before: tuple[Document, ...] = (),
        versions: tuple[Version, ...] = (),
        settings: ReadSettings = DEFAULTS,
    ) -> Outcome:
        found = Found({Offer: offers(paths, stdin), Document: before, Version: versions})
        return Read(settings).run(found, LocalEngine().bench("read"))

    return run

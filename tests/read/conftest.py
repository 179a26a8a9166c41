from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path

import pytest

from sayso.config import ReadSettings
from sayso.documents import Document, Offer, Version
from sayso.engines.local import LocalEngine
from sayso.read import Read, harvest, offers
from sayso.read.workers import Crew
from sayso.stages import Found, Outcome

DEFAULTS = ReadSettings()
Reading = Callable[..., Outcome]


def documents(outcome: Outcome) -> tuple[Document, ...]:
    return Found(outcome.values)[Document]


@pytest.fixture(scope="session")
def crews() -> Iterator[Callable[[ReadSettings, str], AbstractContextManager[Crew]]]:
    """Gives workers that are kept from one test to the next: to start them for each would take longer than all there is to read."""
    kept: dict[tuple[ReadSettings, str], Crew] = {}
    with ExitStack() as stack:

        def crew(settings: ReadSettings, forms: str) -> AbstractContextManager[Crew]:
            if (settings, forms) not in kept:
                kept[settings, forms] = stack.enter_context(Crew(settings, forms))
            return nullcontext(kept[settings, forms])

        yield crew


@pytest.fixture
def read(crews: object, monkeypatch: pytest.MonkeyPatch) -> Reading:
    """Reads paths (and standard input) in one run, over the documents of earlier runs if there are any."""
    monkeypatch.setattr(harvest, "Crew", crews)

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

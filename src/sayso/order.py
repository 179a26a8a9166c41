"""The order of the stages: the one place that knows it, and that gives each stage what it works with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sayso.annotate import Annotate, dated
from sayso.annotate.language import Encoder
from sayso.attribute import Attribute
from sayso.clean import Clean
from sayso.collate import Collate
from sayso.config import Settings
from sayso.documents import Offer, Rejected
from sayso.engines.local import LocalEngine
from sayso.read import Read, offers
from sayso.reuse import Reuse
from sayso.stages import Found, Outcome, Stage, run
from sayso.stories import Stories
from sayso.timeline import Timeline


def stages(settings: Settings | None = None) -> tuple[Stage, ...]:
    """read → clean → annotate → attribute → reuse → stories → collate → timeline, with one encoder for all that need it."""
    settings = settings or Settings()
    encode = Encoder()
    return (
        Read(settings.read),
        Clean(),
        Annotate(encode),
        Attribute(),
        Reuse(settings.reuse),
        Stories(settings.stories),
        Collate(settings.collate, encode),
        Timeline(dated),
    )


def analyse(paths: Sequence[Path], settings: Settings | None = None) -> Found:
    """All that is found in the files and folders given, kept in memory; `Rejected` is among its kinds.

    Raises `UsageError` when a path does not exist.
    """
    rejected: list[Rejected] = []

    def keep(_: Stage, outcome: Outcome) -> None:
        rejected.extend(outcome.rejected)

    found = run(stages(settings), Found({Offer: offers(paths, None)}), LocalEngine(), keep)
    return found.plus({Rejected: tuple(rejected)})

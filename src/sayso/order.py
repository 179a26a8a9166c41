"""The order of the stages: the one place that knows it, and that gives each stage what it works with."""

from __future__ import annotations

from pathlib import Path

from sayso.annotate import Annotate, dated
from sayso.annotate.language import Encoder, Recogniser
from sayso.attribute import Attribute
from sayso.clean import Clean
from sayso.collate import Collate
from sayso.config import Settings
from sayso.decisions.stage import Rule, Settle
from sayso.outlets import use, with_own
from sayso.read import Read
from sayso.reuse import Reuse
from sayso.stages import Stage
from sayso.stories import Stories
from sayso.timeline import Timeline


def stages(settings: Settings | None = None, model: Path | None = None) -> tuple[Stage, ...]:
    """read → rule → clean → annotate → attribute → reuse → stories → collate → timeline → settle, with one encoder for all that
    need it, and the recogniser in the folder `model`, by default the one that comes with Sayso.

    They all ask the same table of outlets: with what the settings add to it, or ours alone. Raises `UsageError` for a table that
    cannot be used, and `ModelDamaged` when there is no model in the folder given, or none that can be used.
    """
    settings = settings or Settings()
    use(with_own(Path(settings.clean.outlets)) if settings.clean.outlets else None)
    encode, recognise = Encoder(), Recogniser(model)
    if model is not None:
        recognise.load()
    return (
        Read(settings.read),
        Rule(),
        Clean(),
        Annotate(encode, recognise),
        Attribute(),
        Reuse(settings.reuse),
        Stories(settings.stories),
        Collate(settings.collate, encode),
        Timeline(dated),
        Settle(),
    )

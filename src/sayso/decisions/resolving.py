"""From decisions to rulings: what stands in the log, pointed at the documents of today."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.decisions.anchors import Shelf
from sayso.decisions.log import standing
from sayso.findings.claims import Place
from sayso.findings.decisions import About, Anchor, Decision, Ruling

WITHOUT_PLACE = (About.OUTLET, About.DECISION)
"""What is known by its name alone, whatever documents there are."""


def rulings(log: Sequence[Decision], shelf: Shelf) -> tuple[Ruling, ...]:
    """What stands in the log and still finds something that it points at, in the log's order."""
    found = (_ruling(decision, shelf) for decision in standing(log))
    return tuple(ruling for ruling in found if ruling.places or ruling.about in WITHOUT_PLACE)


def _ruling(decision: Decision, shelf: Shelf) -> Ruling:
    target = decision.target
    places, others = _places(target.anchors, shelf), _places(target.others, shelf)
    return Ruling(decision.id, decision.what, target.about, target.name, places, others, decision.value, decision.because)


def _places(anchors: Sequence[Anchor], shelf: Shelf) -> tuple[Place, ...]:
    return tuple(place for anchor in anchors if (place := shelf.place(anchor)) is not None)

"""What has become of every decision after a run: none is dropped without a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.decisions.anchors import Shelf
from sayso.decisions.log import holds
from sayso.decisions.pointing import KINDS, meet, places_of
from sayso.findings import Place
from sayso.findings.decisions import About, Decision, Hold, Standing, What
from sayso.stages import Found

BY_ABOUT: Mapping[About, type] = {about: kind for kind, (about, _, _) in KINDS.items()}
"""The kind of finding that each kind of target is."""


class Settled:
    """Asks what was found today for what decisions point at."""

    def __init__(self, found: Found, shelf: Shelf) -> None:
        self._found, self._shelf = found, shelf
        self._in_document: dict[type, dict[str, list[tuple[Place, str]]]] = {}

    def of(self, log: Sequence[Decision]) -> tuple[Standing, ...]:
        """One a decision, in the log's order."""
        held = holds(log)
        return tuple(self._standing(decision, held[decision.id]) for decision in log)

    def _standing(self, decision: Decision, hold: Hold) -> Standing:
        target = decision.target
        if hold is not Hold.STANDS or decision.what is What.UNDO or target.about in (About.OUTLET, About.DECISION):
            return Standing(decision.id, hold, None, ())
        places = [place for anchor in target.anchors if (place := self._shelf.place(anchor)) is not None]
        if not places:
            gone = next((f"“{a.words}”" if a.words else a.key for a in target.anchors), target.name)
            keys = ", ".join(dict.fromkeys(a.key for a in target.anchors))
            return Standing(decision.id, Hold.GONE, None, (f"{gone} is no longer in {keys}",))
        if target.about is About.BLOCK:
            return Standing(decision.id, hold, places[0].document, ())
        finding, hits = self._best(BY_ABOUT[target.about], places)
        if finding is None:
            return Standing(decision.id, Hold.GONE, None, (f"nothing of this kind ({target.about}) is found there any more",))
        missed = len(target.anchors) - hits
        because = (f"{hits} of the {len(target.anchors)} places that were ruled on are in it",) if missed else ()
        return Standing(decision.id, hold, finding, because)

    def _best(self, kind: type, places: Iterable[Place]) -> tuple[str | None, int]:
        """The finding that lies at most of the places, the first by id among equals, and at how many."""
        hits: dict[str, int] = {}
        for place in places:
            here = {key for other, key in self._places(kind).get(place.document, ()) if meet(place, other)}
            for key in here:
                hits[key] = hits.get(key, 0) + 1
        best = min(hits, key=lambda key: (-hits[key], key), default=None)
        return best, hits.get(best, 0) if best else 0

    def _places(self, kind: type) -> Mapping[str, list[tuple[Place, str]]]:
        if kind not in self._in_document:
            of: dict[str, list[tuple[Place, str]]] = {}
            for one in self._found.kinds.get(kind, ()):
                for place in places_of(one):
                    of.setdefault(place.document, []).append((place, one.id))  # type: ignore[attr-defined]
            self._in_document[kind] = of
        return self._in_document[kind]

"""What has become of every decision after a run: none is dropped without a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.decisions.anchors import Shelf
from sayso.decisions.log import holds
from sayso.findings import Place
from sayso.findings.decisions import About, Anchor, Decision, Hold, Standing, What
from sayso.findings.pointing import KINDS, Lying
from sayso.stages import Found

BY_ABOUT: Mapping[About, type] = {about: kind for kind, (about, _, _) in KINDS.items()}
"""The kind of finding that each kind of target is."""


class Settled:
    """Asks what was found today for what decisions point at."""

    def __init__(self, found: Found, shelf: Shelf) -> None:
        self._found, self._shelf = found, shelf
        self._lying: dict[type, Lying] = {}

    def of(self, log: Sequence[Decision]) -> tuple[Standing, ...]:
        """One a decision, in the log's order. What was undone or replaced keeps that word, whatever has become of its target."""
        held = holds(log)
        out: dict[str, Standing] = {}
        for decision in log:
            hold = held[decision.id]
            now = self._standing(decision, out)
            kept = hold if hold is not Hold.STANDS else now.hold
            out[decision.id] = Standing(decision.id, kept, now.finding, now.because if kept is now.hold else ())
        return tuple(out.values())

    def _standing(self, decision: Decision, before: Mapping[str, Standing]) -> Standing:
        target = decision.target
        if decision.what is What.UNDO:
            undone = before.get(decision.undoes or "")
            return Standing(decision.id, Hold.STANDS, undone.finding if undone else None, ())
        if target.about is About.OUTLET:
            return Standing(decision.id, Hold.STANDS, None, ())
        places = [place for anchor in target.anchors if (place := self._shelf.place(anchor)) is not None]
        if not places:
            return Standing(decision.id, Hold.GONE, None, (_gone(target.anchors, target.name),))
        if target.about is About.BLOCK:
            return Standing(decision.id, Hold.STANDS, places[0].document, ())
        finding, hits = self._at(target.about, target.name, places)
        if finding is None:
            return Standing(decision.id, Hold.GONE, None, (f"no such {target.about} is found there any more",))
        missed = len(target.anchors) - hits
        because = (f"{hits} of the {len(target.anchors)} places that were ruled on are in it",) if missed else ()
        return Standing(decision.id, Hold.STANDS, finding, because)

    def _at(self, about: About, name: str, places: Sequence[Place]) -> tuple[str | None, int]:
        kind = BY_ABOUT[about]
        if kind not in self._lying:
            self._lying[kind] = Lying(self._found.kinds.get(kind, ()))
        return self._lying[kind].best(about, name, places)


def _gone(anchors: Sequence[Anchor], name: str) -> str:
    words = next((f"“{a.words}”" if a.words else a.key for a in anchors), name)
    return f"{words} is no longer in {', '.join(dict.fromkeys(a.key for a in anchors)) or 'the case'}"

"""What a finding is known by: the places of its words. It makes the target of a decision, and finds it again after a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sayso.documents import Document
from sayso.findings.attributions import Attribution
from sayso.findings.claims import Claim, Difference, Event, Party, Place, Story
from sayso.findings.decisions import About
from sayso.findings.passages import Lineage, Passage
from sayso.spans import Span, hull

Places = tuple[Place, ...]

WHOLE = Span(0, 0)
"""The place that is a whole document."""

ENOUGH = 0.5
"""The part of the shorter of two spans that they must share to be one place: bounds of a finding move a little between versions.
And the part of the places of a decision that a finding must have to be what it is about.
"""

BETWEEN = (About.PASSAGE, About.LINEAGE, About.DIFFERENCE)
"""What lies between two documents at least: with one place alone it is another."""


def _of_attribution(found: Attribution) -> Places:
    return (Place(found.document, hull(found.cue or found.content or found.source)),)


def _of_party(found: Party) -> Places:
    """One mention a document: the first, which tells who is meant."""
    first: dict[str, Place] = {}
    for mention in found.mentions:
        first.setdefault(mention.document, mention)
    return tuple(first.values())


def _whole(*documents: str) -> Places:
    return tuple(Place(document, WHOLE) for document in documents)


def _of_passage(found: Passage) -> Places:
    return (Place(found.a, found.a_span), Place(found.b, found.b_span))


KINDS: Mapping[type, tuple[About, Callable[[Any], Places], Callable[[Any], str]]] = {
    Document: (About.DOCUMENT, lambda d: _whole(d.id), lambda d: d.key),
    Attribution: (About.ATTRIBUTION, _of_attribution, lambda a: ""),
    Passage: (About.PASSAGE, _of_passage, lambda p: p.kind.value),
    Lineage: (About.LINEAGE, lambda x: _whole(x.a, x.b), lambda x: x.relation.value),
    Story: (About.STORY, lambda s: _whole(*s.documents), lambda s: s.label),
    Party: (About.PARTY, _of_party, lambda p: p.name),
    Claim: (About.CLAIM, lambda c: tuple(Place(a.document, a.span) for a in c.accounts), lambda c: c.text),
    Difference: (About.DIFFERENCE, lambda d: tuple(Place(s.document, s.span) for s in d.sides), lambda d: d.kind.value),
    Event: (About.EVENT, lambda e: (Place(e.document, e.span),), lambda e: e.date),
}
"""For each kind of finding: what it is called, the places of its words, and its name."""


def places_of(found: object) -> Places:
    """The places of a finding's words, each once. Raises `KeyError` for a kind that nobody rules on."""
    return tuple(dict.fromkeys(KINDS[type(found)][1](found)))


def meet(a: Place, b: Place) -> bool:
    """Whether two places are one: the same whole document, or spans that share half of the shorter."""
    if a.document != b.document:
        return False
    if WHOLE in (a.span, b.span):
        return a.span == b.span
    common = a.span.common(b.span)
    return common is not None and len(common) >= ENOUGH * min(len(a.span), len(b.span))


class Lying:
    """Findings of one kind, to be asked which of them lies where a decision points."""

    def __init__(self, found: Iterable[object]) -> None:
        self._named: dict[str, str] = {}
        self._here: dict[str, list[tuple[Place, str]]] = {}
        for one in found:
            _, places, name = KINDS[type(one)]
            key: str = one.id  # type: ignore[attr-defined]
            self._named[key] = name(one)
            for place in dict.fromkeys(places(one)):
                self._here.setdefault(place.document, []).append((place, key))

    def best(self, about: About, name: str, places: Sequence[Place]) -> tuple[str | None, int]:
        """The finding that lies at most of the places, at half of them at least, and at how many; None when there is none.

        Among equals the one that is called so comes first, then the first by id.
        """
        hits: dict[str, int] = {}
        for place in places:
            for key in {key for other, key in self._here.get(place.document, ()) if meet(place, other)}:
                hits[key] = hits.get(key, 0) + 1
        best = min(hits, key=lambda key: (-hits[key], not self._is_called(key, name), key), default=None)
        least = max(ENOUGH * len(places), 2 if about in BETWEEN else 1)
        return (best, hits[best]) if best is not None and hits[best] >= least else (None, 0)

    def _is_called(self, key: str, name: str) -> bool:
        return bool(name) and self._named[key].startswith(name)

"""What a finding is known by: the places of its words. It makes the target of a decision, and finds it again after a run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sayso.decisions.anchors import WHOLE, anchor
from sayso.documents import Document
from sayso.findings import Attribution, Claim, Difference, Event, Party, Passage, Place, Story
from sayso.findings.decisions import About, Anchor, Target
from sayso.spans import hull

Places = tuple[Place, ...]

ENOUGH = 0.5
"""The part of the shorter of two spans that they must share to be one place: bounds of a finding move a little between versions."""

SHOWN = 80
"""Characters by which a target is called in a log that people read."""


def _of_attribution(found: Attribution) -> Places:
    return (Place(found.document, hull(found.cue or found.content or found.source)),)


def _of_party(found: Party) -> Places:
    """One mention a document: the first, which tells who is meant."""
    first: dict[str, Place] = {}
    for mention in found.mentions:
        first.setdefault(mention.document, mention)
    return tuple(first.values())


def _of_story(found: Story) -> Places:
    return tuple(Place(document, WHOLE) for document in found.documents)


def _of_passage(found: Passage) -> Places:
    return (Place(found.a, found.a_span), Place(found.b, found.b_span))


KINDS: Mapping[type, tuple[About, Callable[[Any], Places], Callable[[Any], str]]] = {
    Document: (About.DOCUMENT, lambda d: (Place(d.id, WHOLE),), lambda d: d.key),
    Attribution: (About.ATTRIBUTION, _of_attribution, lambda a: ""),
    Passage: (About.PASSAGE, _of_passage, lambda p: p.kind.value),
    Story: (About.STORY, _of_story, lambda s: s.label),
    Party: (About.PARTY, _of_party, lambda p: p.name),
    Claim: (About.CLAIM, lambda c: tuple(Place(a.document, a.span) for a in c.accounts), lambda c: c.text),
    Difference: (About.DIFFERENCE, lambda d: tuple(Place(s.document, s.span) for s in d.sides), lambda d: d.kind.value),
    Event: (About.EVENT, lambda e: (Place(e.document, e.span),), lambda e: e.date),
}
"""For each kind of finding: what it is called, the places of its words, and its name."""


def places_of(found: object) -> Places:
    """The places of a finding's words, each once. Raises `KeyError` for a kind that nobody rules on."""
    return tuple(dict.fromkeys(KINDS[type(found)][1](found)))


def target(found: Sequence[object], documents: Mapping[str, Document]) -> Target:
    """What a decision on these findings, all of one kind, points at: an anchor for each of their places, in order."""
    about, _, name = KINDS[type(found[0])]
    anchors = {place: _anchor(place, documents) for one in found for place in places_of(one)}
    called = name(found[0]) or next((a.words for a in anchors.values()), "")
    return Target(about, called[:SHOWN], tuple(anchors.values()))


def _anchor(place: Place, documents: Mapping[str, Document]) -> Anchor:
    return anchor(documents[place.document], None if place.span == WHOLE else place.span)


def meet(a: Place, b: Place) -> bool:
    """Whether two places are one: the same whole document, or spans that share half of the shorter."""
    if a.document != b.document:
        return False
    if WHOLE in (a.span, b.span):
        return a.span == b.span
    common = a.span.common(b.span)
    return common is not None and len(common) >= ENOUGH * min(len(a.span), len(b.span))

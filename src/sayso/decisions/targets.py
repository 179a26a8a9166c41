"""Targets: what a decision on findings points at, by the words by which they are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.decisions.anchors import anchor
from sayso.documents import Document
from sayso.errors import UsageError
from sayso.findings import Claim, Party, Place, Story
from sayso.findings.decisions import About, Anchor, Decision, Target
from sayso.findings.pointing import KINDS, WHOLE, meet, places_of
from sayso.spans import Span

MERGED = (Claim, Party, Story)
"""What can be merged, and split again."""

SHOWN = 80
"""Characters by which a target is called in a log that people read."""


def target(found: Sequence[object], documents: Mapping[str, Document]) -> Target:
    """What a decision on these findings, all of one kind, points at: an anchor for each of their places, in order."""
    about, _, name = KINDS[type(found[0])]
    anchors = {place: _anchor(place, documents) for one in found for place in places_of(one)}
    called = name(found[0]) or next((a.words for a in anchors.values()), "")
    return Target(about, called[:SHOWN], tuple(anchors.values()))


def one(found: object, documents: Mapping[str, Document]) -> Target:
    """A single finding as a target."""
    return target([found], documents)


def together(found: Sequence[object], documents: Mapping[str, Document]) -> Target:
    """Several findings that are to be one. Raises `UsageError` unless they are two or more claims, parties or stories."""
    kinds = {type(x) for x in found}
    if len(found) < 2 or len(kinds) != 1 or not kinds <= set(MERGED):
        raise UsageError("Only claims, parties or stories can be merged, at least two of one kind", "Name two ids of one kind.")
    if len({claim.story for claim in found if isinstance(claim, Claim)}) > 1:
        raise UsageError("These claims are of different stories", "Merge the stories first, run again, then merge the claims.")
    return target(found, documents)


def apart(whole: object, leaving: Sequence[Place], documents: Mapping[str, Document]) -> Target:
    """What leaves a finding as a target, and what stays. Raises `UsageError` for what cannot be split, or would leave whole."""
    if not isinstance(whole, MERGED):
        raise UsageError("Only a claim, a party or a story can be split", "Name its id first, then what is to leave it.")
    inside = places_of(whole)
    gone = [place for place in inside if any(meet(place, other) for other in leaving)]
    staying = [place for place in inside if place not in gone]
    if not gone or not staying:
        raise UsageError("A split leaves something on either side", "Name some of it, not all.")
    known = target([whole], documents)
    leaves = [a for a, place in zip(known.anchors, inside, strict=True) if place in gone]
    stays = [a for a, place in zip(known.anchors, inside, strict=True) if place in staying]
    return replace(known, anchors=tuple(leaves), others=tuple(stays))


def block(document: Document, span: Span) -> Target:
    """A stretch of a document whose role is to be another."""
    return Target(About.BLOCK, document.key[:SHOWN], (anchor(document, span),))


def outlet(name: str) -> Target:
    """An outlet, by its name alone."""
    return Target(About.OUTLET, name)


def of_decision(undone: Decision) -> Target:
    """A decision that is to be undone."""
    return Target(About.DECISION, undone.id)


def _anchor(place: Place, documents: Mapping[str, Document]) -> Anchor:
    return anchor(documents[place.document], None if place.span == WHOLE else place.span)

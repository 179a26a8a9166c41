"""Decisions as they are made: who, when, what, on what, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sayso.decisions.anchors import anchor
from sayso.decisions.pointing import meet, places_of, target
from sayso.decisions.values import checked
from sayso.documents import Document
from sayso.errors import UsageError
from sayso.findings import Claim, Party, Place, Story
from sayso.findings.decisions import About, Decision, Target, What
from sayso.identity import identify
from sayso.spans import Span

MERGED = (Claim, Party, Story)
"""What can be merged, and split again."""

TAKES: Mapping[What, tuple[About, ...]] = {
    What.SPEAKER: (About.ATTRIBUTION,),
    What.OUTLET: (About.DOCUMENT,),
    What.DATE: (About.DOCUMENT,),
    What.GRADE: (About.PARTY, About.OUTLET, About.DOCUMENT, About.CLAIM),
}
"""What a ruling of a kind may be about, where it is not everything."""


def decision(
    what: What, on: Target, who: str, when: datetime, reason: str = "", value: str | None = None, undoes: str | None = None
) -> Decision:
    """The decision, with an id from all that it says. `when` must know its zone.

    Raises `UsageError` when nobody made it, or it does not go with what it is about or with its value.
    """
    who, reason = who.strip(), reason.strip()
    if not who:
        raise UsageError("A decision needs a person", "Say who you are: --as NAME")
    if on.about not in TAKES.get(what, tuple(About)):
        raise UsageError(f"A {on.about} has no {what} to be ruled on", f"Say it of: {', '.join(TAKES[what])}.")
    if what is What.NOTE and not reason:
        raise UsageError("The note is empty", "Say what is to be noted.")
    kept = checked(what, value)
    at = when.isoformat(timespec="microseconds")
    return Decision(identify("n", at, who, what, on, kept, reason, undoes), at, who, what, on, kept, reason, undoes)


def one(found: object, documents: Mapping[str, Document]) -> Target:
    """A single finding as a target."""
    return target([found], documents)


def together(found: Sequence[object], documents: Mapping[str, Document]) -> Target:
    """Several findings that are to be one. Raises `UsageError` unless they are two or more claims, parties or stories."""
    kinds = {type(x) for x in found}
    if len(found) < 2 or len(kinds) != 1 or not kinds <= set(MERGED):
        raise UsageError("Only claims, parties or stories can be merged, at least two of one kind", "Name two ids of one kind.")
    return target(found, documents)


def apart(whole: Claim | Party | Story, leaving: Sequence[Place], documents: Mapping[str, Document]) -> Target:
    """What leaves a finding as a target, and what stays. Raises `UsageError` when all of it or nothing would leave."""
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
    return Target(About.BLOCK, document.key, (anchor(document, span),))


def outlet(name: str) -> Target:
    """An outlet, by its name alone."""
    return Target(About.OUTLET, name)


def of_decision(undone: Decision) -> Target:
    """A decision that is to be undone."""
    return Target(About.DECISION, undone.id)

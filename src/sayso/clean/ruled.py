"""What people ruled about a document, on top of what cleaning finds: its outlet, its date, the roles of its blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.documents import Basis, Block, Document, Profile, Published, Role
from sayso.findings import About, Ruling, What
from sayso.outlets import named
from sayso.spans import Span


def as_ruled(document: Document, profile: Profile, rulings: Sequence[Ruling]) -> Profile:
    """The profile with the outlet and the date that people gave it, if any; the latest of each holds."""
    for ruling in rulings:
        if ruling.about is not About.DOCUMENT or ruling.value is None or not _is_on(ruling, document):
            continue
        if ruling.what is What.OUTLET:
            known = named(ruling.value)
            outlet = known.name if known else ruling.value
            because = (*(line for line in profile.because if not line.startswith("outlet: ")), f"outlet: {ruling.because}")
            profile = replace(profile, outlet=outlet, family=known.family if known else None, because=because)
        elif ruling.what is What.DATE:
            profile = replace(profile, published=Published(ruling.value, Basis.RULED, (ruling.because,)))
    return profile


def with_roles(document: Document, profile: Profile, rulings: Sequence[Ruling]) -> Profile:
    """The profile with the roles that people gave to stretches of the text; what a stretch leaves of a block keeps its role."""
    for ruling in rulings:
        if ruling.what is What.ROLE and ruling.value is not None:
            for place in ruling.places:
                if place.document == document.id and place.span:
                    given = Block(place.span, Role(ruling.value), (ruling.because,))
                    rest = (part for block in profile.blocks for part in _left(block, place.span, document.text))
                    profile = replace(profile, blocks=tuple(sorted((*rest, given), key=lambda block: block.span)))
    return profile


def _is_on(ruling: Ruling, document: Document) -> bool:
    return any(place.document == document.id for place in ruling.places)


def _left(block: Block, taken: Span, text: str) -> Iterator[Block]:
    """What of a block lies before and behind the stretch."""
    if not block.span.overlaps(taken):
        yield block
        return
    for start, end in ((block.span.start, taken.start), (taken.end, block.span.end)):
        if start < end and (left := Span(start, end).trimmed(text)):
            yield replace(block, span=left)

"""Where accounts part, side by side, with the words that part marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.findings import Claim, Difference, DifferenceKind, Side, Verdict
from sayso.spans import Span
from sayso.store.base import View
from sayso.web import wording
from sayso.web.contexts.parting import parting
from sayso.web.contexts.ruled import RulingShown
from sayso.web.contexts.shelf import Absent, Quote, Shelf

ABSENT = frozenset({DifferenceKind.HEDGE, DifferenceKind.ATTRIBUTION, DifferenceKind.NEGATION})
"""Kinds in which one side lacks a word: there the values say what parts, and no word is picked out of a long span."""


@dataclass(frozen=True, slots=True)
class SideShown:
    """One side: the sentence with its words marked, and the value in plain form; `also` are the others who have that value."""

    value: str
    quote: Quote
    also: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class DifferenceShown:
    """A difference in words. `weight` names its look: conflict, altered, lost, changed or compatible."""

    id: str
    href: str
    name: str
    weight: str
    matters: bool
    claim: str
    claim_href: str
    sides: tuple[SideShown, ...]
    because: tuple[str, ...]
    rejected: bool
    ruled: tuple[RulingShown, ...]


@dataclass(frozen=True, slots=True)
class DifferencePage:
    """One difference with the claim and the story that it belongs to."""

    case: str
    difference: DifferenceShown
    story: str
    story_href: str


def by_weight(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Conflicts first, what is compatible last; else as the view gives them."""
    return tuple(sorted(found, key=lambda d: wording.VERDICTS.index(d.verdict)))


def shown(shelf: Shelf, one: Difference) -> DifferenceShown:
    claim = shelf.view.get(Claim, one.claim)
    marks = _parts(shelf, one)
    return DifferenceShown(
        id=one.id,
        href=f"/differences/{one.id}",
        name=wording.capital(wording.difference(one.kind, one.verdict)),
        weight="changed" if one.verdict is Verdict.CHANGED else one.verdict.value,
        matters=one.verdict in wording.MATTERS and not shelf.ruled.is_rejected(one.id),
        claim=claim.text if claim else "",
        claim_href=f"/claims/{one.claim}",
        sides=_sides(
            (side.value, shelf.quote(side.document, side.span, "account", parts))
            for side, parts in zip(one.sides, marks, strict=True)
        ),
        because=one.because,
        rejected=shelf.ruled.is_rejected(one.id),
        ruled=shelf.ruled.of(one.id),
    )


def _sides(found: Iterable[tuple[str, Quote]]) -> tuple[SideShown, ...]:
    """A side for each value: ten reports that agree against one are two sides."""
    having: dict[str, list[Quote]] = {}
    for value, quote in found:
        having.setdefault(value, []).append(quote)
    return tuple(SideShown(value, quotes[0], tuple(quotes[1:])) for value, quotes in having.items())


def page(view: View, key: str) -> DifferencePage:
    """Raises `Absent` when the case has no such difference."""
    one = view.get(Difference, key)
    claim = view.get(Claim, one.claim) if one else None
    if one is None or claim is None:
        raise Absent(key)
    shelf = Shelf(view)
    story, href = shelf.story(claim.story)
    return DifferencePage(view.name, shown(shelf, one), story, href)


def _parts(shelf: Shelf, one: Difference) -> tuple[tuple[Span, ...], ...]:
    """The words that part on each side, as spans of each document's text."""
    if one.kind in ABSENT:
        return tuple(_short(side) for side in one.sides)
    texts = [side.span.of(shelf.document(side.document).text) for side in one.sides]
    return tuple(
        tuple(span.moved(side.span.start) for span in spans) or _short(side)
        for side, spans in zip(one.sides, parting(texts), strict=True)
    )


def _short(side: Side, most: int = 60) -> tuple[Span, ...]:
    return (side.span,) if len(side.span) <= most else ()

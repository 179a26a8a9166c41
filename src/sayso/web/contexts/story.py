"""A story: what it comes to in one line, where its reports part, who says what, who repeats whom, and when things happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.documents import Document, Profile
from sayso.findings import Claim, Difference, Event, Lineage, Passage, Silences, Story, Unread
from sayso.store.base import View
from sayso.web import wording
from sayso.web.contexts.case import unfinished
from sayso.web.contexts.differences import DifferenceShown, by_weight, shown
from sayso.web.contexts.finding import Finding, finding
from sayso.web.contexts.leaves import Leaf, leaf
from sayso.web.contexts.repeats import Repeat, repeats
from sayso.web.contexts.ruled import RulingShown
from sayso.web.contexts.shelf import Absent, Quote, Shelf, Source
from sayso.web.contexts.table import ORDERS, Column, Row, columns, documents_of, ordered, reports_of, rows

T = TypeVar("T")

PARTED, SHARED, SINGLE, EVENTS, REPEATS = 20, 40, 100, 40, 20
"""How many of each are on a leaf."""


@dataclass(frozen=True, slots=True)
class Order:
    """A way to order the claims, and where the page is so ordered."""

    words: str
    chosen: bool
    href: str


@dataclass(frozen=True, slots=True)
class EventLine:
    """`claim_href` leads to the claim that the words belong to, if they belong to one."""

    date: str
    edtf: str
    basis: str
    quote: Quote
    claim_href: str | None


@dataclass(frozen=True, slots=True)
class StoryPage:
    """`shared` are the claims of two or more reports, `single` those of one; each row has one cell a column. Of long lists it is
    a leaf; `more_repeats` pairs are on the page of lineage only.
    """

    case: str
    id: str
    label: str
    language: str
    finding: Finding
    because: tuple[str, ...]
    ruled: tuple[RulingShown, ...]
    sources: tuple[Source, ...]
    differences: tuple[DifferenceShown, ...]
    parted_leaf: Leaf
    columns: tuple[Column, ...]
    orders: tuple[Order, ...]
    shared: tuple[Row, ...]
    shared_leaf: Leaf
    single: tuple[Row, ...]
    single_leaf: Leaf
    repeats: tuple[Repeat, ...]
    more_repeats: int
    events: tuple[EventLine, ...]
    event_leaf: Leaf
    unfinished: tuple[str, ...]


def page(view: View, key: str, sort: str = "", parted: str = "", shared: str = "", single: str = "", events: str = "") -> StoryPage:
    """`sort` is the order of the claims, one of `ORDERS`; the others say where the leaf of each list begins that is shown.

    Raises `Absent` when the case has no such story.
    """
    asked = {"sort": sort if sort in ORDERS else "", "parted": parted, "shared": shared, "single": single, "events": events}
    return _page(view, key, asked, whole=False)


def whole(view: View, key: str) -> StoryPage:
    """The page with every list in full. Raises `Absent` when the case has no such story."""
    return _page(view, key, {}, whole=True)


def _page(view: View, key: str, asked: Mapping[str, str], *, whole: bool) -> StoryPage:
    def leafed(name: str, things: Sequence[T], size: int) -> tuple[tuple[T, ...], Leaf]:
        return leaf(things, asked.get(name, ""), max(1, len(things)) if whole else size, name, **asked)

    story = view.get(Story, key)
    if story is None:
        raise Absent(key)
    shelf = Shelf(view)
    profiles, unread = view.in_story(Profile, key), view.in_story(Unread, key)
    shelf.take(view.in_story(Document, key), profiles)
    sources = tuple(shelf.source(document) for document in story.documents)
    claims = view.in_story(Claim, key)
    differences = view.in_story(Difference, key)
    sort = asked.get("sort", "")
    counted = shelf.ruled.counted(differences)
    order = ordered(claims, counted, story.documents, sort)
    told, told_leaf = leafed("shared", [c for c in order if reports_of(c) > 1], SHARED)
    alone, alone_leaf = leafed("single", [c for c in order if reports_of(c) < 2], SINGLE)
    apart, parted_leaf = leafed("parted", _rejected_last(shelf, by_weight(differences)), PARTED)
    when, event_leaf = leafed("events", sorted(view.in_story(Event, key), key=lambda e: (e.date, e.id)), EVENTS)
    quoted: tuple[Claim | Difference | Event, ...] = (*told, *alone, *apart, *when)
    shelf.read(dict.fromkeys(document for one in quoted for document in documents_of(one)))
    heads = columns(sources, frozenset(one.document for one in unread))
    lineages, passages = view.in_story(Lineage, key), view.in_story(Passage, key)
    quiet = Silences(story, profiles, unread, lineages, passages)
    pairs = repeats(shelf, lineages, passages)
    return StoryPage(
        case=view.name,
        id=story.id,
        label=story.label,
        language=sources[0].language if sources else "und",
        finding=finding(sources, shelf.ruled.counted(claims), counted),
        ruled=shelf.ruled.of(story.id),
        because=story.because,
        sources=sources,
        differences=tuple(shown(shelf, d) for d in apart),
        parted_leaf=parted_leaf,
        columns=heads,
        orders=tuple(Order(words, name == sort, f"?sort={name}" if name else "?") for name, words in ORDERS.items()),
        shared=rows(shelf, told, counted, heads, quiet),
        shared_leaf=told_leaf,
        single=rows(shelf, alone, counted, heads, quiet),
        single_leaf=alone_leaf,
        repeats=pairs if whole else pairs[:REPEATS],
        more_repeats=0 if whole else max(0, len(pairs) - REPEATS),
        events=tuple(_event(shelf, event) for event in when),
        event_leaf=event_leaf,
        unfinished=unfinished(view.runs()),
    )


def _rejected_last(shelf: Shelf, found: Sequence[Difference]) -> Sequence[Difference]:
    return sorted(found, key=lambda one: shelf.ruled.is_rejected(one.id))


def _event(shelf: Shelf, event: Event) -> EventLine:
    return EventLine(
        date=wording.date(event.date),
        edtf=event.date,
        basis=wording.basis(event.basis),
        quote=shelf.quote(event.document, event.span, "account"),
        claim_href=f"/claims/{event.claim}" if event.claim else None,
    )

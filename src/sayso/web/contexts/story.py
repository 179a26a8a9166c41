"""A story: what it comes to in one line, where its reports part, who says what, who repeats whom, and when things happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.documents import Document, Profile
from sayso.findings import Claim, Difference, Event, Lineage, Passage, Story, Unread
from sayso.store.base import View
from sayso.web import wording
from sayso.web.contexts.case import unfinished
from sayso.web.contexts.differences import DifferenceShown, by_weight, shown
from sayso.web.contexts.finding import Finding, finding
from sayso.web.contexts.repeats import Repeat, repeats
from sayso.web.contexts.shelf import Absent, Quote, Shelf, Source
from sayso.web.contexts.silence import silences
from sayso.web.contexts.table import Column, Row, columns, rows


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
    """`shared` are the claims of two or more reports, `single` those of one; each row has one cell a column."""

    case: str
    id: str
    label: str
    language: str
    finding: Finding
    because: tuple[str, ...]
    sources: tuple[Source, ...]
    differences: tuple[DifferenceShown, ...]
    columns: tuple[Column, ...]
    shared: tuple[Row, ...]
    single: tuple[Row, ...]
    repeats: tuple[Repeat, ...]
    events: tuple[EventLine, ...]
    unfinished: tuple[str, ...]


def page(view: View, key: str) -> StoryPage:
    """Raises `Absent` when the case has no such story."""
    story = view.get(Story, key)
    if story is None:
        raise Absent(key)
    shelf = Shelf(view)
    shelf.take(view.in_story(Document, key), view.in_story(Profile, key))
    sources = tuple(shelf.source(document) for document in story.documents)
    claims = view.in_story(Claim, key)
    differences = view.in_story(Difference, key)
    heads = columns(sources, frozenset(unread.document for unread in view.in_story(Unread, key)))
    table = rows(shelf, claims, differences, heads, silences(view, story))
    return StoryPage(
        case=view.name,
        id=story.id,
        label=story.label,
        language=sources[0].language if sources else "und",
        finding=finding(sources, claims, differences),
        because=story.because,
        sources=sources,
        differences=tuple(shown(shelf, d) for d in by_weight(differences)),
        columns=heads,
        shared=tuple(row for row in table if row.reports > 1),
        single=tuple(row for row in table if row.reports < 2),
        repeats=repeats(shelf, _inside(story, view.in_story(Lineage, key)), view.in_story(Passage, key)),
        events=tuple(_event(shelf, event) for event in sorted(view.in_story(Event, key), key=lambda e: (e.date, e.id))),
        unfinished=unfinished(view.runs()),
    )


def _inside(story: Story, found: Sequence[Lineage]) -> tuple[Lineage, ...]:
    return tuple(one for one in found if {one.a, one.b} <= set(story.documents))


def _event(shelf: Shelf, event: Event) -> EventLine:
    return EventLine(
        date=wording.date(event.date),
        edtf=event.date,
        basis=wording.basis(event.basis),
        quote=shelf.quote(event.document, event.span, "account"),
        claim_href=f"/claims/{event.claim}" if event.claim else None,
    )

"""Who took from whom in a story, over the time of publication: drawn, and the same as a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.documents import Document, Profile
from sayso.findings import Direction, Lineage, Passage, Relation, Story
from sayso.store.base import View
from sayso.web import wording
from sayso.web.contexts.repeats import Repeat, repeats
from sayso.web.contexts.shelf import Absent, Shelf, Source
from sayso.web.contexts.swimlane import Bond, Dated, Swimlane, swimlane

LOOKS = {
    Relation.DERIVED: "derived",
    Relation.VERSION: "version",
    Relation.COMMON_ORIGIN: "common",
    Relation.NOT_ESTABLISHED: "open",
}
PUBLISHED = "published {when}"


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in the order of publication, with all that it shares with others, those it shares most with first."""

    source: Source
    shares: tuple[Repeat, ...]


@dataclass(frozen=True, slots=True)
class LineagePage:
    """`left_out` is how many pairs the drawing leaves out, because both are joined to others that they share more with."""

    case: str
    story: str
    story_href: str
    drawing: Swimlane
    left_out: int
    reports: tuple[ReportLine, ...]
    alone: tuple[Source, ...]


def page(view: View, key: str) -> LineagePage:
    """Raises `Absent` when the case has no such story."""
    story = view.get(Story, key)
    if story is None:
        raise Absent(key)
    shelf = Shelf(view)
    profiles = view.in_story(Profile, key)
    shelf.take(view.in_story(Document, key), profiles)
    dates = {profile.document: profile.published.date for profile in profiles}
    found = view.in_story(Lineage, key)
    shared = _by_report(repeats(shelf, found, view.in_story(Passage, key)))
    lineages = [one for one in found if one.b in shared.get(one.a, {})]
    drawn = strongest(lineages)
    sources = [shelf.source(document) for document in story.documents]
    return LineagePage(
        case=view.name,
        story=story.label,
        story_href=f"/stories/{story.id}",
        drawing=swimlane([_dated(source, dates.get(source.document)) for source in sources], _bonds(drawn, shared)),
        left_out=len(lineages) - len(drawn),
        reports=tuple(ReportLine(s, tuple(shared[s.document].values())) for s in sources if s.document in shared),
        alone=tuple(source for source in sources if source.document not in shared),
    )


def _by_report(found: Iterable[Repeat]) -> Mapping[str, Mapping[str, Repeat]]:
    """For each report what it shares, by the other report."""
    shared: dict[str, dict[str, Repeat]] = {}
    for one in found:
        shared.setdefault(one.a.document, {})[one.b.document] = one
        shared.setdefault(one.b.document, {})[one.a.document] = one
    return shared


def strongest(found: Sequence[Lineage]) -> tuple[Lineage, ...]:
    """Of all pairs those that join every report to the rest, what is established first, then what shares most: a forest, so that
    300 reports can be drawn.
    """
    group: dict[str, str] = {}

    def root(key: str) -> str:
        while group.get(key, key) != key:
            group[key] = group.get(group[key], group[key])
            key = group[key]
        return key

    kept = []
    for one in sorted(found, key=_weight):
        if root(one.a) != root(one.b):
            group[root(one.a)] = root(one.b)
            kept.append(one)
    return tuple(kept)


def _weight(one: Lineage) -> tuple[bool, float, str, str]:
    return one.relation is Relation.NOT_ESTABLISHED, -max(one.a_share, one.b_share), one.a, one.b


def _dated(source: Source, published: str | None) -> Dated:
    name = source.outlet if source.named else "Outlet not stated"
    when = PUBLISHED.format(when=source.published) if published else wording.date(None)
    return Dated(source.document, name, published, f"{source.outlet}: {source.title}, {when}", source.href)


def _bonds(drawn: Iterable[Lineage], shared: Mapping[str, Mapping[str, Repeat]]) -> Iterable[Bond]:
    """Each from whom it was taken to who took it."""
    for one in drawn:
        a, b = (one.b, one.a) if one.direction is Direction.B_TO_A else (one.a, one.b)
        repeat = shared[a][b]
        yield Bond(
            a=a,
            b=b,
            look=LOOKS[one.relation],
            taken=one.direction in (Direction.A_TO_B, Direction.B_TO_A),
            share=max(one.a_share, one.b_share),
            label=f"{repeat.shares}: {repeat.follows}",
            href=repeat.href,
        )

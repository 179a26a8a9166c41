"""The case at a glance: its stories with their counts, what could not be read, and whether the analysis is complete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.documents import Document, Profile, Rejected
from sayso.findings import Claim, Difference, Story
from sayso.store.base import StageRun, View
from sayso.web import wording
from sayso.web.contexts.finding import Finding, finding, outlets
from sayso.web.contexts.leaves import Leaf, leaf
from sayso.web.contexts.shelf import Shelf, Source

STORIES, REPORTS = 25, 100
"""How many of each are on a leaf."""


@dataclass(frozen=True, slots=True)
class StoryLine:
    id: str
    href: str
    label: str
    language: str
    finding: Finding
    outlets: tuple[str, ...]
    unnamed: int


@dataclass(frozen=True, slots=True)
class RejectedLine:
    path: str
    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class CasePage:
    """`unfinished` is what the latest run has still to find; `loose` the reports that are in no story."""

    case: str
    reports: int
    stories: tuple[StoryLine, ...]
    story_leaf: Leaf
    loose: tuple[Source, ...]
    loose_leaf: Leaf
    rejected: tuple[RejectedLine, ...]
    rejected_leaf: Leaf
    unfinished: tuple[str, ...]
    empty: bool


def page(view: View, stories: str = "", loose: str = "", rejected: str = "") -> CasePage:
    """`stories`, `loose` and `rejected` say where the leaf of each list begins that is shown."""
    known = sorted(view.all(Story), key=lambda story: -len(story.documents))
    placed = {document for story in known for document in story.documents}
    reports = view.ids(Document)
    others = {"stories": stories, "loose": loose, "rejected": rejected}
    told, story_leaf = leaf(known, stories, STORIES, "stories", **others)
    alone, loose_leaf = leaf([key for key in reports if key not in placed], loose, REPORTS, "loose", **others)
    refused, rejected_leaf = leaf(view.all(Rejected), rejected, REPORTS, "rejected", **others)
    shelf = Shelf(view)
    keys = [story.id for story in told]
    shelf.take(view.in_story(Document, *keys), view.in_story(Profile, *keys))
    shelf.take(view.in_document(Document, *alone), view.in_document(Profile, *alone))
    claims, differences = _by_story(view, keys)
    return CasePage(
        case=view.name,
        reports=len(reports),
        stories=tuple(_line(shelf, s, claims.get(s.id, ()), differences.get(s.id, ())) for s in told),
        story_leaf=story_leaf,
        loose=tuple(shelf.source(key) for key in alone),
        loose_leaf=loose_leaf,
        rejected=tuple(RejectedLine(r.path, r.stage, r.reason) for r in refused),
        rejected_leaf=rejected_leaf,
        unfinished=unfinished(view.runs()),
        empty=not reports,
    )


def unfinished(runs: Sequence[StageRun]) -> tuple[str, ...]:
    """What the latest run has still to find, in words, in the order in which it will."""
    return tuple(wording.STAGES.get(run.stage, run.stage) for run in runs if run.seconds is None)


def _by_story(view: View, stories: Sequence[str]) -> tuple[dict[str, list[Claim]], dict[str, list[Difference]]]:
    claims: dict[str, list[Claim]] = {}
    differences: dict[str, list[Difference]] = {}
    story_of = {}
    for claim in view.in_story(Claim, *stories):
        story_of[claim.id] = claim.story
        claims.setdefault(claim.story, []).append(claim)
    for difference in view.in_story(Difference, *stories):
        differences.setdefault(story_of[difference.claim], []).append(difference)
    return claims, differences


def _line(shelf: Shelf, story: Story, claims: Sequence[Claim], differences: Sequence[Difference]) -> StoryLine:
    sources = [shelf.source(key) for key in story.documents]
    found = finding(sources, shelf.ruled.counted(claims), shelf.ruled.counted(differences))
    return StoryLine(
        id=story.id,
        href=f"/stories/{story.id}",
        label=story.label,
        language=sources[0].language if sources else "und",
        finding=found,
        outlets=outlets(sources),
        unnamed=sum(not s.named for s in sources),
    )

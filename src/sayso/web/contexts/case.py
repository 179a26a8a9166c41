"""The case at a glance: its stories with their counts, what could not be read, and whether the analysis is complete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.documents import Document, Profile, Rejected
from sayso.findings import Claim, Difference, Story
from sayso.store.base import StageRun, View
from sayso.web import wording
from sayso.web.contexts.finding import Finding, finding, outlets
from sayso.web.contexts.shelf import Shelf, Source


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
    loose: tuple[Source, ...]
    rejected: tuple[RejectedLine, ...]
    unfinished: tuple[str, ...]
    empty: bool


def page(view: View) -> CasePage:
    shelf = Shelf(view)
    documents = view.all(Document)
    shelf.take(documents, view.all(Profile))
    claims, differences = _by_story(view)
    stories = view.all(Story)
    placed = {document for story in stories for document in story.documents}
    lines = [_line(shelf, s, claims.get(s.id, ()), differences.get(s.id, ())) for s in stories]
    loose = [d.id for d in documents if d.id not in placed]
    return CasePage(
        case=view.name,
        reports=len(documents),
        stories=tuple(sorted(lines, key=lambda line: -line.finding.counts.reports)),
        loose=tuple(shelf.source(key) for key in loose),
        rejected=tuple(RejectedLine(r.path, r.stage, r.reason) for r in view.all(Rejected)),
        unfinished=unfinished(view.runs()),
        empty=not documents,
    )


def unfinished(runs: Sequence[StageRun]) -> tuple[str, ...]:
    """What the latest run has still to find, in words, in the order in which it will."""
    return tuple(wording.STAGES.get(run.stage, run.stage) for run in runs if run.seconds is None)


def _by_story(view: View) -> tuple[dict[str, list[Claim]], dict[str, list[Difference]]]:
    claims: dict[str, list[Claim]] = {}
    differences: dict[str, list[Difference]] = {}
    story_of = {}
    for claim in view.all(Claim):
        story_of[claim.id] = claim.story
        claims.setdefault(claim.story, []).append(claim)
    for difference in view.all(Difference):
        differences.setdefault(story_of.get(difference.claim, ""), []).append(difference)
    return claims, differences


def _line(shelf: Shelf, story: Story, claims: Sequence[Claim], differences: Sequence[Difference]) -> StoryLine:
    sources = [shelf.source(key) for key in story.documents]
    found = finding(sources, claims, differences)
    return StoryLine(
        id=story.id,
        href=f"/stories/{story.id}",
        label=story.label,
        language=sources[0].language if sources else "und",
        finding=found,
        outlets=outlets(sources),
        unnamed=sum(not s.named for s in sources),
    )

"""The case at a glance, its documents and its timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import RenderableType
from rich.text import Text

from sayso.cli.accounts import COLOUR, most_told, verdict
from sayso.cli.answers import in_numbers
from sayso.cli.layout import by_size, chosen, heading, indented, item, short_ids, table
from sayso.cli.phrases import many, origins, outlet, published, rejection, shortened, unread
from sayso.cli.place import typed
from sayso.cli.plain import plain
from sayso.decisions.standings import rejected_findings
from sayso.documents import Basis, Document, Profile, Rejected, Version
from sayso.findings import Difference, Event, Story, Unread
from sayso.store.base import View

MOST_TOLD = 3


def overview(view: View, place: Path | None) -> Iterator[RenderableType]:
    """What the case holds, story by story, and where to look next; without a place, the case is not there to look into."""
    stories, ids = by_size(view), short_ids(view)
    reports, rejected = len(view.all(Document)), len(view.all(Rejected))
    counts = [many(reports, "report"), many(len(stories), "story", "stories")]
    if rejected:
        counts.append(f"{many(rejected, 'input')} rejected")
    yield Text(f"{plain(view.name)}: {', '.join(counts)}", style="bold")
    if unfinished := [run.stage for run in view.runs() if run.seconds is None]:
        yield Text(f"The run was stopped before: {', '.join(unfinished)}. To go on: sayso run -c {typed(place)}", style="yellow")
    if left_out := view.all(Unread):
        yield Text(_not_read(left_out, place), style="yellow")
    for story in stories:
        yield from _at_a_glance(view, story, ids[story.id])
    if stories and place:
        yield ""
        yield Text(f"More: sayso show {typed(place)} claims --story {ids[stories[0].id]}", style="dim")
        yield Text("(or differences, origins, documents, timeline, in place of claims)", style="dim")


def _not_read(left_out: Sequence[Unread], place: Path | None) -> str:
    """In how many reports who says what was not looked for, and why."""
    whole = sum(one.whole for one in left_out)
    parts = len(left_out) - whole
    where = " and ".join([many(whole, "report")] * bool(whole) + [f"parts of {many(parts, 'report')}"] * bool(parts))
    reasons = sorted({why for one in left_out for why in one.because})
    which = f" Which: sayso show {typed(place)} documents" if place else ""
    return f"Names, and who says what, were not looked for in {where}: {', '.join(reasons)}.{which}"


def _at_a_glance(view: View, story: Story, short: str) -> Iterator[RenderableType]:
    n = in_numbers(view, story)
    yield ""
    yield Text.assemble((plain(story.label), "bold"), (f"  [{short}]", "dim"))
    unnamed = sum(1 for p in view.in_story(Profile, story.id) if not p.outlet)
    by = f"by {many(n['outlets'], 'outlet')}" if n["outlets"] else ""
    missing = "" if not unnamed else f"({unnamed} without a stated outlet)" if by else "(outlet not stated)"
    yield indented(Text(" ".join(filter(None, [many(n["documents"], "report"), by, missing]))))
    several = n["claims_in_several_reports"]
    yield indented(Text(f"{many(n['claims'], 'claim')}, {several or 'none'} in more than one report"))
    if parted := _kinds(view, story):
        yield indented(Text(f"accounts part: {parted}", style="magenta"))
    for claim in most_told(view, story)[:MOST_TOLD]:
        told = len({a.document for a in claim.accounts})
        if told > 1:
            behind = (f"[{many(told, 'report')}, {origins(claim.origins)}]", COLOUR[claim.origins.status])
            yield indented(item(Text.assemble(shortened(plain(claim.text), 160), "  ", behind)))


def _kinds(view: View, story: Story) -> str:
    """ "2 × quotation altered, 1 × number compatible", without those that a person rejected."""
    counts: dict[str, int] = {}
    rejected = rejected_findings(view)
    for difference in view.in_story(Difference, story.id):
        if difference.id not in rejected:
            kind = verdict(difference)
            counts[kind] = counts.get(kind, 0) + 1
    return ", ".join(f"{count} × {kind}" for kind, count in sorted(counts.items(), key=lambda c: (-c[1], c[0])))


def documents(view: View, story: str | None, ids: bool = False) -> Iterator[RenderableType]:
    """Each report with its outlet, date, title and number of versions; what was not searched for who says what; the rejects."""
    profiles = {p.document: p for p in view.all(Profile)}
    reports = view.in_story(Document, story) if story else view.all(Document)
    before = Counter(version.document for version in view.all(Version))
    versioned = any(before[of.id] for of in reports)
    made = table("Outlet", "Published", "Title", "File", *(["Versions"] if versioned else []), *(["Id"] if ids else []))
    for of in reports:
        profile = profiles.get(of.id)
        named = plain(profile.outlet or "not stated") if profile else ""
        when, title = (published(profile.published), plain(profile.title or "")) if profile else ("", "")
        versions = [str(1 + before[of.id])] if versioned else []
        made.add_row(*map(Text, [named, when, title, plain(of.key), *versions, *([of.id] if ids else [])]))
    yield made
    keys = {of.id: of.key for of in reports}
    for left_out in view.in_story(Unread, story) if story else view.all(Unread):
        if left_out.document in keys:
            words = f"Not searched for names and who says what: {plain(keys[left_out.document])} {unread(left_out)}"
            yield Text(words, style="yellow")
    if not story:
        for rejected in view.all(Rejected):
            yield Text(rejection(rejected), style="yellow")


def timeline(view: View, story: str | None) -> Iterator[RenderableType]:
    """What is said to have happened when, and who says it, story by story in order of time."""
    profiles = {p.document: p for p in view.all(Profile)}
    documents = {d.id: d for d in view.all(Document)}
    for one in chosen(view, story):
        events = sorted(view.in_story(Event, one.id), key=lambda e: (e.date, e.document, e.span))
        if not events:
            continue
        yield heading(one)
        made = table("When", "Outlet", "What is said to have happened")
        for event in events:
            of = documents[event.document]
            when = plain(event.date) + ("" if event.basis is Basis.STATED else f" ({event.basis})")
            made.add_row(Text(when), Text(outlet(profiles.get(of.id), of)), Text(plain(event.span.of(of.text))))
        yield indented(made)

"""The case as tables for a terminal, from 80 columns up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.cli.answers import in_numbers
from sayso.cli.phrases import many, outlet, published
from sayso.cli.plain import plain
from sayso.documents import Document, Profile, Rejected
from sayso.findings import Event, Story
from sayso.store.base import View


class Out(Console):
    """Standard output. Text is never read as markup: what stands in a source is shown as it stands there."""

    def __init__(self) -> None:
        super().__init__(markup=False, emoji=False, highlight=False)

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console() -> Console:
    return Out()


def table(*columns: str, numbers: tuple[str, ...] = ()) -> Table:
    made = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False, header_style="bold")
    for column in columns:
        narrow = column in numbers
        made.add_column(column, justify="right" if narrow else "left", overflow="fold", no_wrap=narrow)
    return made


def overview(view: View, place: Path) -> RenderableType:
    """What the case holds, story by story, and where to look next."""
    stories = by_size(view)
    head = f"{view.name}: {many(len(view.all(Document)), 'report')}, {many(len(stories), 'story', 'stories')}"
    parts: list[RenderableType] = [Text(head, style="bold"), ""]
    if unfinished := [run.stage for run in view.runs() if run.seconds is None]:
        parts += [Text(f"The run was stopped before: {', '.join(unfinished)}. To go on: sayso run -c {place}", style="yellow"), ""]
    if rejected := view.all(Rejected):
        parts += [Text(f"{many(len(rejected), 'input')} rejected."), ""]
    if stories:
        parts += [stories_table(view, stories), "", Text(f"More: sayso show {place} claims", style="dim")]
        parts += [Text("      (or differences, origins, documents, timeline)", style="dim")]
    return Group(*parts)


def by_size(view: View) -> list[Story]:
    """The stories, that of most reports first."""
    return sorted(view.all(Story), key=lambda story: -len(story.documents))


def stories_table(view: View, stories: list[Story]) -> Table:
    counts = ("Reports", "Outlets", "Claims", "in several", "Differ")
    made = table("Story", "", *counts, numbers=counts)
    for story in stories:
        n = in_numbers(view, story)
        numbers = (n["documents"], n["outlets"], n["claims"], n["claims_in_several_reports"], n["differences"])
        made.add_row(Text(story.id, style="dim"), Text(plain(story.label)), *map(str, numbers))
    return made


def documents(view: View, story: str | None) -> Iterator[RenderableType]:
    """Each report with its outlet, date and title."""
    profiles = {p.document: p for p in view.all(Profile)}
    made = table("Outlet", "Published", "Title", "File")
    for of in view.in_story(Document, story) if story else view.all(Document):
        profile = profiles.get(of.id)
        when, title = (published(profile.published), plain(profile.title or "")) if profile else ("", "")
        made.add_row(*map(Text, [outlet(profile, of), when, title, plain(of.key)]))
    yield made
    if not story:
        for rejected in view.all(Rejected):
            yield Text(f"Rejected: {plain(rejected.path)}: {plain(rejected.reason)}", style="yellow")


def timeline(view: View, story: str | None) -> Iterator[RenderableType]:
    """What is said to have happened when, and who says it, story by story in order of time."""
    profiles = {p.document: p for p in view.all(Profile)}
    documents = {d.id: d for d in view.all(Document)}
    for one in chosen(view, story):
        yield heading(one)
        made = table("When", "Outlet", "What is said to have happened")
        for event in sorted(view.in_story(Event, one.id), key=lambda e: (e.date, e.document, e.span)):
            of = documents[event.document]
            when = plain(event.date) + ("" if event.basis == "stated" else f" ({event.basis})")
            made.add_row(Text(when), Text(outlet(profiles.get(of.id), of)), Text(plain(event.span.of(of.text))))
        yield indented(made)


def chosen(view: View, story: str | None) -> list[Story]:
    return [one for one in by_size(view) if story in (None, one.id)]


def heading(story: Story) -> RenderableType:
    return Group("", Text.assemble((plain(story.label), "bold underline"), f"  {many(len(story.documents), 'report')}"))


def indented(what: RenderableType) -> RenderableType:
    return Padding(what, (0, 0, 0, 2))

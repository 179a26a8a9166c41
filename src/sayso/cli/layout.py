"""The look of what is printed on a terminal, from 80 columns up."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.cli.phrases import many
from sayso.cli.plain import plain
from sayso.findings import Story
from sayso.store.base import View


class Out(Console):
    """Standard output. Text is never read as markup: what stands in a source is shown as it stands there."""

    def __init__(self) -> None:
        super().__init__(markup=False, emoji=False, highlight=False)

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def table(*columns: str) -> Table:
    made = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False, header_style="bold")
    for column in columns:
        made.add_column(column, overflow="fold")
    return made


def indented(what: RenderableType, by: int = 2) -> RenderableType:
    return Padding(what, (0, 0, 0, by), expand=False)


def item(what: RenderableType) -> RenderableType:
    """One of several, behind a dot, its further lines below its first word."""
    made = Table.grid(padding=(0, 1))
    made.add_row("·", what)
    return made


def heading(story: Story) -> RenderableType:
    return Group("", Text.assemble((plain(story.label), "bold underline"), f"  {many(len(story.documents), 'report')}"))


def by_size(view: View) -> list[Story]:
    """The stories, that of most reports first."""
    return sorted(view.all(Story), key=lambda story: -len(story.documents))


def chosen(view: View, story: str | None) -> list[Story]:
    return [one for one in by_size(view) if story in (None, one.id)]


def short_ids(view: View) -> dict[str, str]:
    """For each story the beginning of its id that suffices to name it."""
    bare = {story.id: story.id.removeprefix("s-") for story in view.all(Story)}
    length = 4
    while len({one[:length] for one in bare.values()}) < len(bare):
        length += 1
    return {whole: one[:length] for whole, one in bare.items()}

"""`sayso report`: a case as one page to send or print."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.messages import tell
from sayso.cli.place import named
from sayso.cli.show import story_of


@click.command("report")
@click.argument("case", metavar="CASE")
@click.option("-o", "--output", "page", metavar="FILE", required=True, help="The page to write, such as report.html.")
@click.option("--story", metavar="ID", help="Only this story; the first letters of its id are enough.")
def command(case: str, page: str, story: str | None) -> None:
    """Write a case as one web page that opens anywhere, needs no network and can be printed."""
    from sayso.export.base import together
    from sayso.report import html
    from sayso.store.view import CaseView

    place = Path(page)
    with CaseView(named(case)) as view:
        written = html(view, story_of(view, story) if story else None)
    with together(place.parent) as draft:
        draft(place.name).write_text(written, "utf8")
    tell(f"Wrote {page}.")

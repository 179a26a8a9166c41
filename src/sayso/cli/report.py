"""`sayso report`: a case as one page to send or print."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.messages import tell
from sayso.cli.place import is_of_a_case, named
from sayso.cli.show import story_of
from sayso.errors import UsageError


@click.command("report")
@click.argument("case", metavar="CASE")
@click.option("-o", "--output", "page", metavar="FILE", required=True, help="The page to write, such as report.html.")
@click.option("--story", metavar="ID", help="Only this story; the first letters of its id are enough.")
def command(case: str, page: str, story: str | None) -> None:
    """Write a case as one web page that opens anywhere, needs no network and can be printed."""
    from sayso.export.base import together
    from sayso.report import html
    from sayso.store.view import CaseView

    place, kept = Path(page), named(case)
    _must_not_replace(place, kept)
    with CaseView(kept) as view:
        written = html(view, story_of(view, story) if story is not None else None)
    with together(place.parent) as draft:
        draft(place.name).write_text(written, "utf8")
    tell(f"Wrote {page}.")


def _must_not_replace(place: Path, case: Path) -> None:
    """Raises `UsageError` when the report would be written over a folder or a case."""
    if place.is_dir():
        raise UsageError(f"{place}: is a folder", "Name the file to write, such as report.html: -o FILE")
    if is_of_a_case(place) or (place.exists() and case.exists() and place.samefile(case)):
        raise UsageError(f"{place}: is a case, and would be overwritten", "Name another file, such as report.html: -o FILE")

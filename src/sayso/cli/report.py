"""`sayso report`: a case as one page to send or print, or as Markdown for a draft."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.messages import tell
from sayso.cli.place import is_of_a_case, named
from sayso.cli.show import claim_of, story_of
from sayso.errors import UsageError

MARKDOWN = frozenset({".md", ".markdown"})


@click.command("report")
@click.argument("case", metavar="CASE")
@click.option("-o", "--output", "page", metavar="FILE", required=True, help="The page to write, report.html or report.md.")
@click.option("--story", metavar="ID", help="Only this story; the first letters of its id are enough.")
@click.option("--claim", "claims", metavar="ID", multiple=True, help="Only this claim and what belongs to it; may be given again.")
def command(case: str, page: str, story: str | None, claims: tuple[str, ...]) -> None:
    """Write a case as one web page that opens anywhere, needs no network and can be printed, or as Markdown for a draft."""
    from sayso.export.base import together
    from sayso.report import html, markdown
    from sayso.store.view import CaseView

    place, kept = Path(page), named(case)
    _must_not_replace(place, kept)
    with CaseView(kept) as view:
        one = story_of(view, story) if story is not None else None
        write = markdown if place.suffix.lower() in MARKDOWN else html
        written = write(view, one, [claim_of(view, begins) for begins in claims])
    with together(place.parent) as draft:
        draft(place.name).write_text(written, "utf8", errors="replace")
    tell(f"Wrote {page}.")


def _must_not_replace(place: Path, case: Path) -> None:
    """Raises `UsageError` when the report would be written over a folder or a case."""
    if place.is_dir():
        raise UsageError(f"{place}: is a folder", "Name the file to write, such as report.html: -o FILE")
    if is_of_a_case(place) or (place.exists() and case.exists() and place.samefile(case)):
        raise UsageError(f"{place}: is a case, and would be overwritten", "Name another file, such as report.html: -o FILE")

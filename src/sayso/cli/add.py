"""`sayso add`: addresses and files into a case."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.messages import tell
from sayso.cli.place import named

SOME_REJECTED = 3


@click.command("add")
@click.argument("case", metavar="CASE")
@click.argument("given", metavar="ADDRESS...", nargs=-1, required=True)
@click.option("--settings", metavar="FILE", help="A TOML file with other settings (docs/settings.md lists them all).")
@click.option("--json", "as_json", is_flag=True, help="Print what came of it as one JSON object.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no overview; only what went wrong.")
def command(case: str, given: tuple[str, ...], settings: str | None, as_json: bool, quiet: bool) -> int:
    """Fetch reports into a case, and find out who says what.

    ADDRESS is a page, or a feed or sitemap, whose reports are fetched with it. It may also be a file: a saved feed, an OPML list,
    a text with an address a line; another file is read as `sayso run` reads it.

    What is fetched is kept as it came in CASE.warc.gz, so that `sayso run CASE.warc.gz` does the same without the network. What was
    fetched before is asked for again; a page that has changed is a new version of its report. A site's robots.txt is kept to.

    \b
    sayso add harbour https://example.org/gate-left-open
    sayso add harbour https://example.org/feed.xml addresses.txt
    """
    from sayso.cli.run import make, print_json, print_overview

    place = named(case)
    made = make(place, given, None if settings is None else Path(settings), follow=True, quiet=quiet)
    if made.rejected:
        tell(f"{len(made.rejected)} rejected; the rest is in {place}.")
    if as_json:
        print_json(place, made)
    elif not quiet:
        print_overview(place)
    return SOME_REJECTED if made.rejected else 0

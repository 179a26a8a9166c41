"""`sayso export`: a case for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.messages import tell
from sayso.cli.place import named


@click.command("export")
@click.argument("case", metavar="CASE")
@click.option("--as", "form", metavar="FORMAT", type=click.Choice(["jsonl"]), default="jsonl", help="The format: jsonl.")
@click.option("-o", "--output", "folder", metavar="DIR", required=True, help="The folder to write to; it is made if need be.")
def command(case: str, form: str, folder: str) -> None:
    """Write everything in a case to files that other programs read: one file a kind, one JSON object a line.

    docs/export.md says what each field means. Other files in DIR are left alone.
    """
    from sayso.export import FORMATS
    from sayso.store.view import CaseView

    with CaseView(named(case)) as view:
        written = FORMATS[form](view, Path(folder))
    tell(f"Wrote {len(written)} files to {folder}.")

"""`sayso backup`: a copy of a case, also while it is in use."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.messages import tell
from sayso.cli.place import named


@click.command("backup")
@click.argument("case", metavar="CASE")
@click.argument("to", metavar="FILE")
@click.option("--force", is_flag=True, help="Replace FILE if it is there.")
def command(case: str, to: str, force: bool) -> None:
    """Copy a case to FILE, whole as of one moment, also while others read it or a run writes to it. The copy is checked."""
    from sayso.store.backup import backup

    place = named(to)
    backup(named(case), Path(place), force=force)
    tell(f"Wrote {place}.")

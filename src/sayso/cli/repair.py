"""`sayso repair`: a damaged case made anew from its own documents and decisions."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.messages import tell
from sayso.cli.place import named

SOME_LOST = 3


@click.command("repair")
@click.argument("case", metavar="CASE")
@click.option("--settings", metavar="FILE", help="The TOML file with the settings that the case was run with, if there was one.")
@click.option("--model", metavar="DIR", help="The model that the case was run with, if it was another one.")
@click.option("--anyway", is_flag=True, help="Make the findings anew of a sound case too.")
@click.option("-q", "--quiet", is_flag=True, help="No progress; only what went wrong.")
def command(case: str, settings: str | None, model: str | None, anyway: bool, quiet: bool) -> int:
    """Make a damaged case anew: its documents and decisions are saved row by row, everything else is found again.

    The damaged file is kept beside it, as NAME.damaged-1.sayso. What cannot be saved is told, and the command then ends with 3.
    Until the new case is whole and checked, nothing is changed.
    """
    from sayso import config
    from sayso.cli.progress import shown
    from sayso.cli.repairing import repaired
    from sayso.order import stages
    from sayso.store.verifying import flaws

    place = named(case)
    if not anyway and not flaws(place):
        tell(f"{place} is sound; there is nothing to repair.")
        return 0
    chosen = config.load(Path(settings)) if settings else config.Settings()
    progress = shown(quiet=quiet)
    with progress.around():
        made = repaired(place, stages(chosen, Path(model) if model else None), progress)
    for flaw in made.lost:
        tell(f"Lost: {flaw.where}: {flaw.what}")
    tell(f"{place} is whole again: {made.documents} documents, {made.decisions} decisions. The damaged file is {made.kept}.")
    if made.lost:
        tell(f"{len(made.lost)} things could not be saved; the lines above name them.", "Give lost documents again: sayso run PATH")
        return SOME_LOST
    return 0

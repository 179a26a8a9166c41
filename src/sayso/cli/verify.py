"""`sayso verify`: whether a case is what was kept."""

from __future__ import annotations

import click

from sayso.cli.messages import tell
from sayso.cli.place import named, typed


@click.command("verify")
@click.argument("case", metavar="CASE")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: a list of {where, what}, empty for a sound case.")
def command(case: str, as_json: bool) -> None:
    """Check a case: the file, the seals of its rows, every span in its text, what findings refer to, the log of decisions.

    Nothing is changed. Exits with 5 when something is not as it was kept.
    """
    from sayso.errors import CaseDamaged
    from sayso.store.verifying import flaws

    place = named(case)
    found = flaws(place)
    if as_json:
        from sayso.cli.answers import print_json

        print_json([{"where": flaw.where, "what": flaw.what} for flaw in found])
    for flaw in () if as_json else found:
        click.echo(f"{flaw.where}: {flaw.what}")
    if found:
        raise CaseDamaged(
            f"{place}: {len(found)} things are not as they were kept",
            f"Go back to a backup, or make it anew from its own documents and decisions: sayso repair {typed(place)}",
        )
    tell(f"{place} is sound.")

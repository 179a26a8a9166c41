"""`sayso decisions`: the log of what people ruled, and how it stands."""

from __future__ import annotations

import click

from sayso.cli.messages import tell
from sayso.cli.place import named


@click.command("decisions")
@click.argument("case", metavar="CASE")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the fields of the export (docs/export.md).")
def command(case: str, as_json: bool) -> None:
    """Show what people ruled on a case, the latest last, and whether it stands: a decision whose target is gone says so."""
    from sayso.cli.layout import Out
    from sayso.decisions.standings import standings
    from sayso.store.view import CaseView

    with CaseView(named(case)) as view:
        if as_json:
            from sayso.cli.answers import print_json, sheet

            print_json(sheet(view, "decisions", None))
            return
        from sayso.cli.rulings import told

        out, log = Out(), standings(view)
        for decision, standing in log:
            for line in told(decision, standing):
                out.print(line)
    if not log:
        tell("Nothing was ruled on this case yet.")

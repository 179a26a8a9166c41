"""`sayso decisions`: the log of what people ruled, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator

import click
from rich.text import Text

from sayso.cli.messages import tell
from sayso.cli.place import named
from sayso.cli.plain import plain
from sayso.findings.decisions import Decision, Hold, Standing, What

COLOUR = {Hold.STANDS: "green", Hold.GONE: "yellow", Hold.WAITS: "cyan"}


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
        out, log = Out(), standings(view)
        for decision, standing in log:
            for line in told(decision, standing):
                out.print(line)
    if not log:
        tell("Nothing was ruled on this case yet.")


def told(decision: Decision, standing: Standing) -> Iterator[Text]:
    """What was ruled, by whom, when and why, and how it stands."""
    from sayso.decisions.values import grade_in_words

    value = decision.value or ""
    if decision.what is What.GRADE and value:
        value = f"{value}, {grade_in_words(value)}"
    about = "" if decision.what is What.UNDO else f"{decision.target.about} "
    yield Text.assemble(
        (f"{decision.id}  ", "dim"),
        (f"{decision.what} ", "bold"),
        f"{about}{plain(decision.target.name)}",
        (f" → {plain(value)}" if value else ""),
        (f"  {standing.hold}", COLOUR.get(standing.hold, "dim")),
    )
    reason = f": {plain(decision.reason)}" if decision.reason else ""
    yield Text(f"    {plain(decision.who)}, {decision.when[:16].replace('T', ' ')}{reason}")
    for line in standing.because:
        yield Text(f"    {plain(line)}", style="yellow")

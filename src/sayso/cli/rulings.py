"""What people ruled, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from sayso.cli.plain import plain
from sayso.decisions.values import grade_in_words
from sayso.findings import Decision, Hold, Standing, What

COLOUR = {Hold.STANDS: "green", Hold.GONE: "yellow", Hold.WAITS: "cyan"}


def told(decision: Decision, standing: Standing) -> Iterator[Text]:
    """What was ruled, by whom, when and why, and how it stands."""
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

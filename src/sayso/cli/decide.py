"""`sayso decide`: what a person rules on what a case shows."""

from __future__ import annotations

import getpass

import click

from sayso.cli.messages import tell
from sayso.cli.place import named, typed

VALUED = ("speaker", "role", "outlet", "date", "grade")
"""Rulings of which the last word is what is put in place of what was found."""

RULINGS = ("accept", "reject", "merge", "split", *VALUED, "note", "undo")


@click.command("decide")
@click.argument("case", metavar="CASE")
@click.argument("what", metavar="WHAT", type=click.Choice(RULINGS))
@click.argument("names", metavar="ID…", nargs=-1, required=True)
@click.option("--who", metavar="NAME", help="Who decides; by default whoever is logged in.")
@click.option("--why", metavar="TEXT", default="", help="The reason, in your words. It is what a note says.")
def command(case: str, what: str, names: tuple[str, ...], who: str | None, why: str) -> None:
    """Rule on something in a case. It is written down with who, when and why, holds in every later run, and can be undone.

    \b
    accept ID             it stands
    reject ID             it is wrong: it stays to be seen, and nothing rests on it any more
    merge ID ID…          two claims, parties or stories are one
    split ID PART…        a part leaves it: a document, an attribution, or DOCUMENT:START-END
    speaker ID NAME       who speaks in an attribution
    outlet ID NAME        whose a document is
    date ID DATE          when a document was published, as 2018-03-04
    role PLACE ROLE       what a stretch DOCUMENT:START-END of a text is for
    grade ID GRADE        a letter A to F for a source, and a digit 1 to 6 for what it says (Admiralty scale)
    note ID --why TEXT    a note
    undo ID               takes a decision back; undo the undo to bring it again

    The ids are those of `sayso show CASE WHAT --ids` and of the export. An outlet is graded by its name.
    """
    from sayso.decisions.deciding import decide
    from sayso.findings import What

    value = names[-1] if what in VALUED and len(names) > 1 else None
    place = named(case)
    made = decide(place, What(what), names[:-1] if value is not None else names, who=who or _somebody(), reason=why, value=value)
    click.echo(made.decision.id)
    tell(f"Kept: {made.decision.what} {made.decision.target.name}".rstrip())
    if made.needs_run:
        tell(f"What rests on it follows with the next run: sayso run -c {typed(place)}")


def _somebody() -> str:
    """The name of the user who is logged in, or nothing, which is then asked for."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""

"""`sayso show`: what a case answers, as tables or as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from sayso.cli.messages import tell
from sayso.cli.place import named
from sayso.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from sayso.store.base import View

THINGS = ("stories", "claims", "differences", "origins", "documents", "timeline")
CALLED = {"origins": "claims of more than one report", "timeline": "dated events"}


@click.command("show")
@click.argument("case", metavar="CASE")
@click.argument("what", metavar="[WHAT]", type=click.Choice(THINGS), required=False)
@click.option("--story", metavar="ID", help="Only this story; the first letters of its id are enough.")
@click.option("--ids", is_flag=True, help="With the ids by which `sayso decide` knows what is shown.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the fields of the export (docs/export.md).")
def command(case: str, what: str | None, story: str | None, ids: bool, as_json: bool) -> None:
    """Show what a case answers: the stories in it, or WHAT you name.

    \b
    stories      the events reported, with the number of reports, outlets, claims, differences
    claims       what is claimed, who says so and through whom, in which outlet
    differences  where the accounts of one claim part
    origins      what the accounts of one claim go back to
    documents    the reports, with outlet and date
    timeline     what is said to have happened when
    """
    from sayso.store.view import CaseView

    place = named(case)
    with CaseView(place) as view:
        one = story_of(view, story) if story is not None else None
        if as_json:
            from sayso.cli.answers import overview, print_json, sheet

            print_json(sheet(view, what, one) if what else overview(view))
            return
        from sayso.cli import accounts, tables
        from sayso.cli.layout import Out

        out = Out()
        showing: dict[str, Callable[[View, str | None], Iterator[RenderableType]]] = {
            "claims": partial(accounts.claims, ids=ids),
            "differences": partial(accounts.differences, ids=ids),
            "origins": accounts.origin_groups,
            "documents": partial(tables.documents, ids=ids),
            "timeline": tables.timeline,
        }
        parts = showing[what](view, one) if what in showing else tables.overview(view, place)
        empty = True
        for part in parts:
            out.print(part)
            empty = False
        if empty:
            tell(f"There are no {CALLED.get(what or '', what)} in this {'story' if one else 'case'}.")


def story_of(view: View, begins: str) -> str:
    """The id of the one story that begins so. Raises `UsageError` when there is none, or more than one."""
    from sayso.findings import Story

    return _only("story", "stories", [one.id for one in view.all(Story)], begins)


def claim_of(view: View, begins: str) -> str:
    """The id of the one claim that begins so. Raises `UsageError` when there is none, or more than one."""
    from sayso.findings import Claim

    return _only("claim", "claims", [one.id for one in view.all(Claim)], begins)


def _only(thing: str, things: str, ids: Sequence[str], begins: str) -> str:
    """Ids may be given without the letter that they all begin with."""
    found = [one for one in ids if one.startswith(begins) or one.partition("-")[2].startswith(begins)]
    if len(found) != 1:
        many = f"is the beginning of several {things}" if found else f"is no {thing} of this case"
        raise UsageError(f"--{thing} {begins}: {many}", f"See the ids: sayso show CASE {things} --json")
    return found[0]

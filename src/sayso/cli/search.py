"""`sayso search`: where words stand in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.messages import tell
from sayso.cli.place import named

if TYPE_CHECKING:
    from sayso.web.contexts.search import SearchPage


@click.command("search")
@click.argument("case", metavar="CASE")
@click.argument("words", metavar="WORDS…", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, as the search page gives it.")
def command(case: str, words: tuple[str, ...], as_json: bool) -> None:
    """Find the claims, speakers and reports that hold all of the WORDS, the best first.

    Accents and case do not matter. "words in quotation marks" stand in this order, and a word that ends in * may go on. A report is
    quoted with the first sentence in which they stand.
    """
    from sayso.store.view import CaseView
    from sayso.web.contexts.search import page

    with CaseView(named(case)) as view:
        found = page(view, q=" ".join(f'"{word}"' if " " in word else word for word in words))
    if as_json:
        from dataclasses import asdict

        from sayso.cli.answers import print_json

        print_json(asdict(found))
        return
    _print(found)


def _print(found: SearchPage) -> None:
    from rich.text import Text

    from sayso.cli.layout import Out, indented
    from sayso.cli.plain import plain

    out = Out()
    for name, leaf in (("claims", found.claim_leaf), ("speakers", found.party_leaf), ("reports", found.report_leaf)):
        shown = {"claims": found.claims, "speakers": found.parties, "reports": found.reports}[name]
        if not shown:
            continue
        more = f", the first {leaf.last}" if leaf.after else ""
        out.print(Text(f"{leaf.total} {name}{more}", style="bold"))
        for claim in found.claims if name == "claims" else ():
            out.print(indented(Text.assemble(plain(claim.text), (f"  [{claim.origins}]", "dim"))))
        for party in found.parties if name == "speakers" else ():
            out.print(indented(Text(plain(party.name))))
        for report in found.reports if name == "reports" else ():
            source = report.quote.source
            out.print(indented(Text.assemble((plain(source.outlet), "cyan"), f", {plain(source.title)}, {source.published}")))
            out.print(indented(Text(plain(report.quote.text), style="italic"), 4))
    if not (found.claims or found.parties or found.reports):
        tell("Nothing in this case holds all of these words.")

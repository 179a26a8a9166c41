"""Claims on a terminal: the words, who says so and through whom in which outlet, what differs, how many origins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sayso.cli.phrases import origins, outlet, source
from sayso.cli.plain import plain
from sayso.cli.tables import chosen, heading, indented
from sayso.documents import Document, Profile
from sayso.findings import Account, Attribution, Claim, Difference, OriginStatus, Story
from sayso.spans import Span
from sayso.store.base import View

COLOUR = {OriginStatus.SINGLE: "yellow", OriginStatus.INDEPENDENT: "green", OriginStatus.NOT_ESTABLISHED: "dim"}


class Teller:
    """Says accounts in words; looks up documents, outlets and speakers once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._documents = {d.id: d for d in view.all(Document)}
        self._profiles = {p.document: p for p in view.all(Profile)}
        self._said = {a.id: a for a in view.all(Attribution)}

    def outlet(self, document: str) -> str:
        return outlet(self._profiles.get(document), self._documents[document])

    def words(self, document: str, span: Span) -> str:
        return plain(span.of(self._documents[document].text))

    def source(self, account: Account) -> str:
        said = self._said.get(account.attribution or "")
        party = self._view.speaker(said) if said else None
        return source(said, self._documents[account.document], party.name if party else None)


def claims(view: View, story: str | None) -> Iterator[RenderableType]:
    """Every claim of a story, those that most reports give first, with an account a line."""
    tell = Teller(view)
    for one in chosen(view, story):
        yield heading(one)
        differing = _by_claim(view, one)
        for claim in most_told(view, one):
            yield ""
            yield title(claim)
            yield indented(_accounts(tell, claim))
            for difference in differing.get(claim.id, ()):
                yield indented(_in_short(tell, difference))


def differences(view: View, story: str | None) -> Iterator[RenderableType]:
    """Where accounts of one claim part: the verdict, then what each side has, in its own words."""
    tell = Teller(view)
    for one in chosen(view, story):
        differing = _by_claim(view, one)
        if differing:
            yield heading(one)
        for claim in most_told(view, one):
            for difference in differing.get(claim.id, ()):
                yield ""
                yield Text.assemble((f"{difference.kind}: {difference.verdict}", "bold"), f"  {plain(claim.text)}")
                yield indented(_sides(tell, difference))
                yield indented(_because(difference.because))


def origin_groups(view: View, story: str | None) -> Iterator[RenderableType]:
    """What the accounts of each claim go back to, for claims that more than one report gives."""
    tell = Teller(view)
    for one in chosen(view, story):
        yield heading(one)
        for claim in most_told(view, one):
            if len(claim.accounts) < 2:
                continue
            yield ""
            yield title(claim)
            accounts = {account.id: account for account in claim.accounts}
            for group in claim.origins.groups:
                members = [accounts[a] for a in group.accounts]
                yield indented(_group(tell, members, COLOUR[claim.origins.status], group.because))


def _group(tell: Teller, members: Sequence[Account], colour: str, because: Sequence[str]) -> RenderableType:
    told_by = ", ".join(dict.fromkeys(tell.outlet(a.document) for a in members))
    first = "; ".join(dict.fromkeys(tell.source(a) for a in members))
    return Group(Text.assemble(("● ", colour), f"{told_by} ← {first}"), indented(_because(because)))


def most_told(view: View, story: Story) -> list[Claim]:
    return sorted(view.in_story(Claim, story.id), key=lambda c: -len({a.document for a in c.accounts}))


def title(claim: Claim) -> Text:
    return Text.assemble((plain(claim.text), "bold"), "  ", (f"[{origins(claim.origins)}]", COLOUR[claim.origins.status]))


def _accounts(tell: Teller, claim: Claim) -> Table:
    made = _grid(2, 2, 5)
    for account in claim.accounts:
        words = tell.words(account.document, account.span)
        said = f"{tell.source(account)} {account.stance}" if account.attribution else "in its own voice"
        shown = "" if words == plain(claim.text) else words
        made.add_row(Text(tell.outlet(account.document), style="cyan"), Text(said), Text(shown, style="italic"))
    return made


def _sides(tell: Teller, difference: Difference) -> Table:
    made = _grid(2, 2, 5)
    for side in difference.sides:
        words = tell.words(side.document, side.span)
        shown = "" if words == plain(side.value) else words
        made.add_row(Text(tell.outlet(side.document), style="cyan"), Text(plain(side.value)), Text(shown, style="italic"))
    return made


def _in_short(tell: Teller, difference: Difference) -> Text:
    sides = "; ".join(f"{tell.outlet(s.document)}: {plain(s.value)}" for s in difference.sides)
    return Text.assemble((f"≠ {difference.kind}, {difference.verdict}: ", "magenta"), sides)


def _because(reasons: Sequence[str]) -> Text:
    return Text(plain("because " + "; ".join(reasons)), style="dim") if reasons else Text("")


def _by_claim(view: View, story: Story) -> dict[str, list[Difference]]:
    found: dict[str, list[Difference]] = {}
    for difference in view.in_story(Difference, story.id):
        found.setdefault(difference.claim, []).append(difference)
    return found


def _grid(*ratios: int) -> Table:
    made = Table.grid(padding=(0, 2), expand=True)
    for ratio in ratios:
        made.add_column(ratio=ratio, overflow="fold")
    return made

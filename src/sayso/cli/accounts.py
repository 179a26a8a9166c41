"""Claims on a terminal: the words, who says so and through whom in which outlet, what differs, how many origins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from sayso.cli.layout import chosen, heading, indented
from sayso.cli.phrases import origins
from sayso.cli.plain import plain
from sayso.cli.teller import Teller
from sayso.decisions.standings import on_findings
from sayso.findings import Account, Claim, Decision, Difference, DifferenceKind, Hold, OriginStatus, Standing, Story
from sayso.store.base import View

COLOUR = {OriginStatus.SINGLE: "yellow", OriginStatus.INDEPENDENT: "green", OriginStatus.NOT_ESTABLISHED: "dim"}


def claims(view: View, story: str | None, ids: bool = False) -> Iterator[RenderableType]:
    """Every claim of a story, those that most reports give first: an account a line, and below it its words if they differ.

    With `ids` each claim, attribution and difference is shown with the id by which it can be ruled on.
    """
    tell, ruled = Teller(view), on_findings(view)
    for one in chosen(view, story):
        yield heading(one)
        yield from _ruled(ruled.get(one.id, ()))
        differing = by_claim(view, one)
        for claim in most_told(view, one):
            yield from title(claim, ids)
            yield from _ruled(ruled.get(claim.id, ()))
            for account in claim.accounts:
                key = account.attribution if ids else None
                who = Text.assemble((tell.outlet(account.document), "cyan"), f": {tell.saying(account)}", *_id(key))
                yield indented(who)
                yield from _ruled(ruled.get(account.attribution or "", ()))
                words = tell.words(account.document, account.span)
                if words != plain(claim.text):
                    yield indented(Text(words, style="italic"), 4)
            for difference in differing.get(claim.id, ()):
                parted = (f"≠ {verdict(difference)}: ", "magenta")
                yield indented(Text.assemble(parted, " / ".join(_sides(tell, difference)), *_id(difference.id if ids else None)))
                yield from _ruled(ruled.get(difference.id, ()))


def differences(view: View, story: str | None, ids: bool = False) -> Iterator[RenderableType]:
    """Where accounts of one claim part: the verdict, then what each side has, and why that is a difference."""
    tell, ruled = Teller(view), on_findings(view)
    for one in chosen(view, story):
        differing = by_claim(view, one)
        if differing:
            yield heading(one)
        for claim in most_told(view, one):
            for difference in differing.get(claim.id, ()):
                yield ""
                key = _id(difference.id if ids else None)
                yield Text.assemble((verdict(difference), "bold magenta"), "  in: ", plain(claim.text), *key)
                yield from _ruled(ruled.get(difference.id, ()))
                for side in _sides(tell, difference):
                    yield indented(Text(side))
                yield from _because(difference.because, 2)


def origin_groups(view: View, story: str | None) -> Iterator[RenderableType]:
    """What the accounts of each claim go back to, for claims that more than one report gives."""
    tell = Teller(view)
    for one in chosen(view, story):
        shared = [c for c in most_told(view, one) if len({a.document for a in c.accounts}) > 1]
        if shared:
            yield heading(one)
        for claim in shared:
            yield from title(claim)
            accounts = {account.id: account for account in claim.accounts}
            for group in claim.origins.groups:
                yield from _group(tell, [accounts[a] for a in group.accounts], group.because)


def _group(tell: Teller, members: Sequence[Account], because: Sequence[str]) -> Iterator[RenderableType]:
    outlets = ", ".join(dict.fromkeys(tell.outlet(a.document) for a in members))
    hands = "; ".join(dict.fromkeys(tell.saying(a) for a in members))
    yield indented(Text.assemble("● ", (outlets, "cyan"), f": {hands}"))
    yield from _because(because, 4)


def most_told(view: View, story: Story) -> list[Claim]:
    """The claims of a story, those that most reports give first."""
    return sorted(view.in_story(Claim, story.id), key=lambda c: -len({a.document for a in c.accounts}))


def by_claim(view: View, story: Story) -> dict[str, list[Difference]]:
    found: dict[str, list[Difference]] = {}
    for difference in view.in_story(Difference, story.id):
        found.setdefault(difference.claim, []).append(difference)
    return found


def verdict(difference: Difference) -> str:
    """ "quotation altered", "number compatible"."""
    kind = "quotation" if difference.kind is DifferenceKind.QUOTE else str(difference.kind)
    return f"{kind} {difference.verdict}"


def title(claim: Claim, ids: bool = False) -> Iterator[RenderableType]:
    yield ""
    behind = f"[{origins(claim.origins)}]"
    key = _id(claim.id if ids else None)
    yield Text.assemble((plain(claim.text), "bold"), "  ", (behind, COLOUR[claim.origins.status]), *key)


def _id(key: str | None) -> Sequence[tuple[str, str]]:
    return ((f"  {key}", "dim"),) if key else ()


def _ruled(said: Sequence[tuple[Decision, Standing]]) -> Iterator[RenderableType]:
    """What people ruled on a finding, a line each."""
    for decision, standing in said:
        words = " ".join(filter(None, (decision.what.value, decision.value)))
        waits = f" ({standing.hold})" if standing.hold is Hold.WAITS else ""
        yield indented(Text(plain(f"‡ {words}, {decision.because}{waits}"), style="green"))


def _sides(tell: Teller, difference: Difference) -> list[str]:
    """Each value with those who have it: "The Packet, The Courier: 17"."""
    having: dict[str, list[str]] = {}
    for side in difference.sides:
        having.setdefault(plain(side.value), []).append(tell.outlet(side.document))
    return [f"{', '.join(dict.fromkeys(outlets))}: {value}" for value, outlets in having.items()]


def _because(reasons: Sequence[str], by: int) -> Iterator[RenderableType]:
    if reasons:
        yield indented(Text(plain("because " + "; ".join(reasons)), style="dim"), by)

"""One claim: its accounts in the sources' words, the hands each went through, and how many origins are behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.documents import Document, Profile
from sayso.findings import Account, Attribution, Claim, Difference, HandRole, Story
from sayso.spans import words_of
from sayso.store.base import View
from sayso.web import wording
from sayso.web.contexts.differences import DifferenceShown, by_weight, shown
from sayso.web.contexts.ruled import RulingShown
from sayso.web.contexts.shelf import Absent, Quote, Shelf
from sayso.web.contexts.silence import SilenceShown, silence_shown, silences


@dataclass(frozen=True, slots=True)
class HandShown:
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class AccountShown:
    """`number` is what the reasons for its origin call it; `outlet` says in words what the outlet makes of what it reports, empty
    when it only reports it; `hands` lead from the first hand known to the outlet.
    """

    number: int
    word: str
    sign: str
    speaker: str | None
    speaker_href: str | None
    outlet: str
    hands: tuple[HandShown, ...]
    quote: Quote
    because: tuple[str, ...]
    ruled: tuple[RulingShown, ...]


@dataclass(frozen=True, slots=True)
class GroupShown:
    """Accounts that go back to one first hand, by number, with their outlets, and why they are held to."""

    accounts: tuple[int, ...]
    outlets: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginsShown:
    count: int
    status: str
    words: str
    groups: tuple[GroupShown, ...]


@dataclass(frozen=True, slots=True)
class ClaimShown:
    id: str
    href: str
    text: str
    language: str
    reports: int
    accounts: tuple[AccountShown, ...]
    origins: OriginsShown
    differences: tuple[DifferenceShown, ...]
    ruled: tuple[RulingShown, ...]


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """`silence` is None where the case no longer has the claim's story."""

    case: str
    claim: ClaimShown
    story: str
    story_href: str
    silence: SilenceShown | None


def page(view: View, key: str) -> ClaimPage:
    """Raises `Absent` when the case has no such claim."""
    claim = view.get(Claim, key)
    if claim is None:
        raise Absent(key)
    shelf = Shelf(view)
    differences = [d for d in view.in_story(Difference, claim.story) if d.claim == key]
    label, href = shelf.story(claim.story)
    story = view.get(Story, claim.story)
    shelf.take(view.in_story(Document, claim.story), view.in_story(Profile, claim.story))
    silence = silence_shown(shelf, claim, silences(view, story)) if story else None
    return ClaimPage(view.name, claim_shown(shelf, claim, differences), label, href, silence)


def claim_shown(shelf: Shelf, claim: Claim, differences: Sequence[Difference]) -> ClaimShown:
    shelf.read(account.document for account in claim.accounts)
    accounts = tuple(account_shown(shelf, account, number) for number, account in enumerate(claim.accounts, 1))
    return ClaimShown(
        id=claim.id,
        href=f"/claims/{claim.id}",
        text=claim.text,
        language=accounts[0].quote.source.language if accounts else "und",
        reports=len({a.document for a in claim.accounts}),
        accounts=accounts,
        origins=_origins(claim, accounts),
        differences=tuple(shown(shelf, d) for d in by_weight(differences)),
        ruled=shelf.ruled.of(claim.id),
    )


def account_shown(shelf: Shelf, account: Account, number: int) -> AccountShown:
    said = shelf.view.get(Attribution, account.attribution) if account.attribution else None
    party = shelf.view.speaker(said) if said else None
    speaker = party.name if party else _source_words(shelf, said)
    quote = shelf.quote(account.document, account.span, "account")
    return AccountShown(
        number=number,
        word=word(account),
        sign=sign(account),
        speaker=speaker,
        speaker_href=f"/parties/{party.id}" if party else None,
        outlet=wording.COMMITMENTS[said.commitment] if said else "",
        hands=hands(said, speaker, account.outlet or quote.source.outlet),
        quote=quote,
        because=said.because if said else (),
        ruled=shelf.ruled.of(said.id) if said else (),
    )


def _source_words(shelf: Shelf, said: Attribution | None) -> str | None:
    """What the report calls the source, where no party of the case stands behind it."""
    return words_of(said.source, shelf.document(said.document).text) or None if said else None


def word(account: Account) -> str:
    """What the outlet does with the claim: reports that someone states, alleges or denies it, or says it in its own voice."""
    return account.stance.value if account.attribution else wording.OWN_VOICE


def sign(account: Account) -> str:
    return wording.sign(account.stance) if account.attribution else "own-voice"


def hands(said: Attribution | None, speaker: str | None, outlet: str) -> tuple[HandShown, ...]:
    """The chain from the first hand known to the outlet, which always ends it."""
    chain = said.chain if said else ()
    roles = {hand.role for hand in chain}
    first = (HandShown(speaker, wording.HANDS[HandRole.SPEAKER]),) if speaker and HandRole.SPEAKER not in roles else ()
    last = (HandShown(outlet, wording.HANDS[HandRole.OUTLET]),) if HandRole.OUTLET not in roles else ()
    return (*first, *(HandShown(hand.name, wording.HANDS[hand.role]) for hand in chain), *last)


def _origins(claim: Claim, accounts: Sequence[AccountShown]) -> OriginsShown:
    by_id = {account.id: shown for account, shown in zip(claim.accounts, accounts, strict=True)}
    groups = []
    for group in claim.origins.groups:
        members = [by_id[key] for key in group.accounts if key in by_id]
        outlets = tuple(dict.fromkeys(m.quote.source.outlet for m in members))
        groups.append(GroupShown(tuple(m.number for m in members), outlets, group.because))
    return OriginsShown(claim.origins.count, claim.origins.status.value, wording.origins(claim.origins), tuple(groups))

"""The notes beside a report's text: who says so, and where else the same words stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.documents import Document
from sayso.findings import Attribution, Claim, Direction, HandRole, Passage
from sayso.spans import hull, words_of
from sayso.web import wording
from sayso.web.contexts.claim import HandShown
from sayso.web.contexts.ruled import RulingShown
from sayso.web.contexts.shelf import Shelf, Source


@dataclass(frozen=True, slots=True)
class SpeechNote:
    """Who says so: `who` in the report's own words, `party` by the name known across the case where that is another one, with the
    address of their page; `outlet` says what the outlet makes of it, empty when it only reports it.
    """

    number: int
    place: int
    who: str
    party: str | None
    href: str | None
    word: str
    sign: str
    outlet: str
    kind: str
    content: str
    hands: tuple[HandShown, ...]
    claims: tuple[str, ...]
    because: tuple[str, ...]
    rejected: bool
    ruled: tuple[RulingShown, ...]


@dataclass(frozen=True, slots=True)
class PassageNote:
    """The same words in another report, where, and what is known of who took them from whom."""

    start: int
    words: str
    manner: str
    other: Source
    href: str
    direction: str
    because: tuple[str, ...]
    ruled: tuple[RulingShown, ...]


def speech_notes(
    shelf: Shelf, document: Document, said: Sequence[Attribution], claims: Iterable[Claim]
) -> tuple[SpeechNote, ...]:
    """One a attribution, numbered in order of the text."""
    given: dict[str, list[str]] = {}
    for claim in claims:
        for account in claim.accounts:
            if account.attribution:
                given.setdefault(account.attribution, []).append(f"/claims/{claim.id}")
    return tuple(_speech(shelf, document, one, number, given.get(one.id, ())) for number, one in enumerate(said, 1))


def _speech(shelf: Shelf, document: Document, one: Attribution, number: int, claims: Sequence[str]) -> SpeechNote:
    who = words_of(one.source, document.text) or "nobody named"
    party = shelf.view.speaker(one)
    spans = (*one.source, *one.cue, *one.content)
    return SpeechNote(
        number=number,
        place=hull(spans).start if spans else 0,
        who=who,
        party=party.name if party and party.name != who else None,
        href=f"/parties/{party.id}" if party else None,
        word=one.stance.value,
        sign=wording.sign(one.stance),
        outlet=wording.COMMITMENTS[one.commitment],
        kind=one.kind.value,
        content=words_of(one.content, document.text),
        hands=tuple(HandShown(h.name, wording.HANDS[h.role]) for h in one.chain if h.role is not HandRole.OUTLET),
        claims=tuple(dict.fromkeys(claims)),
        because=one.because,
        rejected=shelf.ruled.is_rejected(one.id),
        ruled=shelf.ruled.of(one.id),
    )


def passage_notes(shelf: Shelf, document: str, shared: Iterable[Passage]) -> tuple[PassageNote, ...]:
    return tuple(_passage(shelf, document, passage) for passage in shared)


def _passage(shelf: Shelf, document: str, passage: Passage) -> PassageNote:
    ours_first = passage.a == document
    span, other, there = (
        (passage.a_span, passage.b, passage.b_span) if ours_first else (passage.b_span, passage.a, passage.a_span)
    )
    return PassageNote(
        start=span.start,
        words=span.of(shelf.document(document).text),
        manner=wording.PASSAGES[passage.kind],
        other=shelf.source(other),
        href=shelf.href(other, there),
        direction=_direction(passage.direction, ours_first),
        because=passage.because,
        ruled=shelf.ruled.of(passage.id),
    )


def _direction(direction: Direction, ours_first: bool) -> str:
    """As seen from the report that is being read."""
    if direction is Direction.COMMON:
        return "both from a common origin"
    if direction is Direction.UNKNOWN:
        return "who took from whom is not established"
    taken_here = direction is (Direction.B_TO_A if ours_first else Direction.A_TO_B)
    return "taken from there" if taken_here else "taken over there"

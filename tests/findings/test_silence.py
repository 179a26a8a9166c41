"""Silence: who says nothing of a claim, whom nobody read, and what stands in one outlet alone."""

from __future__ import annotations

import pytest

from sayso.documents import Basis, Profile, Published
from sayso.findings import (
    Account,
    Claim,
    Direction,
    Lineage,
    OriginGroup,
    Origins,
    OriginStatus,
    Passage,
    PassageKind,
    Relation,
    Silence,
    Silences,
    Stance,
    Story,
    Unread,
)
from sayso.spans import Span

STORY = Story("s-1", "a fire", ("d-post", "d-news", "d-mail", "d-bote"))
OUTLETS = {"d-post": "The Post", "d-news": "News", "d-mail": "Mail", "d-bote": "Bote"}


def profile(document: str, outlet: str | None) -> Profile:
    return Profile(document, outlet, None, None, (), Published(None, Basis.UNKNOWN), "en", ())


def claim(*documents: str) -> Claim:
    accounts = tuple(Account(f"ac-{d}", d, Span(0, 9), None, Stance.STATES, OUTLETS[d]) for d in documents)
    origins = Origins(1, OriginStatus.NOT_ESTABLISHED, (OriginGroup(tuple(a.id for a in accounts), ()),))
    return Claim("c-1", "s-1", "The mill burned.", accounts, origins)


def silences(
    lineage: Lineage | None = None,
    passage: Passage | None = None,
    unread: tuple[Unread, ...] = (),
    outlets: dict[str, str | None] | None = None,
) -> Silences:
    profiles = [profile(*row) for row in {**OUTLETS, **(outlets or {})}.items()]
    return Silences(STORY, profiles, unread, filter(None, [lineage]), filter(None, [passage]))


def test_whoever_gives_no_account_is_silent_in_the_order_of_the_story() -> None:
    assert silences().of(claim("d-news", "d-mail")) == Silence(("d-post", "d-bote"), (), alone=False)


def test_a_report_in_which_nobody_looked_everywhere_is_not_silent() -> None:
    foreign = Unread("d-bote", (Span(0, 40),), True, ("written in German",))
    assert silences(unread=(foreign,)).of(claim("d-post")) == Silence(("d-news", "d-mail"), ("d-bote",), alone=True)


@pytest.mark.parametrize(("other", "alone"), [("Post", True), ("Evening Post", False), (None, False)])
def test_two_reports_of_one_outlet_are_one_voice_and_reports_of_none_are_each_their_own(other: str | None, alone: bool) -> None:
    assert silences(outlets={"d-news": other}).of(claim("d-post", "d-news")).alone is alone


@pytest.mark.parametrize(
    ("relation", "words", "alone"),
    [
        (Relation.DERIVED, Span(0, 30), True),
        (Relation.VERSION, Span(0, 30), True),
        (Relation.DERIVED, Span(40, 70), False),
        (Relation.NOT_ESTABLISHED, Span(0, 30), False),
    ],
)
def test_a_report_that_only_carries_the_same_words_is_no_second_voice(relation: Relation, words: Span, alone: bool) -> None:
    copied = Lineage("d-news", "d-post", relation, Direction.UNKNOWN, 0.9, 0.9)
    passage = Passage("p-1", "d-news", words, "d-post", words, PassageKind.VERBATIM, 1.0, Direction.UNKNOWN)
    found = silences(copied, passage).of(claim("d-post", "d-news"))
    assert (found.alone, found.silent) == (alone, ("d-mail", "d-bote"))

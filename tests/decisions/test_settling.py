"""Decisions find what they point at again, or it is said that it is gone."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.decisions import making, targets
from sayso.decisions.anchors import Shelf, anchor
from sayso.decisions.resolving import rulings
from sayso.decisions.settling import Settled
from sayso.documents import Document
from sayso.errors import UsageError
from sayso.findings import Account, Claim, OriginGroup, Origins, OriginStatus, Place, Stance
from sayso.findings.decisions import About, Decision, Hold, Ruling, What
from sayso.rulings import about, regrouped
from sayso.spans import Span
from sayso.stages import Found

NOON = datetime(2031, 4, 3, 12, tzinfo=UTC)
TEXT = "The mill burned on Monday. Two men were hurt. The mill will be rebuilt, the owner said."
HERALD = Document("d-1", "herald.txt", "/n/herald.txt", TEXT)
POST = Document("d-2", "post.txt", "/n/post.txt", "Two men were hurt when a mill burned.")


def span_of(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def claim(key: str, *accounts: tuple[Document, str]) -> Claim:
    told = tuple(
        Account(f"ac-{key}{i}", d.id, span_of(words, d.text), None, Stance.STATES, None) for i, (d, words) in enumerate(accounts)
    )
    ids = tuple(a.id for a in told)
    return Claim(key, "s-1", accounts[0][1], told, Origins(1, OriginStatus.SINGLE, (OriginGroup(ids, ()),)))


HURT = claim("c-1", (HERALD, "Two men were hurt."), (POST, "Two men were hurt"))
DOCUMENTS = {d.id: d for d in (HERALD, POST)}


def accepted(found: Claim) -> Decision:
    return making.decision(What.ACCEPT, targets.one(found, DOCUMENTS), "Ada Reed", NOON)


def settled(decision: Decision, *claims: Claim, documents: tuple[Document, ...] = (HERALD, POST)) -> tuple[Hold, str | None]:
    shelf = Shelf(documents)
    (standing,) = Settled(Found({Claim: claims}), shelf).of([decision])
    return standing.hold, standing.finding


def test_a_claim_is_found_again_under_another_id() -> None:
    assert settled(accepted(HURT), replace(HURT, id="c-9")) == (Hold.STANDS, "c-9")


def test_a_claim_whose_bounds_moved_a_little_is_the_same() -> None:
    assert settled(accepted(HURT), claim("c-2", (HERALD, "Two men were"), (POST, "men were hurt"))) == (Hold.STANDS, "c-2")


def test_words_that_moved_in_a_later_text_are_found() -> None:
    later = replace(HERALD, id="d-3", text="Updated. " + TEXT)
    moved = claim("c-3", (later, "Two men were hurt."))
    assert settled(accepted(claim("c-1", (HERALD, "Two men were hurt."))), moved, documents=(later,)) == (Hold.STANDS, "c-3")


def test_a_claim_that_is_no_longer_found_is_said_to_be_gone() -> None:
    hold, finding = settled(accepted(HURT), claim("c-4", (HERALD, "The mill burned on Monday.")))
    assert (hold, finding) == (Hold.GONE, None)


def test_words_that_stand_in_two_places_are_told_apart_by_what_is_around_them() -> None:
    text = "He said no. Later he said no."
    first = Document("d-8", "a.txt", "a.txt", text)
    later = replace(first, id="d-9", text="Well. " + text)
    place = Shelf([later]).place(anchor(first, Span(24, 28)))
    assert place == Place("d-9", Span(30, 34))


def test_words_that_nothing_tells_apart_are_not_guessed() -> None:
    first = Document("d-8", "a.txt", "a.txt", "no")
    assert Shelf([Document("d-9", "a.txt", "a.txt", "no, no")]).place(anchor(first, Span(0, 2))) is None


@given(st.text(min_size=1, max_size=60), st.data())
def test_an_anchor_in_an_unchanged_text_is_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    document = Document("d-5", "a.txt", "a.txt", text)
    assert Shelf([document]).place(anchor(document, span)) == Place("d-5", span)


def test_what_is_merged_is_one_group_and_what_is_split_leaves_it() -> None:
    fire = claim("c-5", (HERALD, "The mill burned on Monday."))
    one = making.decision(What.MERGE, targets.together([HURT, fire], DOCUMENTS), "Ada Reed", NOON)
    leaves = [Place("d-2", span_of("Two men were hurt", POST.text))]
    two = making.decision(What.SPLIT, targets.apart(HURT, leaves, DOCUMENTS), "Ada Reed", NOON)
    places = [Place(a.document, a.span) for a in (*HURT.accounts, *fire.accounts)]

    def members(place: Place) -> list[int]:
        return [i for i, other in enumerate(places) if other == place]

    def groups(*log: Decision) -> list[list[int]]:
        ruled = about(rulings(log, Shelf([HERALD, POST])), About.CLAIM, What.MERGE, What.SPLIT)
        return regrouped([[0, 1], [2]], ruled, members)

    assert groups(one) == [[0, 1, 2]]
    assert groups(two) == [[0], [1], [2]]
    assert groups(one, two) == [[0, 2], [1]]


def test_a_split_of_all_of_it_is_refused() -> None:
    with pytest.raises(UsageError):
        targets.apart(HURT, [Place(a.document, a.span) for a in HURT.accounts], DOCUMENTS)


def test_a_merge_of_one_thing_is_refused() -> None:
    with pytest.raises(UsageError):
        targets.together([HURT], DOCUMENTS)


def test_a_ruling_whose_words_are_gone_rules_nothing() -> None:
    assert rulings([accepted(HURT)], Shelf([])) == ()


def test_a_ruling_carries_who_and_why() -> None:
    (ruling,) = rulings([accepted(HURT)], Shelf([HERALD, POST]))
    assert isinstance(ruling, Ruling)
    assert ruling.because == "ruled by Ada Reed, 2031-04-03"

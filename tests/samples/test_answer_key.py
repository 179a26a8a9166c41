"""Every entry of the sample corpus's answer key is found by the whole program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from typing import TypeVar

import pytest

from sayso.documents import Rejected, Role
from sayso.findings import (
    Attribution,
    Claim,
    Difference,
    Direction,
    Event,
    HandRole,
    Lineage,
    Party,
    Passage,
    Story,
)
from sayso.outlets import name_key
from sayso.samples import AnswerKey, answer_key
from sayso.samples.entries import (
    Anchor,
    ApartEntry,
    AttributionEntry,
    CreditEntry,
    DifferenceEntry,
    DocumentEntry,
    Entry,
    EventEntry,
    FurnitureEntry,
    OriginEntry,
    PartyEntry,
    ReuseEntry,
    RoleEntry,
    StoryEntry,
    StrangerEntry,
)
from sayso.spans import words_of
from tests.samples.looking import Looking

E = TypeVar("E", bound=Entry)
KEY = answer_key()


def each(entries: Sequence[E]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("entry", [pytest.param(entry, id=entry.id) for entry in entries])


def lines(shown: Sequence[str]) -> str:
    return "".join(f"\n  - {line}" for line in shown) or " nothing"


def test_every_entry_has_an_id_of_its_own_and_a_reason() -> None:
    entries: list[Entry] = [entry for field in fields(AnswerKey) for entry in getattr(KEY, field.name)]
    assert [i for i, times in Counter(entry.id for entry in entries).items() if times > 1] == []
    assert [entry.id for entry in entries if not entry.why] == []


def test_nothing_of_the_corpus_is_rejected_and_nothing_is_missing_from_the_key(samples: Looking) -> None:
    assert samples.found[Rejected] == ()
    assert sorted(samples.documents) == sorted(entry.file for entry in KEY.documents)


@each(KEY.documents)
def test_the_document_is_known_for_what_it_is(samples: Looking, entry: DocumentEntry) -> None:
    profile = samples.profiles[entry.file]
    assert (profile.outlet, profile.title) == (entry.outlet, entry.title), entry.why
    assert (profile.published.date, profile.published.basis) == (entry.date, entry.basis), entry.why
    if entry.authors is not None:
        assert profile.authors == entry.authors, entry.why


@each(KEY.roles)
def test_the_block_has_its_role(samples: Looking, entry: RoleEntry) -> None:
    assert samples.profiles[entry.file].role_at(samples.place(entry.file, entry.anchor).start) is entry.role, entry.why


@each(KEY.furniture)
def test_furniture_of_the_page_is_no_body(samples: Looking, entry: FurnitureEntry) -> None:
    text = samples.documents[entry.file].text
    if entry.anchor in text:
        assert samples.profiles[entry.file].role_at(text.index(entry.anchor)) is not Role.BODY, entry.why


@each(KEY.credits)
def test_the_credit_is_found(samples: Looking, entry: CreditEntry) -> None:
    given = samples.profiles[entry.file].credits
    place = samples.place(entry.file, entry.anchor)
    assert any(name_key(c.name) == name_key(entry.name) and c.span.overlaps(place) for c in given), f"{entry.why} Found: {given}"


@each(KEY.stories)
def test_the_story_holds_its_documents_and_no_others(samples: Looking, entry: StoryEntry) -> None:
    stories = [sorted(samples.files[d] for d in story.documents) for story in samples.found[Story]]
    assert sorted(entry.files) in stories, f"{entry.why} The stories are:{lines([str(story) for story in stories])}"


@each(KEY.reuse)
def test_reuse_is_found_with_its_direction(samples: Looking, entry: ReuseEntry) -> None:
    one, other = entry.files
    passages = [p for p in samples.passages_between(one, other) if p.kind is entry.kind]
    shown = [f"{p.score:.2f} {p.a_span.of(samples.text(p.a))!r} ~ {p.b_span.of(samples.text(p.b))!r}" for p in passages]
    assert len(passages) >= entry.least, f"{entry.why} Found:{lines(shown)}"
    assert {_direction_from(samples, p, one) for p in passages} <= set(entry.direction), entry.why
    relations = {line.relation for line in samples.found[Lineage] if {samples.files[line.a], samples.files[line.b]} == {one, other}}
    assert relations, f"no lineage between {one} and {other}: {entry.why}"
    assert relations <= set(entry.relation), entry.why


def _direction_from(samples: Looking, passage: Passage, one: str) -> Direction:
    turned = {Direction.A_TO_B: Direction.B_TO_A, Direction.B_TO_A: Direction.A_TO_B}
    return passage.direction if samples.files[passage.a] == one else turned.get(passage.direction, passage.direction)


@each(KEY.differences)
def test_the_difference_is_found_with_its_verdict(samples: Looking, entry: DifferenceEntry) -> None:
    here = [d for d in samples.found[Difference] if samples.has_sides(d, entry.sides)]
    files = {side.file for side in entry.sides}
    near = [d for d in samples.found[Difference] if files <= {samples.files[s.document] for s in d.sides}]
    shown = lines([samples.shown_difference(d) for d in (here or near)])
    assert any((d.kind, d.verdict) == (entry.kind, entry.verdict) for d in here), (
        f"{entry.why} {'At these words' if here else 'Only elsewhere'} between {' and '.join(sorted(files))}:{shown}"
    )


@each(KEY.apart)
def test_what_is_apart_is_not_one_claim(samples: Looking, entry: ApartEntry) -> None:
    both = [c for c in samples.found[Claim] if all(samples.account_at(c, at) for at in entry.sides)]
    assert both == [], f"{entry.why}{lines([samples.shown_claim(claim) for claim in both])}"


@each(KEY.attributions)
def test_the_attribution_is_found(samples: Looking, entry: AttributionEntry) -> None:
    at = Anchor(entry.file, entry.content) if entry.content else None
    said = samples.said(entry.file)
    there = [a for a in said if at is None or any(samples.touches(a.document, span, at) for span in a.content)]
    shown = lines([samples.shown(a) for a in (there or said)])
    assert any(_is(samples, a, entry) for a in there), f"{entry.why} Found:{shown}"


def _is(samples: Looking, attribution: Attribution, entry: AttributionEntry) -> bool:
    text = samples.text(attribution.document)
    return (
        entry.source in words_of(attribution.source, text)
        and entry.cue in words_of(attribution.cue, text)
        and attribution.stance is entry.stance
        and entry.kind in (None, attribution.kind)
        and _speaks(samples, attribution, entry.speaker)
        and _goes_through(attribution, entry)
    )


def _speaks(samples: Looking, attribution: Attribution, name: str | None) -> bool:
    if name is None:
        return True
    party = samples.local_parties.get(attribution.speaker or "")
    return party is not None and any(name in one for one in (party.name, *party.aliases))


def _goes_through(attribution: Attribution, entry: AttributionEntry) -> bool:
    """The hands of the entry are among those of the chain, in the same order."""
    hands = iter(attribution.chain)
    return all(any(hand.role is at.role and _names(hand.role, hand.name, at.name) for hand in hands) for at in entry.chain)


def _names(role: HandRole, name: str, expected: str) -> bool:
    """A channel is named with more or fewer of its words ("a post on the social network Lettera"), an outlet by its name."""
    return expected.casefold() in name.casefold() if role is HandRole.CHANNEL else name_key(name) == name_key(expected)


@each(KEY.origins)
def test_the_claim_has_its_origins(samples: Looking, entry: OriginEntry) -> None:
    claims = [c for c in samples.found[Claim] if all(samples.account_at(c, at) for at in entry.accounts)]
    near = [c for c in samples.found[Claim] if any(samples.account_at(c, at) for at in entry.accounts)]
    assert claims, f"no claim holds all accounts. {entry.why}{lines([samples.shown_claim(c) for c in near])}"
    assert any((c.origins.count, c.origins.status) == (entry.count, entry.status) for c in claims), (
        f"{entry.why}{lines([f'{samples.shown_claim(c)} {c.origins.groups}' for c in claims])}"
    )
    if entry.groups:
        assert any(_grouped(samples, c, entry) == set(map(frozenset, entry.groups)) for c in claims), entry.why


def _grouped(samples: Looking, claim: Claim, entry: OriginEntry) -> set[frozenset[str]]:
    """The files of the entry's accounts as the claim's origins group them."""
    files = {account.id: at.file for at in entry.accounts if (account := samples.account_at(claim, at))}
    groups = (frozenset(files[a] for a in group.accounts if a in files) for group in claim.origins.groups)
    return {group for group in groups if group}


@each(KEY.events)
def test_the_event_has_its_date(samples: Looking, entry: EventEntry) -> None:
    at = Anchor(entry.file, entry.anchor)
    events = [e for e in samples.found[Event] if samples.touches(e.document, e.span, at)]
    assert (entry.date, entry.basis) in [(e.date, e.basis) for e in events], f"{entry.why} Found: {events}"


@each(KEY.parties)
def test_the_names_are_one_party(samples: Looking, entry: PartyEntry) -> None:
    parties = [p for p in samples.found[Party] if set(entry.names) & {p.name, *p.aliases}]
    shown = lines([f"{p.name} ({p.type}): {', '.join(p.aliases)}" for p in parties])
    assert any(set(entry.names) <= {p.name, *p.aliases} and p.type is entry.type for p in parties), f"{entry.why}{shown}"


@each(KEY.strangers)
def test_the_names_are_not_one_party(samples: Looking, entry: StrangerEntry) -> None:
    known = {name for party in samples.found[Party] for name in (party.name, *party.aliases)}
    assert set(entry.names) <= known, f"not known by these names: {sorted(set(entry.names) - known)}"
    joined = [p for p in samples.found[Party] if set(entry.names) <= {p.name, *p.aliases}]
    assert joined == [], entry.why

"""Hands beyond the sentence's own words: other clauses, sources that are cited, what is said on, and wires."""

import pytest

from sayso.attribute.wires import wires_of
from sayso.documents import Block, Credit, Profile, Published, Role
from sayso.findings import HandRole, NameType
from sayso.spans import Span
from tests.attribute.hand import party, with_cue

SPEAKER, CHANNEL, RELAY = HandRole.SPEAKER, HandRole.CHANNEL, HandRole.RELAY


def hands(text: str, cue: str, *names: str) -> list[tuple[HandRole, str]]:
    people = (party(text, name, NameType.PERSON, "She") for name in names)
    return [(hand.role, hand.name) for hand in with_cue(text, cue, *people).chain if hand.role is not HandRole.OUTLET]


@pytest.mark.parametrize(
    "text",
    [
        "The port warned that the tug was old. On Twitter, the yard denied it.",
        "While the yard said in a statement that all was well, the port warned that the tug was old.",
        "At her job interview, the port warned that the tug was old.",
    ],
)
def test_what_another_clause_tells_is_no_channel(text: str) -> None:
    assert hands(text, "warned") == [(SPEAKER, "the port" if "the port" in text else "The port")]


def test_a_platform_of_one_letter_is_known_by_what_stands_before_it() -> None:
    assert (CHANNEL, "X") in hands("“The tug is old,” Brandt posted on X.", "posted")
    assert (CHANNEL, "X") not in hands("Brandt said the tug sailed on Quay X in June.", "said")


def test_who_saw_a_post_or_a_letter_is_a_relay() -> None:
    found = hands("In a letter seen by Reuters, Brandt said the tug was old.", "said")
    assert found == [(SPEAKER, "Brandt"), (CHANNEL, "letter"), (RELAY, "Reuters")]


def test_whom_an_outlet_cites_is_the_first_hand() -> None:
    found = hands("Reuters reported that the tug was old, citing two divers and a source close to the yard.", "reported")
    assert found == [(SPEAKER, "two divers and a source close to the yard"), (RELAY, "Reuters")]


def test_a_reason_that_is_cited_is_nobody() -> None:
    assert hands("Brandt said the yard would close, citing rising costs.", "said") == [(SPEAKER, "Brandt")]


def test_hands_stand_from_the_first_to_the_last() -> None:
    text = "Reuters reported that Brandt told CNN the tug was old."
    assert hands(text, "told CNN") == [(SPEAKER, "Brandt"), (RELAY, "CNN"), (RELAY, "Reuters")]


def test_who_goes_on_speaks_to_the_same() -> None:
    text = "Brandt told Reuters that the tug was old. She added that it leaked."
    assert hands(text, "added", "Brandt") == [(SPEAKER, "Brandt"), (RELAY, "Reuters")]


def test_who_spoke_at_another_time_does_not_go_on() -> None:
    text = "Brandt told Reuters that the tug was old. She has said that it leaked."
    assert (RELAY, "Reuters") not in hands(text, "has said", "Brandt")


def test_an_outlet_reports_what_was_said_after_the_words() -> None:
    text = "The tug leaked, the coastguard said, according to Reuters."
    assert hands(text, "said") == [(SPEAKER, "the coastguard"), (RELAY, "Reuters")]


@pytest.mark.parametrize(
    ("credit", "role", "wires"),
    [
        ("EASTPORT (AP) —", Role.DATELINE, ["AP"]),
        ("By The Associated Press", Role.BYLINE, ["AP"]),
        ("The Associated Press contributed to this report.", Role.CREDIT, []),
        ("Photo: AP", Role.CREDIT, []),
        ("Brandt told AP.", Role.BODY, []),
    ],
)
def test_a_wire_is_a_hand_of_all_that_comes_from_it(credit: str, role: Role, wires: list[str]) -> None:
    text = f"{credit}\n\nThe tug was old."
    blocks = (Block(Span(0, len(credit)), role), Block(Span(len(credit) + 2, len(text)), Role.BODY))
    said = Profile("d", "The Harbour Post", None, None, (), Published(), "en", blocks, (Credit("AP", Span(0, len(credit))),))
    assert wires_of(text, said) == wires

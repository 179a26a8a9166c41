import pytest

from sayso.findings import HandRole, Stance
from sayso.spans import words_of
from tests.attribute.hand import said, shown, with_cue

UNSAID = [
    "The port had not yet confirmed that the tug was lost.",
    "No one outside the shipyard has confirmed the loss of the tug.",
    "Nobody at the shipyard said that the tug was lost.",
    "The inquest report does not say that the tug was overloaded.",
    "The log did not say whether the tug was overloaded.",
    "The paper cannot say whether the tug was sold.",
    "The firm did not name the contractors.",
    "The coastguard had not yet confirmed that the tug was lost.",
    "He did not mention the tug.",
    "The coastguard has not confirmed that the tug was lost.",
    "The owner refused to sell the tug.",
    "The owner declined to join the rescue.",
    "The owner avoided blaming or naming the pilot.",
    "The pilot, who asked not to be named, left the yard.",
    "The tug responded to the call.",
    "The pilot seemed to hesitate.",
    "The coastguard questioned two dock workers.",
    "Sailors who don't believe in storms drown early.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_what_nobody_says_is_no_attribution(text: str) -> None:
    assert [shown(text, a) for a in said(text)] == []


WITHHELD = [
    ("Neither shipyard responded to requests for comment.", "Neither shipyard", Stance.NO_RESPONSE),
    ("The owner would not discuss the tug.", "The owner", Stance.DECLINES),
    ("The owner did not say why the tug sailed.", "The owner", Stance.DECLINES),
    ("The owner refused to clarify whether the tug was insured.", "The owner", Stance.DECLINES),
    ("The owner does not believe that the tug was overloaded.", "The owner", Stance.DENIES),
    ("The owner does not dispute that the tug was overloaded.", "The owner", Stance.CONFIRMS),
    ("The owner commented that the tug was old.", "The owner", Stance.STATES),
    ("The owner has not only said that the tug was old.", "The owner", Stance.STATES),
]


@pytest.mark.parametrize(("text", "source", "stance"), WITHHELD)
def test_a_refusal_and_a_rejection_are_told_from_silence(text: str, source: str, stance: Stance) -> None:
    assert [(words_of(a.source, text), a.stance) for a in said(text)] == [(source, stance)]


def test_whoever_reports_a_speech_hands_it_on_unless_they_deny_it() -> None:
    by_ministry = "The ministry said that the pilot had claimed the tug was old."
    by_agency = "The Baltna news agency said that the pilot had claimed the tug was old."
    denied = "The ministry denied that the pilot had claimed the tug was old."
    roles = [[hand.role for hand in with_cue(text, "had claimed").chain] for text in (by_ministry, by_agency, denied)]
    handed_on = [HandRole.SPEAKER, HandRole.RELAY, HandRole.OUTLET]
    assert roles == [handed_on, handed_on, [HandRole.SPEAKER, HandRole.OUTLET]]


def test_the_name_of_a_paper_tells_no_channel() -> None:
    text = "In the Harbour Post, the pilot claimed the tug was old."
    assert HandRole.CHANNEL not in [hand.role for hand in with_cue(text, "claimed").chain]

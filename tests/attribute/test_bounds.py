"""Where contents end and whose they are in sentences that hold more than one statement."""

import pytest

from sayso.findings import HandRole
from sayso.spans import words_of
from tests.attribute.hand import said, shown, with_cue

BOUNDS = [
    ("The yard vowed to appeal, according to the Gazette.", "The yard", "to appeal"),
    ("While the yard said it would pay, the crew went home.", "the yard", "it would pay"),
    ("The yard said it was “a clean dive,” but the crew denied it was safe.", "The yard", "it was “a clean dive,”"),
    ("After the storm broke, the mayor took to the radio saying it was safe.", "the mayor", "it was safe"),
    ("More than 20 divers said the pier was rotten.", "More than 20 divers", "the pier was rotten"),
    ("The mayor accused the yard of lying and has asked for help.", "The mayor", "the yard of lying"),
    (
        "The pier was rotten, said Ivo Brandt, the divers’ union secretary.",
        "Ivo Brandt, the divers’ union secretary",
        "The pier was rotten",
    ),
    ("Norland, Sudland and the port said it was safe.", "Norland, Sudland and the port", "it was safe"),
    (
        "It was the worst fall since World War II, Norland and its allies said.",
        "Norland and its allies",
        "It was the worst fall since World War II",
    ),
    ("The mayor said that adding guards had failed.", "The mayor", "that adding guards had failed"),
    (
        "The mayor called the fall of the pier in Eastport, Norland, a disgrace.",
        "The mayor",
        "the fall of the pier in Eastport, Norland, a disgrace",
    ),
    ("In the aftermath Dana Holt blamed the yard.", "Dana Holt", "the yard"),
    (
        "The crew sailed to Lodnik, a town on the coast, said Baltna TV.",
        "Baltna TV",
        "The crew sailed to Lodnik, a town on the coast",
    ),
    ("EASTPORT, Norland (BNN) — The pier fell, the port said.", "the port", "The pier fell"),
    (
        "EASTPORT, Norland (Castellan) — At least two people died when the pier fell, the port said.",
        "the port",
        "At least two people died when the pier fell",
    ),
    ("He left, adding the crew had been paid.", "He", "the crew had been paid"),
    ("Two people died in the fire, the port said, as the mayor faced questions.", "the port", "Two people died in the fire"),
    ("“They were drunk,” the Lodnik news agency quoted a diver as saying.", "a diver", "“They were drunk,”"),
]


@pytest.mark.parametrize(("text", "source", "content"), BOUNDS)
def test_a_content_ends_where_another_statement_begins(text: str, source: str, content: str) -> None:
    assert (source, content) in [(shown(text, a)[0], shown(text, a)[2]) for a in said(text)]


def test_a_wire_that_quotes_somebody_is_a_relay() -> None:
    text = "“They were drunk,” the Interfax news agency quoted a diver as saying."
    chain = with_cue(text, "as saying").chain
    assert [(hand.role, hand.name) for hand in chain[:2]] == [(HandRole.SPEAKER, "a diver"), (HandRole.RELAY, "Interfax")]


@pytest.mark.parametrize(
    "text",
    [
        "The pier showed cracks.",
        "He added two rooms.",
        "The ministry recalled its envoy.",
        "Asked about the pier, he left.",
        "The plan was written by the yard.",
        "The yard called in three divers.",
        "The yard was not accused of fraud.",
    ],
)
def test_a_bare_thing_is_nothing_that_is_said(text: str) -> None:
    assert [words_of(a.cue, text) for a in said(text)] == []


def test_he_spoke_of_himself_saying() -> None:
    text = "Brandt defended himself, saying “the pier was sound.”"
    assert ("Brandt", "saying") in [shown(text, a)[:2] for a in said(text)]


def test_a_noun_without_anybody_behind_it_needs_a_whole_clause() -> None:
    assert said("The yard fell over allegations of fraud.") == ()
    assert len(said("The yard fell over allegations that it had paid bribes.")) == 1


@pytest.mark.parametrize(
    "text", ["According to the yard, the pier is said to have fallen.", "The yard reportedly claimed the pier had fallen."]
)
def test_a_content_is_given_once_to_whoever_is_named_for_it(text: str) -> None:
    assert [shown(text, a)[0].lower() for a in said(text)] == ["the yard"]


@pytest.mark.parametrize(
    "text", ["The pier is known as the Old Lady.", "Read past reports that the pier fell.", "The work was directed by divers."]
)
def test_nouns_and_passives_that_only_look_like_cues_are_left_alone(text: str) -> None:
    assert said(text) == ()


def test_the_post_in_the_name_of_a_paper_is_no_channel() -> None:
    text = "The Harbour Post said the pier fell."
    assert [hand.role for hand in with_cue(text, "said", outlet=None).chain] == [HandRole.SPEAKER]

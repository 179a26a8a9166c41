"""Accounts: what a report is held to state, whose words they are, and what states nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.collate.accounts import told
from sayso.collate.parties import joined
from sayso.findings import NameType, Reading, Stance, Story
from tests.collate.hand import Marks, Said, report

NO_MARKS = Marks()
KESTREL = ("Ivo Kestrel", NameType.PERSON, ())


def accounts(reading: Reading) -> list[tuple[str, str]]:
    """What is told, each with the cue that it is told by, or "own"."""
    found = told(reading, joined([reading], [Story("s-1", "a fire", (reading.id,))]))
    cues = {a.id: a.cue[0].of(reading.text) for a in reading.attributions}
    return [(t.text, cues[t.attribution.id] if t.attribution else "own") for t in found]


def own(text: str, marks: Marks = NO_MARKS) -> list[str]:
    return [words for words, cue in accounts(report("a", text, marks)) if cue == "own"]


FACT = "The ferry carried copper to the old harbour."


@pytest.mark.parametrize(
    "line",
    [
        "Thank you to the nurses of Aldmoor for their long work.",
        "Let us never forget the men of the mill!",
        "Good morning and welcome to our report from the harbour.",
        "Here is a picture of the mill as it burned.",
        "Stay tuned for more from the harbour tonight.",
        "(APPLAUSE FROM THE GALLERY)",
        "Updated at 10.45am GMT on Tuesday 14 March 2018.",
        "Why was the mill not closed a year ago?",
        "What the harbour master saw",
        "Warning: some may find these pictures hard to bear",
        "Four barges that the war has left behind | Mara Tull",
        "The Mill That Has Haunted Aldmoor",
        "KESTREL: The mill was closed a year ago.",
        "Ivo Kestrel: The mill was closed a year ago.",
        "The mill is burning and nobody comes to help! — Ivo Kestrel (@ikestrel) March 14, 2018",
        "Four barges are on fire in the old harbour tonight. pic.twitter.com/abc123",
        "@ikestrel the mill was closed a year ago, you know that.",
    ],
)
def test_what_states_nothing_or_is_set_as_another_s_is_not_the_outlet_s_own(line: str) -> None:
    assert own(f"{FACT}\n{line}", Marks(parties=[KESTREL])) == [FACT]


@pytest.mark.parametrize(
    "line",
    [
        "Thanks to the nurses of Aldmoor nobody was hurt at the mill.",
        "Let us be clear that the mill was closed a year ago.",
        "Police in Aldmoor arrested the owner of the mill",
        "Aldmoor: The mill was closed a year ago.",
    ],
)
def test_what_only_looks_like_a_call_or_a_heading_is_stated(line: str) -> None:
    aldmoor = ("Aldmoor", NameType.PLACE, ())
    assert own(f"{FACT}\n{line}", Marks(parties=[aldmoor])) == [FACT, line]


def test_a_post_that_only_its_next_paragraph_signs_is_not_the_outlet_s_own() -> None:
    text = f"{FACT}\nFour barges are on fire in the old harbour tonight.\n— Ivo Kestrel (@ikestrel) March 14, 2018"
    assert own(text) == [FACT]


def content(words: str, cue: str = "said", stance: Stance = Stance.STATES) -> list[tuple[str, str]]:
    said = Said("the mayor", cue, words, stance=stance)
    return accounts(report("a", f"the mayor {cue} {words}.", Marks(said=[said])))


@pytest.mark.parametrize(
    ("words", "cue", "stance"),
    [
        ("“Thank you all for the good work at the mill”", "said", Stance.STATES),
        ("“Let's rebuild the mill together”", "said", Stance.STATES),
        ("whether the mill was ever closed by its owner", "wondered", Stance.BELIEVES),
        ("who had closed the mill in the old harbour", "asked", Stance.ASKS),
    ],
)
def test_thanks_calls_and_questions_in_other_words_are_nobody_s_account(words: str, cue: str, stance: Stance) -> None:
    assert [cue for _, cue in content(words, cue, stance)] in ([], ["own"])


@pytest.mark.parametrize(
    ("words", "is_one"), [("“Very sad news”", False), ("“Not at all”", False), ("“Everyone left”", True), ("“It's closed”", True)]
)
def test_a_bare_reaction_is_no_account_and_a_short_statement_is_one(words: str, is_one: bool) -> None:
    said = Said("the mayor", "said", words)
    assert accounts(report("a", f"{words} the mayor said.", Marks(said=[said]))) == [(words, "said")] * is_one


def test_who_praises_a_thing_is_shown_with_it() -> None:
    assert content("the long patience of the nurses", "praised") == [
        ("the mayor praised the long patience of the nurses", "praised")
    ]


def test_content_that_says_several_things_is_an_account_each_on_one_attribution() -> None:
    assert content("that the mill was closed in May and that the owner has left the town") == [
        ("the mill was closed in May", "said"),
        ("the owner has left the town", "said"),
    ]


def test_the_same_words_of_two_attributions_are_one_account() -> None:
    words = "the mill was closed a year ago"
    twice = [Said("the mayor", "said", words), Said("the mayor", "told reporters", words)]
    assert len(accounts(report("a", f"the mayor said, the mayor told reporters, {words}.", Marks(said=twice)))) == 1


def test_the_frame_around_somebody_s_words_is_not_the_outlet_s_own_statement() -> None:
    said = Said("the mayor", "said", "the mill was closed")
    text = "the mayor said the mill was closed, before a long night with the whole council of the town and its old harbour."
    assert accounts(report("a", text, Marks(said=[said]))) == [("the mill was closed", "said")]


def test_what_a_sentence_states_beside_somebody_s_words_is_the_outlet_s_own() -> None:
    said = Said("the mayor", "said", "the mill was closed")
    text = "The ferry has carried copper for a year, but the mayor said the mill was closed."
    assert accounts(report("a", text, Marks(said=[said]))) == [
        ("The ferry has carried copper for a year", "own"),
        ("the mill was closed", "said"),
    ]


def test_content_without_a_source_is_an_account_where_it_is_most_of_its_sentence() -> None:
    said = [Said("", "reportedly", "The mill was closed a year ago by its owner")]
    report_ = report("a", "The mill was closed a year ago by its owner, reportedly.", Marks(said=said))
    (account,) = accounts(report_)
    assert account == ("The mill was closed a year ago by its owner", "reportedly")
    assert report_.attributions[0].speaker is None


def test_where_nobody_looked_nothing_is_stated() -> None:
    a = report("a", FACT)
    assert accounts(replace(a, unread=(a.annotation.sentences[0].span,))) == []

"""Which part of a source names the speaker, and what a content is whose subject stands before its source."""

import pytest

from sayso.findings import HandRole, NameType
from sayso.spans import words_of
from tests.attribute.hand import party, said, shown, with_cue

PERSON, ORGANIZATION, PLACE = NameType.PERSON, NameType.ORGANIZATION, NameType.PLACE

NOBODY = [
    ("An audit seen by the Eastport Courier said the pier was rotten.", "Eastport Courier", ORGANIZATION),
    ("E-mails released by the Port Office said the pier was rotten.", "Port Office", ORGANIZATION),
    ("A spokeswoman for Dana Holt said the pier was rotten.", "Dana Holt", PERSON),
    ("Dana Holt’s lawyer said the pier was rotten.", "Dana Holt", PERSON),
    ("A writer on the web page Ruiz’s Brandt said the pier was rotten.", "Brandt", PERSON),
    ("The Eastport Republican said the pier was rotten.", "Republican", ORGANIZATION),
    ("The Port Office and harbour pilots said the pier was rotten.", "Port Office", ORGANIZATION),
    ("Norland and its allies said the pier was rotten.", "Norland", PLACE),
]


@pytest.mark.parametrize(("text", "name", "kind"), NOBODY)
def test_a_name_that_only_says_more_of_the_head_is_not_the_speaker(text: str, name: str, kind: NameType) -> None:
    found = with_cue(text, "said", party(text, name, kind))
    assert found.speaker is None
    assert found.chain[0].name == words_of(found.source, text)


def test_two_names_joined_are_neither_of_them() -> None:
    text = "Norland and Sudland said the pier was rotten."
    found = with_cue(text, "said", party(text, "Norland", PLACE), party(text, "Sudland", PLACE))
    assert (found.speaker, found.chain[0].name) == (None, "Norland and Sudland")


def test_and_inside_a_name_joins_nothing() -> None:
    text = "The Ports and Ships Office said the pier was rotten."
    office = party(text, "Ports and Ships Office", ORGANIZATION)
    assert with_cue(text, "said", office).speaker == office.id


def test_a_spokesperson_keeps_the_name_and_stands_for_the_organisation() -> None:
    text = "A Norsk Marine spokesman said the pier was rotten."
    firm = party(text, "Norsk Marine", ORGANIZATION)
    found = with_cue(text, "said", firm)
    assert (found.speaker, found.chain[0].role, found.chain[0].name) == (firm.id, HandRole.SPEAKER, "A Norsk Marine spokesman")


def test_a_spokesperson_by_name_is_the_speaker_even_after_whom_they_speak_for() -> None:
    text = "Dana Holt’s spokesman, Ivo Brandt, said the pier was rotten."
    holt, brandt = party(text, "Dana Holt", PERSON), party(text, "Ivo Brandt", PERSON)
    assert with_cue(text, "said", holt, brandt).speaker == brandt.id


def test_a_tweet_belongs_to_its_issuer_not_to_where_that_sits() -> None:
    text = "The Norland embassy in Eastport posted a tweet saying that the pier was rotten."
    embassy, city = party(text, "Norland embassy", ORGANIZATION), party(text, "Eastport", PLACE)
    assert with_cue(text, "posted a tweet saying", embassy, city).speaker == embassy.id


CONTENTS = [
    ("The divers, who the police said were drunk, left the pier.", "the police", "who … were drunk"),
    ("The yard hired four divers who the police said were drunk.", "the police", "who … were drunk"),
    ("The yard said “rotten planks” had broken the pier.", "The yard", "“rotten planks” had broken the pier"),
    ("One official said the pier was rotten.", "One official", "the pier was rotten"),
    ("The pier was rotten, a US official said.", "a US official", "The pier was rotten"),
]


@pytest.mark.parametrize(("text", "source", "content"), CONTENTS)
def test_source_and_content_are_whole(text: str, source: str, content: str) -> None:
    assert [(shown(text, a)[0], shown(text, a)[2]) for a in said(text)] == [(source, content)]


def test_the_newspaper_is_the_outlet_named_last() -> None:
    text = "The Guardian reported that the pier was rotten. The divers, trained by Norsk, had left, the newspaper said."
    guardian, firm = party(text, "The Guardian", ORGANIZATION), party(text, "Norsk", ORGANIZATION, "the newspaper")
    assert with_cue(text, "said", guardian, firm).speaker == guardian.id


def test_a_dateline_is_no_part_of_a_source() -> None:
    text = "(BNN) Mayor Dana Holt said the pier was rotten."
    assert shown(text, with_cue(text, "said"))[0] == "Mayor Dana Holt"


@pytest.mark.parametrize("text", ["ROTTEN: The pier that fell", "Terror At The Pier: Divers drowned", "Paris: Divers drown"])
def test_a_headline_that_names_its_topic_has_no_speaker(text: str) -> None:
    assert said(f"{text}\nThe pier fell.", headline=True) == ()


def test_a_speaker_of_a_transcript_says_i_think_as_part_of_the_speech() -> None:
    text = "RUIZ: I think the pier was rotten.\nBRANDT: We believe that it was not."
    assert [words_of(a.source, text) for a in said(text)] == ["RUIZ", "BRANDT"]

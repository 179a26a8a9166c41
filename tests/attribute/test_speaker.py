import pytest

from sayso.findings import NameType
from sayso.spans import words_of
from tests.attribute.hand import party, said, with_cue

PERSON, ORGANIZATION, PLACE = NameType.PERSON, NameType.ORGANIZATION, NameType.PLACE

NAMED = [
    ("Foreign ministry spokesperson Lin Ho said it was false.", ("Lin Ho", PERSON), ("ministry", ORGANIZATION), "Lin Ho"),
    ("Norland's Port Office (PO) said it was false.", ("Port Office", ORGANIZATION), ("Norland", PLACE), "Port Office"),
    ("Norland's government said it was false.", ("Norland", PLACE), ("Eastport", PLACE), "Norland"),
    ("Ivo Brandt, an engineer at Norsk, said it was false.", ("Ivo Brandt", PERSON), ("Norsk", ORGANIZATION), "Ivo Brandt"),
    ("The port's chief of staff, Ivo Brandt, said it was false.", ("Ivo Brandt", PERSON), ("port", ORGANIZATION), "Ivo Brandt"),
    ("A spokesman for Norsk Marine said it was false.", ("Norsk Marine", ORGANIZATION), ("Eastport", PLACE), "Norsk Marine"),
    ("A Norsk Marine spokeswoman said it was false.", ("Norsk Marine", ORGANIZATION), ("Eastport", PLACE), "Norsk Marine"),
    ("Officials in Eastport said it was false.", ("Eastport", PLACE), ("Norsk Marine", ORGANIZATION), None),
    ("Two sources close to Ivo Brandt said it was false.", ("Ivo Brandt", PERSON), ("Eastport", PLACE), None),
    ("Brandt supporters said it was false.", ("Brandt", PERSON), ("Eastport", PLACE), None),
]


@pytest.mark.parametrize(("text", "one", "other", "speaker"), NAMED)
def test_the_head_of_a_source_is_its_speaker(
    text: str, one: tuple[str, NameType], other: tuple[str, NameType], speaker: str | None
) -> None:
    parties = (party(text, *one), party(text, *other))
    found = with_cue(text, "said", *parties)
    assert {p.id: p.name for p in parties}.get(found.speaker or "") == speaker


def test_a_pronoun_speaks_for_the_party_that_mentions_it() -> None:
    text = "Brandt left early. He said it was false."
    brandt = party(text, "Brandt", PERSON, "He")
    assert with_cue(text, "said", brandt).speaker == brandt.id


def test_who_is_whoever_stands_before_it() -> None:
    text = "The port sued Ivo Brandt, who denied that the hull was thin."
    brandt = party(text, "Ivo Brandt", PERSON)
    assert with_cue(text, "denied", brandt).speaker == brandt.id


def test_a_title_without_a_name_is_the_person_who_bears_it_elsewhere() -> None:
    text = "A foreign ministry spokesperson said it was false. “Stop,” foreign ministry spokeswoman Lin Ho added."
    lin = party(text, "Lin Ho", PERSON)
    assert [a.speaker for a in said(text, lin)] == [lin.id, lin.id]


def test_the_statement_is_whose_the_last_one_was() -> None:
    text = "The Ministry of Ports said in a statement that the ferry was safe. The crew left, the statement said."
    ministry = party(text, "Ministry of Ports", ORGANIZATION)
    assert [a.speaker for a in said(text, ministry)] == [ministry.id, ministry.id]


def test_a_new_statement_belongs_to_whoever_issued_it() -> None:
    text = (
        "The Ministry of Ports said in a statement that the ferry was safe. "
        "Norsk Marine issued a statement denouncing the ministry. The ministry lied, the statement said."
    )
    ministry, firm = party(text, "Ministry of Ports", ORGANIZATION), party(text, "Norsk Marine", ORGANIZATION)
    assert [a.speaker for a in said(text, ministry, firm)] == [ministry.id, firm.id, firm.id]


def test_the_government_is_the_only_one_so_called_before() -> None:
    one = "Norland's government said the ferry was safe. The crew left, the government said."
    norland = party(one, "Norland", PLACE)
    assert [a.speaker for a in said(one, norland)] == [norland.id, norland.id]


def test_the_government_is_nobody_when_two_were_so_called() -> None:
    text = "Norland's government said it was safe. Sudland's government said it was not. The crew left, the government said."
    parties = party(text, "Norland", PLACE), party(text, "Sudland", PLACE)
    assert [a.speaker for a in said(text, *parties) if words_of(a.source, text) == "the government"] == [None]


def test_where_a_ministry_sits_tells_which_one_is_meant() -> None:
    text = "Norland's Foreign Ministry was shut on Monday. The Foreign Ministry in Eastport said it was false."
    ministry = party(text, "Norland's Foreign Ministry", ORGANIZATION, "Foreign Ministry")
    assert with_cue(text, "said", ministry).speaker is None


def test_a_report_is_not_whose_the_last_statement_was() -> None:
    text = "The Ministry of Ports said in a statement that the ferry was safe. The report said that the hull was thin."
    ministry = party(text, "Ministry of Ports", ORGANIZATION)
    assert [a.speaker for a in said(text, ministry)] == [ministry.id, None]


def test_a_paper_that_says_whose_it_is_belongs_to_nobody_who_issued_another() -> None:
    text = "Norsk Marine said in a letter that the ferry was safe. The Eastport College letter said that the hull was thin."
    firm = party(text, "Norsk Marine", ORGANIZATION)
    assert [a.speaker for a in said(text, firm)] == [firm.id, None]

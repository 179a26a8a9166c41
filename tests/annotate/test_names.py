"""Most of these mark what was read, so that no model is asked: [Oleg Brandt|person]. Only the last ones read with the model."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.names import names as made_of
from sayso.annotate.sentences import sentences
from sayso.findings import Name, NameType
from sayso.spans import Span
from tests.annotate.pages import blocks, names, read

PERSON, ORGANIZATION, PLACE, OTHER = NameType.PERSON, NameType.ORGANIZATION, NameType.PLACE, NameType.OTHER
MARK = re.compile(r"\[([^|\]]*)\|(person|organization|place|other)\]")


def found(marked: str) -> list[Name]:
    text, marks, end = "", [], 0
    for m in MARK.finditer(marked):
        text += marked[end : m.start()]
        marks.append(Name(Span(len(text), len(text) + len(m[1])), NameType(m[2]), ("read as a name",)))
        text, end = text + m[1], m.end()
    text += marked[end:]
    return list(made_of(text, sentences(text, blocks(text)), marks))


def words(marked: str) -> list[str]:
    """The words of the names found, each with the first letter of its type."""
    text = MARK.sub(r"\1", marked)
    return [f"{n.span.of(text)} ({str(n.type)[:3]})" for n in found(marked)]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("They asked [Vera Lindqvist's|person] aide.", "Vera Lindqvist (per)"),
        ("They asked [Vera Lindqvist’s|person] aide.", "Vera Lindqvist (per)"),
        ("They asked the [Workers'|organization] aide.", "Workers (org)"),
        ("They asked [the Harbour Board|organization].", "Harbour Board (org)"),
        ("They asked [“Vera Lindqvist,”|person] it said.", "Vera Lindqvist (per)"),
        ("They asked [Mr Tremblay|person] twice.", "Tremblay (per)"),
        ("They asked [Deputy National Security Adviser Paul Renner|person].", "Paul Renner (per)"),
        ("They asked [British Prime Minister Harriet Vance|person].", "Harriet Vance (per)"),
        ("They asked [Sir Alan|person] twice.", "Sir Alan (per)"),
        ("They asked Sir [Alan|person] twice.", "Sir Alan (per)"),
        ("They asked a [Norway-based|place] crew.", "Norway (pla)"),
        ("They asked [Chan Shing-wan|person] twice.", "Chan Shing-wan (per)"),
        ("He moved to the [U.S|place]. She stayed.", "U.S. (pla)"),
        ("They asked [Sammy Davis Jr|person]. and left.", "Sammy Davis Jr. (per)"),
        ("He came to Qasrabad, [Va.|place], by night.", "Va. (pla)"),
        ("They asked [Orrin-e-Qasr|organization] twice.", "Orrin-e-Qasr (org)"),
        ("He lives in [northern Qasrabad|place] now.", "Qasrabad (pla)"),
        ("They asked [Bank of Qasrabad and|organization] left.", "Bank of Qasrabad (org)"),
        ("It was in [The Washington Post|organization] today.", "Washington Post (org)"),
        ("It was in [The Hill|organization] today.", "The Hill (org)"),
    ],
)
def test_a_name_is_cut_to_the_name_alone(marked: str, name: str) -> None:
    assert words(marked) == [name]


@pytest.mark.parametrize(
    "marked",
    [
        "The [Norwegian|other] fleet left.",
        "He left on [Monday|other] morning.",
        "She wrote from [vera@harbour.example|person] again.",
        "Thanks to @[Lindqvist|person] again.",
        "It is at [www.harbour.example|organization] now.",
        "The [President|person] left.",
        "[He|person] left.",
        "They found [Novichok|person] there.",
        "The [harbour|place] froze.",
        "He counted [1,200|organization] crates.",
    ],
)
def test_what_is_no_name_of_a_party_goes(marked: str) -> None:
    assert words(marked) == []


def test_two_names_read_as_one_are_parted() -> None:
    assert words("He spoke for [Norway's Fisheries Ministry|organization].") == ["Norway (pla)", "Fisheries Ministry (org)"]
    assert words("Photo: [Vera Lindqvist/Reuters|person]") == ["Vera Lindqvist (per)", "Reuters (org)"]
    assert words("Born in the [People's Republic of China|place].") == ["People's Republic of China (pla)"]


def test_a_name_read_in_one_place_is_found_in_the_others() -> None:
    marked = "Crews of [Brevanto|organization] left. The board of Brevanto met. Nobody at Brevanto's gate spoke."
    assert words(marked) == ["Brevanto (org)"] * 3
    assert found(marked)[1].because == ("named so elsewhere in the document",)


def test_a_plain_word_is_not_found_elsewhere_for_one_reading() -> None:
    assert words("He spoke to [Academic|organization] once. Then Academic crates came.") == ["Academic (org)"]


def test_what_is_passed_over_more_often_than_read_stays_unread() -> None:
    marked = "The [Quorl|other] rose. A Quorl fell. One Quorl sank. My Quorl broke."
    assert words(marked) == ["Quorl (oth)"]


def test_part_of_a_longer_name_is_not_found_alone() -> None:
    assert words("He left [Qasrabad|place] by night. The Qasrabad Gas Works burned.") == ["Qasrabad (pla)"]


def test_the_longer_name_takes_the_place_of_its_part() -> None:
    marked = "The [Northern Fisheries Agency|organization] met. Later the Northern [Fisheries|other] Agency voted."
    assert words(marked) == ["Northern Fisheries Agency (org)"] * 2


def test_all_places_of_a_name_get_the_type_most_of_them_were_read_with() -> None:
    marked = "[Brevanto|organization] grew. [Brevanto|person] fell. [Brevanto|organization] rose."
    assert words(marked) == ["Brevanto (org)"] * 3
    assert found(marked)[1].because[-1] == "its type is that of the same name elsewhere"


def test_a_surname_is_the_persons() -> None:
    marked = "[Oleg Brandt|person] left. The board thanked [Brandt|organization] for it. Later Brandt returned."
    assert words(marked) == ["Oleg Brandt (per)", "Brandt (per)", "Brandt (per)"]
    assert found(marked)[2].because == ("part of the name “Oleg Brandt”",)


def test_a_surname_that_stands_first_is_the_persons_too() -> None:
    assert words("[Huang Jiewen|person] left. Later Huang returned.") == ["Huang Jiewen (per)", "Huang (per)"]


def test_a_month_that_is_a_surname_is_told_from_the_month() -> None:
    marked = "Ms [Theresa May|person] spoke in May. On Tuesday May said she would stay. It was May 4."
    assert [n.span.start for n in found(marked)] == [3, 40]


def test_who_stands_where_places_stand_is_a_place() -> None:
    assert words("They met in [Qasrabad|person] and left.") == ["Qasrabad (pla)"]
    assert words("[Oleg Brandt|person] left. Their trust in [Brandt|person] did not.") == ["Oleg Brandt (per)", "Brandt (per)"]


def test_an_acronym_in_brackets_is_what_it_is_short_for() -> None:
    marked = "The [Harbour Relief Board|organization] (HRB) met. Later the HRB voted."
    assert words(marked) == ["Harbour Relief Board (org)", "HRB (org)", "HRB (org)"]
    assert found(marked)[1].because == ("short for “Harbour Relief Board”",)
    assert words("The [Harbour Relief Board|organization] ([HRB|place]) met.")[1] == "HRB (org)"


def test_an_acronym_in_brackets_shows_where_the_name_before_it_begins() -> None:
    marked = "The Harbour [Workers|person]' Relief [Board|organization] (HWRB) met."
    assert words(marked) == ["Harbour Workers' Relief Board (org)", "HWRB (org)"]
    assert words("The Orrin Foods Board’s (OFB) crew met.") == ["Orrin Foods Board (org)", "OFB (org)"]
    assert words("The crew of the harbour (HWRB) met.") == []


def test_a_legal_form_shows_a_company() -> None:
    assert words("[Oleg Brandt|person] of [Brandt|person] Ltd left. When Orrin Foods Inc. fell, he came.") == [
        "Oleg Brandt (per)",
        "Brandt Ltd (org)",
        "Orrin Foods Inc. (org)",
    ]


def test_known_names_that_look_like_no_other_word_are_found() -> None:
    marked = "It left Norway for the UK, and NATO was told by the Associated Press that 400 Britons came."
    assert words(marked) == ["Norway (pla)", "UK (pla)", "NATO (org)", "Associated Press (org)", "Britons (oth)"]
    assert found(marked)[0].because == ("a known name",)


def test_known_names_that_may_be_other_words_are_not() -> None:
    assert words("Georgia smiled. The Sun rose over Reading, and Jordan slept. It is us.") == []


def test_a_known_name_takes_the_place_of_its_parts() -> None:
    marked = "The [Organization|organization] for the [Prohibition of Chemical Weapons|organization] met."
    assert words(marked) == ["Organization for the Prohibition of Chemical Weapons (org)"]


def test_a_known_name_has_its_type_whatever_was_read() -> None:
    assert words("He left [Norway|organization] for [NATO|place].") == ["Norway (pla)", "NATO (org)"]


def test_a_country_before_a_hyphen_is_named() -> None:
    assert words("It bought China-related files for a US-led group of anti-China crews.") == ["China (pla)", "US (pla)"]


def test_a_headline_in_capitals_names_what_is_named_below() -> None:
    marked = "HARBOUR CHIEF VERA LINDQVIST QUITS OVER CRATES\nThe board heard [Vera Lindqvist|person] on Friday."
    assert words(marked) == ["VERA LINDQVIST (per)", "Vera Lindqvist (per)"]


def test_a_headline_with_capitals_everywhere_names_what_is_named_below() -> None:
    marked = (
        "Harbour Chief Vera Lindqvist Quits After Storm Over Missing Crates\nThe board heard [Vera Lindqvist|person] on Friday."
    )
    assert words(marked) == ["Vera Lindqvist (per)", "Vera Lindqvist (per)"]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="aA mM.,-–'’\"“”()\n0/@’sU", max_size=120), st.data())
def test_whatever_is_read_names_are_in_order_and_apart(text: str, data: st.DataObject) -> None:
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)), st.sampled_from(NameType))
    marks = [Name(Span(min(a, b), max(a, b)), kind, ("read",)) for a, b, kind in data.draw(st.lists(places, max_size=5))]
    out = made_of(text, sentences(text, blocks(text)), marks)
    assert all(n.span.of(text).strip() for n in out)
    assert all(a.span.end <= b.span.start for a, b in pairwise(out))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The minister praised Ngozi Adeyemi warmly.", "Ngozi Adeyemi", PERSON),
        ("They asked British Prime Minister Harriet Vance about it.", "Harriet Vance", PERSON),
        ("Police named Abdullah bin Rashid as a suspect.", "Abdullah bin Rashid", PERSON),
        ("A spokesman, Liu Jianchao, refused.", "Liu Jianchao", PERSON),
        ("The harbour fell under the Ministry of State Security last year.", "Ministry of State Security", ORGANIZATION),
        ("Reports reached the Intelligence and Security Committee in time.", "Intelligence and Security Committee", ORGANIZATION),
        ("He was hired by MI6 in spring.", "MI6", ORGANIZATION),
        ("He spoke to the Harbour Gazette twice.", "Harbour Gazette", ORGANIZATION),
        ("Troops entered the town of Qasrabad at dawn.", "Qasrabad", PLACE),
        ("Shells fell in Homs province overnight.", "Homs", PLACE),
    ],
)
def test_a_name_is_read_with_its_type(text: str, name: str, kind: NameType) -> None:
    assert name in names(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday it rained in the hills.",
        "The Chinese government said so on Monday in May.",
        "We've seen it. They're late. It's over.",
        "Afterwards, nobody spoke.",
        "A Muslim preacher and a Catholic priest spoke English.",
        "He may march in the morning.",
    ],
)
def test_capitals_of_no_name_give_none(text: str) -> None:
    assert names(text) == []


def test_every_name_says_why() -> None:
    assert all(n.because and n.because[0] for n in read("Sir Alan met Vera Lindqvist of Brevanto Ltd in Qasrabad.").names)


def test_text_that_ends_in_the_middle_of_a_name_is_read() -> None:
    for text in ("He joined the Bank of", "The Ministry of Mr", "Sir", "The Department for the", "Secretary of"):
        read(text)

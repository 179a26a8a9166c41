import pytest

from sayso.findings import NameType
from tests.annotate.pages import names, read

PERSON, ORGANIZATION, PLACE, OTHER = NameType.PERSON, NameType.ORGANIZATION, NameType.PLACE, NameType.OTHER


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The minister praised Ngozi Adeyemi warmly.", "Ngozi Adeyemi", PERSON),
        ("They asked Mr Tremblay about it.", "Tremblay", PERSON),
        ("They asked Sir Alan about it.", "Sir Alan", PERSON),
        ("They asked British Prime Minister Harriet Vance about it.", "Harriet Vance", PERSON),
        ("They asked Deputy National Security Adviser Paul Renner about it.", "Paul Renner", PERSON),
        ("Police named Abdullah bin Rashid as a suspect.", "Abdullah bin Rashid", PERSON),
        ("A spokesman, Liu Jianchao, refused.", "Liu Jianchao", PERSON),
        ("The harbour fell under the Ministry of State Security last year.", "Ministry of State Security", ORGANIZATION),
        ("The Trade, Works, and Development Office was silent.", "Trade, Works, and Development Office", ORGANIZATION),
        ("Reports reached the Intelligence and Security Committee in time.", "Intelligence and Security Committee", ORGANIZATION),
        ("He runs the Crown Prosecution Service in the north.", "Crown Prosecution Service", ORGANIZATION),
        ("He was hired by MI6 in spring.", "MI6", ORGANIZATION),
        ("He spoke to the Harbour Gazette twice.", "Harbour Gazette", ORGANIZATION),
        ("She wrote for Reuters then.", "Reuters", ORGANIZATION),
        ("Employees of the consultancy Brevanto fled.", "Brevanto", ORGANIZATION),
        ("Troops entered the town of Qasrabad at dawn.", "Qasrabad", PLACE),
        ("Shells fell in Homs province overnight.", "Homs", PLACE),
        ("The U.S. agreed.", "U.S.", PLACE),
        ("He was charged under the Official Secrets Act there.", "Official Secrets Act", OTHER),
        ("At least 400 Britons were approached.", "Britons", OTHER),
    ],
)
def test_a_name_is_found_with_its_type(text: str, name: str, kind: NameType) -> None:
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


def test_an_adjective_before_a_hyphen_names_the_country() -> None:
    assert names("It collected China-related files for a US-led group.") == ["China", "US"]


def test_a_headline_in_capitals_names_only_what_is_known_or_named_below() -> None:
    text = "Harbour Chief Vera Lindqvist Quits After Storm Over Missing Crates\nThe board heard Vera Lindqvist on Friday."
    assert names(text) == ["Vera Lindqvist", "Vera Lindqvist"]


def test_a_surname_takes_its_type_from_the_full_name_elsewhere() -> None:
    text = "Oleg Brandt left. The board thanked Brandt for it. Later Brandt returned."
    assert names(text, PERSON) == ["Oleg Brandt", "Brandt", "Brandt"]


def test_a_month_that_is_a_surname_is_told_from_the_month() -> None:
    text = "Prime Minister Theresa May spoke in May. On Tuesday May said she would stay."
    assert [n.span.start for n in read(text).names if n.type is PERSON] == [15, 52]


def test_every_name_says_why() -> None:
    assert all(n.because and n.because[0] for n in read("Sir Alan met Vera Lindqvist of Brevanto Ltd in Qasrabad.").names)


def test_text_that_ends_in_the_middle_of_a_name_is_read() -> None:
    for text in ("He joined the Bank of", "The Ministry of Mr", "Sir", "The Department for the", "Secretary of"):
        read(text)

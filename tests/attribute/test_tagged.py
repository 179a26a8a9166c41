"""Quotations beside which it stands who says them, and those that go on below."""

import pytest

from sayso.annotate.quotations import quotations
from sayso.attribute.quotes import Quotes
from sayso.attribute.raw import Raw
from sayso.attribute.tagged import tagged
from sayso.documents import Block, Role
from sayso.findings import NameType
from sayso.spans import Span, words_of
from tests.attribute.hand import party, said, shown, with_cue

TAGGED = [
    ("“We would look like fools,” Ms. Brandt responded after the mayor asked.", "Ms. Brandt", "responded"),
    ("“We would look like fools,” Brandt, the engineer, said.", "Brandt", "said"),
    ("“We would look like fools,” — Dana Brandt", "Dana Brandt", "—"),
    ("“We would look like fools,” replied the engineer in a low voice.", "the engineer", "replied"),
]


def found(text: str, *raws: Raw) -> list[Raw]:
    return list(tagged(text, Quotes(quotations(text, (Block(Span(0, len(text)), Role.BODY),))), raws))


@pytest.mark.parametrize(("text", "source", "cue"), TAGGED)
def test_who_stands_behind_a_quotation_says_it(text: str, source: str, cue: str) -> None:
    (raw,) = found(text)
    assert (words_of(raw.source, text), words_of(raw.cue, text)) == (source, cue)
    assert words_of(raw.content, text) == "“We would look like fools,”"


def test_a_quotation_that_somebody_was_read_to_say_is_not_given_again() -> None:
    text = "“We would look like fools,” Brandt said."
    assert found(text, Raw((Span(28, 34),), (Span(35, 39),), (Span(0, 27),), "read")) == []


@pytest.mark.parametrize(
    "text", ["They sang “Home is where the boats are” and he said no.", "“The sea took all.” The mayor left. He said no."]
)
def test_other_quotations_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_quotation_that_is_a_paragraph_goes_on_with_the_one_above() -> None:
    text = "“The hull was thin,” Brandt said.\n“It broke in two within minutes.”\nThe ferry was built abroad."
    assert words_of(with_cue(text, "said").content, text, "|") == "“The hull was thin,”|“It broke in two within minutes.”"


def test_a_heading_between_quotation_marks_does_not() -> None:
    text = "“The hull was thin,” Brandt said.\n‘Highly Likely’\nThe ferry was built abroad."
    assert words_of(with_cue(text, "said").content, text, "|") == "“The hull was thin,”"


def test_who_is_asked_says_nothing() -> None:
    assert said("Brandt was asked about the hull.") == ()


@pytest.mark.parametrize(
    "text",
    ["Brandt was asked whether the hull was thin.", "Brandt has been accused of fraud.", "Brandt was told that the hull was thin."],
)
def test_whom_a_passive_speaks_of_is_not_its_source(text: str) -> None:
    assert not any(a.source for a in said(text))


def test_what_belongs_to_the_next_clause_ends_no_content() -> None:
    text = "Brandt agreed to close the yard while talks went on."
    assert not any(shown(text, a)[2].endswith("while") for a in said(text))


def test_the_one_that_who_speaks_of_is_the_person_and_not_their_place() -> None:
    text = "Dana Holt of Norland, who said the hull was thin, left."
    found = said(text, party(text, "Dana Holt", NameType.PERSON), party(text, "Norland", NameType.PLACE))
    assert [a.chain[0].name for a in found] == ["Dana Holt"]


@pytest.mark.parametrize(
    ("before", "whose"),
    [
        ("Dana Holt said that she knew the captain well.", "Dana Holt"),
        ("Dana Holt said that she knew the captain well, and Ivo Brandt said that he did not.", None),
        ("Nobody knew what had become of the captain.", None),
    ],
)
def test_a_quotation_by_itself_is_of_the_only_one_who_speaks_before_it(before: str, whose: str | None) -> None:
    text = f"{before}\n\n“He was a kind and careful man at all times.”\n\nThe ferry lies in the harbour."
    found = [words_of(a.source, text) for a in said(text) if "kind and careful" in words_of(a.content, text)]
    assert found == ([whose] if whose else [])

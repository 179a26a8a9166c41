"""The words by which a text is searched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.terms import phrases, places, terms

TEXT = "Müller’s U.S. office paid 1,200 to Łódź. 北京市发生火灾。 The harbour-master said so."


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("muller", ["Müller"]),
        ("MÜLLER", ["Müller"]),
        ("harb*", ["harbour"]),
        ('"harbour master"', ["harbour-master"]),
        ("“harbour master”", ["harbour-master"]),
        ("1,200", ["1,200"]),
        ("火灾", ["火灾"]),
        ("北京", ["北京"]),
        ("京北", []),
        ("harbourmaster", []),
        ("", []),
        ('"', []),
        ("* AND (", []),
    ],
)
def test_what_is_asked_for_is_found_where_it_stands(query: str, found: list[str]) -> None:
    assert [span.of(TEXT) for span in places(TEXT, phrases(query))] == found


@given(st.text())
def test_terms_stand_in_the_text_in_order_and_are_letters_and_digits(text: str) -> None:
    found = terms(text)
    assert all(term.text and term.text.isalnum() for term in found)
    assert all(0 <= term.span.start < term.span.end <= len(text) for term in found)
    assert [term.span.start for term in found] == sorted(term.span.start for term in found)


@given(st.text())
def test_any_query_is_words_or_nothing(query: str) -> None:
    assert all(phrase.terms for phrase in phrases(query))

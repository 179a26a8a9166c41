"""Propositions: where a sentence is cut, and where it is left whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.collate.propositions import propositions
from sayso.collate.wording import sentence_words
from sayso.spans import Span


def said(text: str) -> list[str]:
    return [p.span.of(text) for p in propositions(text, Span(0, len(text)), Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "the harbour was closed on Monday, and the ferry has moved to the old quay",
            ["the harbour was closed on Monday", "the ferry has moved to the old quay"],
        ),
        (
            "that the harbour was closed on Monday, that four men were held, and that the ferry would stay away",
            ["the harbour was closed on Monday", "four men were held", "the ferry would stay away"],
        ),
        (
            "that the harbour was closed and that the ferry would stay away",
            ["the harbour was closed", "the ferry would stay away"],
        ),
        (
            "The mill has burned down; its owner was in Aldmoor that night; nobody has been charged yet.",
            ["The mill has burned down", "its owner was in Aldmoor that night", "nobody has been charged yet."],
        ),
        ("The mill has burned down and it will not be built again.", ["The mill has burned down", "it will not be built again."]),
        (
            "Aldmoor is to expel four envoys, while Norland has recalled its own.",
            ["Aldmoor is to expel four envoys", "Norland has recalled its own."],
        ),
        (
            "“The mill was never safe, and the owner has known it for years.”",
            ["“The mill was never safe", "the owner has known it for years.”"],
        ),
    ],
)
def test_a_sentence_that_says_several_things_is_cut_between_them(text: str, parts: list[str]) -> None:
    assert said(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Officials have told Norland, Aldmoor, and the harbour towns are angry.",
        "If the mill has burned down, and the owner was away, the insurers will pay.",
        "The mayor arrested in May and the harbour master charged in June were set free.",
        "He believes that the mill was safe and that the owner has lied.",
        "The ferry carried copper, silver, and the mail of the old town.",
        "The mayor would not say whether the mill was safe, and the owner has left.",
        "The mill (it was built in 1900, and it is closed) has burned down.",
        "The mayor opened the harbour and closed the mill.",
        "Neither the mayor has answered, and the owner is silent too.",
        "It is late, and so on.",
    ],
)
def test_a_sentence_is_left_whole_where_one_side_could_not_be_read_alone(text: str) -> None:
    assert said(text) == [text]


PIECES = st.lists(
    st.sampled_from(
        (
            "the mill ",
            "was closed",
            ", and ",
            " and ",
            "; ",
            "he ",
            "has left ",
            "that ",
            ", that ",
            "“",
            "”",
            "(",
            ")",
            "Aldmoor ",
            "’",
        )
    ),
    max_size=30,
)


@given(PIECES)
def test_parts_divide_the_whole_and_hold_what_is_said(pieces: list[str]) -> None:
    text = "".join(pieces)
    whole = Span(0, len(text))
    found = propositions(text, whole, whole)
    assert "".join(p.part.of(text) for p in found) == text
    assert all(p.part.contains(p.span) for p in found)
    assert len(found) == 1 or all(len(sentence_words(text, p.span)) >= 3 for p in found)

"""The verbs of a statement, by the forms of its words."""

import pytest

from sayso.collate.predicates import predicates
from sayso.collate.wording import stem
from sayso.folding import words


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The ferry was steered by the captain", ["steered"]),
        ("The harbour office is to close the pier", ["close"]),
        ("Nobody found out why the tank had leaked", ["found", "leaked"]),
        ("The red king of the harbour", []),
    ],
)
def test_verbs_are_known_by_their_endings_and_by_what_stands_before_them(text: str, verbs: list[str]) -> None:
    assert predicates(words(text)) == {stem(verb) for verb in verbs}


def test_nothing_said_has_no_verbs() -> None:
    assert predicates(()) == frozenset()

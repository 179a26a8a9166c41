from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.quotations import quotations
from tests.annotate.pages import blocks


def quoted(text: str) -> list[tuple[str, bool]]:
    return [(q.inner.of(text), q.closed) for q in quotations(text, blocks(text))]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("She called it “a mistake” twice.", "a mistake"),
        ('She called it "a mistake" twice.', "a mistake"),
        ("She called it ‘a mistake’ twice.", "a mistake"),
        ("She called it 'a mistake' twice.", "a mistake"),
        ("She called it «a mistake» twice.", "a mistake"),
        ("She called it „a mistake“ twice.", "a mistake"),
        ("She called it ``a mistake'' twice.", "a mistake"),
        ("She called it ”a mistake” twice.", "a mistake"),
        ("She called it ’a mistake' twice.", "a mistake"),
        ("The ‘expert’ left.", "expert"),
        ("'Stop the workers' rights bill,' he said.", "Stop the workers' rights bill,"),
    ],
)
def test_marks_of_every_shape_hold_a_quotation(text: str, inner: str) -> None:
    assert quoted(text) == [(inner, True)]


@pytest.mark.parametrize(
    "text",
    [
        "The '90s weren't the workers' best years.",
        "It's John’s dog and the Joneses’ cat.",
        "Rock 'n' roll isn't dead.",
        "He is 6'2\" tall.",
    ],
)
def test_an_apostrophe_opens_nothing(text: str) -> None:
    assert [inner for inner, _ in quoted(text)] in ([], ["n"])


def test_a_quotation_within_a_quotation_is_one_of_its_own() -> None:
    assert quoted("“He told me ‘never again’ and left,” she said.") == [
        ("He told me ‘never again’ and left,", True),
        ("never again", True),
    ]


def test_one_that_is_not_closed_ends_with_its_paragraph_and_goes_on_in_the_next() -> None:
    assert quoted('He said: "I went there.\n"I saw it."') == [("I went there.", False), ("I saw it.", True)]


def test_a_closing_mark_that_was_lost_ends_before_the_next_quotation() -> None:
    assert quoted("They met at a “trading house, then made a ”secret pact.”") == [("trading house,", False), ("secret pact.", True)]


@given(st.text(alphabet="ab s\"'“”‘’«».,\n:", max_size=200))
def test_any_text_gives_quotations_inside_it_that_nest_or_stand_apart(text: str) -> None:
    found = quotations(text, blocks(text))
    for q in found:
        assert q.outer.contains(q.inner)
        assert q.inner
        assert "\n" not in q.outer.of(text)
    for a, b in pairwise(found):
        assert not a.outer.overlaps(b.outer) or a.outer.contains(b.outer) or not a.closed or not b.closed

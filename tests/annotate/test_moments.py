from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.dates import days
from sayso.documents import Basis
from sayso.findings import Moment
from tests.annotate.pages import read

STATED, INFERRED = Basis.STATED, Basis.INFERRED


def one(text: str, published: str | None = "2024-03-13") -> Moment:
    found = read(text, published).moments
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "basis"),
    [
        ("It began on 8 January 2024.", "2024-01-08", STATED),
        ("It began on Nov. 7, 2005, at dawn.", "2005-11-07", STATED),
        ("It began on 2024-01-08 there.", "2024-01-08", STATED),
        ("It began in July 2022.", "2022-07", STATED),
        ("It began in 2015.", "2015", STATED),
        ("It began in the 1990s.", "1990/1999", STATED),
        ("It began in 2014-15.", "2014/2015", STATED),
        ("It began on January 8.", "2024-01-08", INFERRED),
        ("It began on 20 December.", "2023-12-20", INFERRED),
        ("It began in May.", "2023-05", INFERRED),
        ("It began in January.", "2024-01", INFERRED),
        ("It began last May.", "2023-05", INFERRED),
        ("It began in May last year.", "2023-05", INFERRED),
        ("It began on Monday.", "2024-03-11", INFERRED),
        ("It began on Wednesday.", "2024-03-13", INFERRED),
        ("It began on Thursday.", "2024-03-07", INFERRED),
        ("It will begin on Thursday.", "2024-03-14", INFERRED),
        ("It begins next Monday.", "2024-03-18", INFERRED),
        ("It began yesterday.", "2024-03-12", INFERRED),
        ("It began last week.", "2024-03-04/2024-03-10", INFERRED),
        ("It began earlier this week.", "2024-03-11/2024-03-13", INFERRED),
        ("It began last month.", "2024-02", INFERRED),
        ("It began last year.", "2023", INFERRED),
        ("It began three years ago.", "2021", INFERRED),
        ("It began two days ago.", "2024-03-11", INFERRED),
        ("It began over the weekend.", "2024-03-09/2024-03-10", INFERRED),
        ("It ran on March 4-6 there.", "2024-03-04/2024-03-06", INFERRED),
    ],
)
def test_words_for_a_date_are_resolved(text: str, value: str, basis: Basis) -> None:
    moment = one(text)
    assert (moment.date, moment.basis) == (value, basis)


@pytest.mark.parametrize(
    "text",
    ["It may rain if they march.", "May said so.", "More than 2000 people fled.", "USA Today reported it.", "It was on Feb. 31."],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert read(text).moments == ()


def test_without_a_date_of_publication_only_full_dates_are_given() -> None:
    text = "It began on Monday, in May, last year, on March 4, or in July 2022."
    assert [m.date for m in read(text, None).moments] == ["2022-07"]


def test_a_vague_date_of_publication_gives_only_what_it_decides() -> None:
    text = "It began on Monday, last year or in 2015."
    assert [m.date for m in read(text, "2024-01").moments] == ["2023", "2015"]


WORDS = ["on Monday", "in May", "last week", "on March 4", "two weeks ago", "last summer", "30 years ago", "tomorrow"]


@given(st.dates(min_value=date(1600, 1, 1)), st.sampled_from(WORDS))
def test_any_day_of_publication_gives_a_date_or_none(day: date, words: str) -> None:
    for moment in read(f"It began {words} there.", day.isoformat()).moments:
        assert days(moment.date) is not None or moment.date[-2:] in ("21", "22", "23", "24")

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
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


@pytest.mark.parametrize(
    ("text", "value", "basis"),
    [
        ("It ran from 3 to 5 May 2018.", "2018-05-03/2018-05-05", STATED),
        ("It ran from May 3 to June 5, 2018.", "2018-05-03/2018-06-05", STATED),
        ("It ran from 28 December to 3 January 2019.", "2018-12-28/2019-01-03", STATED),
        ("It ran between 3 and 5 May.", "2023-05-03/2023-05-05", INFERRED),
        ("It ran between 2015 and 2019.", "2015/2019", STATED),
        ("It ran from January to March 2018.", "2018-01/2018-03", STATED),
        ("It ran from May 2015 to July 2016.", "2015-05/2016-07", STATED),
        ("It ran from May to July.", "2023-05/2023-07", INFERRED),
        ("It ran from Monday to Friday.", "2024-03-04/2024-03-08", INFERRED),
        ("It was in the week of March 4.", "2024-03-04/2024-03-10", INFERRED),
        ("It was on the weekend of 2 March.", "2024-03-02/2024-03-03", INFERRED),
        ("It was in the third quarter of 2018.", "2018-07/2018-09", STATED),
        ("It was in Q3 2018.", "2018-07/2018-09", STATED),
        ("It was in the first half of 2018.", "2018-01/2018-06", STATED),
        ("Profits fell in the third quarter.", "2023-07/2023-09", INFERRED),
        ("Profits fell last quarter.", "2023-10/2023-12", INFERRED),
        ("It was in summer 2018.", "2018-22", STATED),
        ("It was in the summer.", "2023-22", INFERRED),
        ("It was last autumn.", "2023-23", INFERRED),
        ("It was in the nineties.", "1990/1999", STATED),
        ("It was in the early 1980s.", "1980/1989", STATED),
        ("It was in the 19th century.", "1801/1900", STATED),
        ("It was in mid-2016.", "2016", STATED),
        ("It was in fiscal 2018.", "2018~", STATED),
        ("It was in 2018/19.", "2018/2019", STATED),
        ("It was in nineteen ninety-four.", "1994", STATED),
        ("It was in ’96.", "1996", INFERRED),
        ("It was in early May.", "2023-05", INFERRED),
        ("It was late on Monday.", "2024-03-11", INFERRED),
        ("It was on Tuesday of last week.", "2024-03-05", INFERRED),
        ("It was a week ago Monday.", "2024-03-04", INFERRED),
        ("It was a couple of weeks ago.", "2024-02-26/2024-03-03", INFERRED),
        ("It is due in two weeks’ time.", "2024-03-25/2024-03-31", INFERRED),
        ("It was on Christmas Eve 2016.", "2016-12-24", STATED),
        ("It was on Easter Monday 2018.", "2018-04-02", STATED),
        ("It was last Thanksgiving.", "2023-11-23", INFERRED),
        ("It was the day before yesterday.", "2024-03-11", INFERRED),
        ("It was on Friday, 1 March.", "2024-03-01", INFERRED),
        ("It was at 2024-03-01T10:00:00Z.", "2024-03-01", STATED),
        ("It is in April.", "2024-04", INFERRED),
        ("Until Thursday it had been open.", "2024-03-07", INFERRED),
        ("It is postponed until Thursday.", "2024-03-14", INFERRED),
        ("It was to be read by Friday.", "2024-03-15", INFERRED),
        ("On Friday the council will vote.", "2024-03-15", INFERRED),
        ("The mayor, who will resign, said on Friday.", "2024-03-08", INFERRED),
        ("It was the end of last year.", "2023", INFERRED),
    ],
)
def test_stretches_of_time_and_looser_words_are_resolved(text: str, value: str, basis: Basis) -> None:
    moment = one(text)
    assert (moment.date, moment.basis) == (value, basis)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He left on 3 May 2018. The next day he slept.", "2018-05-04"),
        ("He left on 3 May 2018 and slept later that day.", "2018-05-03"),
        ("He left on 3 May 2018. Two days earlier he had slept.", "2018-05-01"),
        ("He left on 3 May 2018 and died the following Monday.", "2018-05-07"),
        ("He left on 3 May 2018, having slept the previous Monday.", "2018-04-30"),
        ("He left in June 1998 and slept later that year.", "1998"),
        ("He left in June 1998 and slept two months later.", "1998-08"),
        ("He left in June 1998. A year earlier he had slept.", "1997"),
        ("Profits of the third quarter of 2018 fell from a year earlier.", "2017-07/2017-09"),
    ],
)
def test_a_date_may_be_counted_from_the_one_before_it(text: str, value: str) -> None:
    _, moment = read(text).moments
    assert (moment.date, moment.basis) == (value, INFERRED)
    assert "counted from" in moment.because[-1]


def test_a_date_is_not_counted_from_one_less_exact_nor_from_when_somebody_spoke() -> None:
    assert [m.date for m in read("He left in June 1998. The next day he slept.").moments] == ["1998-06"]
    text = "He left on 3 May 2018, the mayor said on Monday. The next day he slept."
    assert [m.date for m in read(text).moments] == ["2018-05-03", "2024-03-11", "2018-05-04"]
    assert read("The same day, he slept.").moments == ()


@pytest.mark.parametrize(
    ("text", "value", "basis"),
    [
        ("It was on 25/6/2018.", "2018-06-25", STATED),
        ("It was on 6/25/2018.", "2018-06-25", STATED),
        ("It was on 5/5/2018.", "2018-05-05", STATED),
        ("It was on 5.6.2018 there.", "2018-06-05", STATED),
        ("It was on 5/6/2018.", "2018", STATED),
    ],
)
def test_figures_are_a_day_only_where_their_order_is_sure(text: str, value: str, basis: Basis) -> None:
    moment = one(text)
    assert (moment.date, moment.basis) == (value, basis)


def test_the_order_of_figures_follows_the_other_dates_of_the_text() -> None:
    for other, value in (("13 June 2018", "2018-06-05"), ("June 13, 2018", "2018-05-06"), ("13/6/2018", "2018-06-05")):
        moment = read(f"It was on {other} or on 5/6/2018.").moments[-1]
        assert (moment.date, moment.basis) == (value, INFERRED)
    assert one("It was on 5/6/2018.").because[-1] == "may be 2018-06-05 or 2018-05-06"


def test_two_days_of_one_month_are_two_moments() -> None:
    for text in ("It was on 3 and 4 May 2018.", "It was on May 3 and 4, 2018."):
        assert [m.date for m in read(text).moments] == ["2018-05-03", "2018-05-04"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was in the early hours of 3 May 2018.", "the early hours of 3 May 2018"),
        ("It was at 10:35 a.m. on Tuesday.", "10:35 a.m. on Tuesday"),
        ("It was on Tuesday at 9pm BST.", "Tuesday at 9pm BST"),
        ("It was on Friday, 1 March.", "Friday, 1 March"),
        ("It was on Monday night.", "Monday night"),
    ],
)
def test_the_time_of_day_belongs_to_the_words_of_a_date(text: str, words: str) -> None:
    assert one(text).span.of(text) == words


def test_the_time_of_day_is_among_the_reasons() -> None:
    assert "at 9pm BST" in one("It was on Tuesday at 9pm BST.").because


@pytest.mark.parametrize(
    "text",
    [
        "Every Tuesday they met, and on Wednesdays and each Thursday.",
        "It took three years and two days.",
        "The Sunday Times said so.",
        "They scored in the third quarter.",
        "It began several years ago.",
        "The youth of tomorrow are today’s youth.",
        "It is version 5.6.2018.1 of 24/7.",
    ],
)
def test_sets_durations_and_names_are_no_moments(text: str) -> None:
    assert read(text).moments == ()


PHRASES = [
    *["3 May 2018", "5/6/2018", "from 3 to", "between", "and", "Monday", "on Tuesday week", "the next day", "two years later"],
    *["last week", "Q3", "May", "the summer of", "2018", "-19", "the ’80s", "at 9pm BST", "the early hours of", "twenty"],
    *["nineteen ninety", "Christmas"],
    *["a week ago", "fiscal", "the 19th century", "that year", "February 30", "12:30", "99999999999", "1/1/00", "February 29"],
    *["the day before", "\u202e", "\n", "“", "٣ May"],
]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(PHRASES) | st.text(max_size=6), max_size=12),
    st.sampled_from([None, "2024-02-29", "2023", "9999-12-31", "0001-01-01"]),
)
def test_whatever_the_text_every_span_lies_in_it_apart_from_the_others(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    last = 0
    for moment in read(text, published).moments:
        assert last <= moment.span.start < moment.span.end <= len(text)
        assert f"“{' '.join(moment.span.of(text).split())}”" == moment.because[0]
        last = moment.span.end


def test_a_long_text_without_a_stop_takes_time_in_proportion() -> None:
    read("warm")
    started = process_time()
    read("on the next day at 9 between 2015 and from 3 to the week of " * 2_000)
    assert process_time() - started < 5


WORDS = ["on Monday", "in May", "last week", "on March 4", "two weeks ago", "last summer", "30 years ago", "tomorrow"]


@given(st.dates(min_value=date(1600, 1, 1)), st.sampled_from(WORDS))
def test_any_day_of_publication_gives_a_date_or_none(day: date, words: str) -> None:
    for moment in read(f"It began {words} there.", day.isoformat()).moments:
        assert days(moment.date) is not None or moment.date[-2:] in ("21", "22", "23", "24")

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.findings import Modifier, Quantity
from tests.annotate.pages import read


def one(text: str) -> Quantity:
    found = read(text).quantities
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "low", "high", "modifier", "unit", "thing"),
    [
        ("He sold seventeen pieces of evidence abroad.", 17, 17, Modifier.EXACT, None, "piece of evidence"),
        ("He sold 14 “trade secrets” abroad.", 14, 14, Modifier.EXACT, None, "trade secret"),
        ("He sold three other pieces of evidence abroad.", 3, 3, Modifier.EXACT, None, "piece of evidence"),
        ("They sent home nearly two dozen diplomats.", 24, 24, Modifier.ABOUT, None, "diplomat"),
        ("They sent home 60 Danish intelligence officers.", 60, 60, Modifier.EXACT, None, "intelligence officer"),
        ("More than 1,200 people fled.", 1200, 1200, Modifier.AT_LEAST, None, "person"),
        ("At least 49 civilians died.", 49, 49, Modifier.AT_LEAST, None, "civilian"),
        ("The toll stood at 150 or more.", 150, 150, Modifier.AT_LEAST, None, None),
        ("Up to 75 houses burned.", 75, 75, Modifier.AT_MOST, None, "house"),
        ("It cost £1.2bn in all.", 1.2e9, 1.2e9, Modifier.EXACT, "GBP", None),
        ("It cost $3 million to $5 million in all.", 3e6, 5e6, Modifier.RANGE, "USD", None),
        ("Some 3.5 million refugees fled.", 3.5e6, 3.5e6, Modifier.ABOUT, None, "refugee"),
        ("They saw 10-12 boats.", 10, 12, Modifier.RANGE, None, "boat"),
        ("They saw between 20 and 30 boats.", 20, 30, Modifier.RANGE, None, "boat"),
        ("Dozens of men fled.", 24, 99, Modifier.RANGE, None, "man"),
        ("Only 5% of voters came.", 5, 5, Modifier.EXACT, "%", "voter"),
        ("The 78-year-old captain slept.", 78, 78, Modifier.EXACT, None, "year of age"),
        ("Oleg Brandt, 66, slept.", 66, 66, Modifier.EXACT, None, "year of age"),
        ("Two hundred and five votes were cast.", 205, 205, Modifier.EXACT, None, "vote"),
        ("One woman drowned.", 1, 1, Modifier.EXACT, None, "woman"),
        ("He handed over 31 files to them.", 31, 31, Modifier.EXACT, None, "file"),
        ("He stole over 31 files from them.", 31, 31, Modifier.AT_LEAST, None, "file"),
        ("The bills add up to 31 crowns.", 31, 31, Modifier.EXACT, None, "crown"),
    ],
)
def test_a_number_is_read_with_what_it_counts(
    text: str, low: float, high: float, modifier: Modifier, unit: str | None, thing: str | None
) -> None:
    q = one(text)
    assert (q.low, q.high, q.modifier, q.unit, q.thing) == (low, high, modifier, unit, thing)


@pytest.mark.parametrize(
    ("text", "low", "high", "modifier", "unit", "thing"),
    [
        ("A handful of boats sank.", 2, 9, Modifier.RANGE, None, "boat"),
        ("A couple dozen bankers fled.", 24, 36, Modifier.RANGE, None, "banker"),
        ("Several hundred guests came.", 200, 999, Modifier.RANGE, None, "guest"),
        ("Scores of women came.", 40, 99, Modifier.RANGE, None, "woman"),
        ("Half a million votes were cast.", 500_000, 500_000, Modifier.EXACT, None, "vote"),
        ("A quarter of a million people came.", 250_000, 250_000, Modifier.EXACT, None, "person"),
        ("Two and a half million people came.", 2.5e6, 2.5e6, Modifier.EXACT, None, "person"),
        ("It lasted 3½ hours.", 3.5, 3.5, Modifier.EXACT, None, "hour"),
        ("They saw 10-to-12 boats.", 10, 12, Modifier.RANGE, None, "boat"),
        ("One in five voters stayed home.", 20, 20, Modifier.ABOUT, "%", "voter"),
        ("Fewer than 1 in 4 residents left.", 25, 25, Modifier.AT_MOST, "%", "resident"),
        ("Two-thirds of the voters stayed home.", 66.67, 66.67, Modifier.ABOUT, "%", "voter"),
        ("More than half of its members left.", 50, 50, Modifier.AT_LEAST, "%", "member"),
        ("He was stopped twice.", 2, 2, Modifier.EXACT, None, "time"),
        ("It cost $1B.", 1e9, 1e9, Modifier.EXACT, "USD", None),
        ("It cost $1.5 million in 1995.", 1.5e6, 1.5e6, Modifier.EXACT, "USD", None),
        ("It cost Rs 5 crore.", 5e7, 5e7, Modifier.EXACT, "INR", None),
        ("It cost 37 cents.", 37, 37, Modifier.EXACT, "cent", None),
        ("It cost millions of dollars.", 2e6, 999_999_999, Modifier.RANGE, "USD", None),
        ("It cost 500 Canadian dollars.", 500, 500, Modifier.EXACT, "CAD", None),
        ("The 12,34,567 voters came.", 1_234_567, 1_234_567, Modifier.EXACT, None, "voter"),
        ("It rose 3.5 per cent.", 3.5, 3.5, Modifier.EXACT, "%", None),
        ("It rose by two percentage points.", 2, 2, Modifier.EXACT, "percentage point", None),
        ("It was 86 degrees Fahrenheit there.", 86, 86, Modifier.EXACT, "°F", None),
        ("It was 30°C there.", 30, 30, Modifier.EXACT, "°C", None),
        ("He is 5ft 10in.", 70, 70, Modifier.EXACT, "in", None),
        ("He weighs 236 pounds.", 236, 236, Modifier.EXACT, "lb", None),
        ("They found two tonnes of cocaine.", 2, 2, Modifier.EXACT, "t", "cocaine"),
        ("A 1,000-strong crowd came.", 1_000, 1_000, Modifier.EXACT, None, "person"),
        ("A 12-strong fleet came.", 12, 12, Modifier.EXACT, None, None),
        ("The five-year-old girl slept.", 5, 5, Modifier.EXACT, None, "year of age"),
        ("The boy, aged six, slept.", 6, 6, Modifier.EXACT, None, "year of age"),
        ("They waited 15-plus years.", 15, 15, Modifier.AT_LEAST, None, "year"),
        ("They met 150-odd people.", 150, 150, Modifier.ABOUT, None, "person"),
        ("They met two dozen or so men.", 24, 24, Modifier.ABOUT, None, "man"),
        ("Just shy of 300 votes were cast.", 300, 300, Modifier.AT_MOST, None, "vote"),
        ("In one tweet Friday he asked why.", 1, 1, Modifier.EXACT, None, "tweet"),
    ],
)
def test_looser_words_shares_and_measures_are_read(
    text: str, low: float, high: float, modifier: Modifier, unit: str | None, thing: str | None
) -> None:
    q = one(text)
    assert (q.low, q.high, q.modifier, q.unit, q.thing) == (low, high, modifier, unit, thing)


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2015 and ended on March 4.",
        "He came first, then 2nd.",
        "MI5 saw an F-15 near No. 10 at 7:30.",
        "Nobody and no one knew which one of the men it was.",
        "They won 52-48 with version 1.2.3 at 5 p.m.",
        "Call 555-1234 about Article 50.",
        "The 2016 campaign was long.",
        "A one-sided, one-on-one talk at Ground Zero.",
        "Message 778257943577919488 was liked.",
        "The 2-to-1 vote was final.",
        "They high-five, and won twice as often.",
    ],
)
def test_years_labels_times_and_scores_count_nothing(text: str) -> None:
    assert read(text).quantities == ()


def test_its_words_are_its_reason() -> None:
    q = one("At least 49 civilians died.")
    assert q.because == ("“At least 49 civilians”",)


PHRASES = [
    *["about", "at least", "3", "1,000", "12,34,567", "-strong", "half a", "million", "a couple of", "dozen", "one in", "five"],
    *["two-thirds of", "voters", "£", "$1B", "per cent", "pounds of", "5ft 10", '6\'3"', "-to-", "–", "twice", "½", "and a half"],
    *["year-old", "aged", "scores of", "\u202e", "٣", "９９", "1e400", "9" * 400, "9" + ",999" * 200, "hundred " * 200, "\n", "“"],
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PHRASES) | st.text(max_size=6), max_size=12))
def test_whatever_the_text_every_quantity_is_what_stands_there(words: list[str]) -> None:
    text = " ".join(words)
    last = 0
    for q in read(text).quantities:
        assert last <= q.span.start < q.span.end <= len(text)
        assert q.low <= q.high <= 1e21
        assert q.because[0] == f"“{' '.join(q.span.of(text).split())}”"
        last = q.span.start


def test_a_long_text_without_a_stop_takes_time_in_proportion() -> None:
    read("warm")
    started = process_time()
    read("about one in five and half a million of twenty hundred and a half " * 2_000)
    assert process_time() - started < 5

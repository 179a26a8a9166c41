import pytest

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
    "text",
    [
        "It began in 2015 and ended on March 4.",
        "He came first, then 2nd.",
        "MI5 saw an F-15 near No. 10 at 7:30.",
        "Nobody and no one knew which one of the men it was.",
        "They won 52-48 with version 1.2.3 at 5 p.m.",
        "Call 555-1234 about Article 50.",
        "The 2016 campaign was long.",
    ],
)
def test_years_labels_times_and_scores_count_nothing(text: str) -> None:
    assert read(text).quantities == ()


def test_its_words_are_its_reason() -> None:
    q = one("At least 49 civilians died.")
    assert q.because == ("“At least 49 civilians”",)

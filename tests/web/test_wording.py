"""Numbers, dates and findings in words."""

import pytest

from sayso.findings import DifferenceKind, Origins, OriginStatus, Verdict
from sayso.web import wording
from tests.web.invented import DIFFERENCES


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-01-08", "8 January 2024"),
        ("2024-01", "January 2024"),
        ("2015", "2015"),
        ("2024-01-08T14:05:00Z", "8 January 2024, 14:05"),
        ("2018-03~", "about March 2018"),
        ("2018?", "2018 (uncertain)"),
        ("2015/2017", "2015 to 2017"),
        ("2024-01-08/..", "8 January 2024 to open"),
        ("2024-XX-XX", "2024"),
        ("2024-13-45", "2024"),
        (None, "date not known"),
        ("", "date not known"),
        ("next week", "next week"),
    ],
)
def test_a_date_is_read_out_with_its_precision(edtf: str | None, words: str) -> None:
    assert wording.date(edtf) == words


@pytest.mark.parametrize(
    ("kind", "verdict", "number", "words"),
    [
        (DifferenceKind.QUOTE, Verdict.ALTERED, 1, "altered quotation"),
        (DifferenceKind.QUOTE, Verdict.ALTERED, 2, "altered quotations"),
        (DifferenceKind.NUMBER, Verdict.CONFLICT, 1, "conflict on a number"),
        (DifferenceKind.ATTRIBUTION, Verdict.CONFLICT, 1, "conflict on an attribution"),
        (DifferenceKind.NUMBER, Verdict.CONFLICT, 3, "conflicts on numbers"),
        (DifferenceKind.HEDGE, Verdict.LOST, 1, "lost hedge"),
        (DifferenceKind.DATE, Verdict.CHANGED, 2, "dates changed over time"),
        (DifferenceKind.NUMBER, Verdict.COMPATIBLE, 1, "compatible number difference"),
    ],
)
def test_a_difference_is_named_by_what_parts_and_how(kind: DifferenceKind, verdict: Verdict, number: int, words: str) -> None:
    assert wording.difference(kind, verdict, number) == words


def test_differences_are_counted_with_conflicts_first_and_compatible_ones_last() -> None:
    assert wording.differences(DIFFERENCES) == (
        "1 conflict on a number",
        "1 conflict on a stance",
        "1 altered quotation",
        "1 compatible number difference",
    )


def test_independence_that_is_not_shown_is_not_claimed() -> None:
    assert wording.origins(Origins(1, OriginStatus.NOT_ESTABLISHED, ())) == "1 origin shown, independence not established"
    assert wording.origins(Origins(1, OriginStatus.SINGLE, ())) == "1 origin"
    assert wording.origins(Origins(3, OriginStatus.INDEPENDENT, ())) == "3 independent origins"


def test_a_long_text_is_cut_between_words() -> None:
    assert wording.short("one two three four", 12) == "one two…"
    assert wording.short("one", 12) == "one"
    assert wording.short("x" * 50, 10) == "x" * 9 + "…"


def test_things_are_listed_as_in_a_sentence() -> None:
    assert [wording.listed(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]

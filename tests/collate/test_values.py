"""Numbers, times, names and places that part, and those that only seem to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.collate.accounts import told
from sayso.collate.clocks import clocks, part
from sayso.collate.differences import differences
from sayso.collate.figures import agree, mean_one
from sayso.collate.measures import in_one_unit
from sayso.collate.parties import joined
from sayso.collate.places import one_holds_other
from sayso.collate.spellings import two_spellings
from sayso.config import CollateSettings
from sayso.documents import Basis
from sayso.findings import Difference, DifferenceKind, Modifier, NameType, Quantity, Reading, Verdict
from sayso.spans import Span
from tests.collate.hand import Marks, Said, find, report

PERSON, PLACE, BODY = NameType.PERSON, NameType.PLACE, NameType.ORGANIZATION


def between(*readings: Reading) -> tuple[Difference, ...]:
    """The differences between all accounts of the reports, taken for one claim."""
    parties = joined(readings, ())
    return differences("c-1", [t for r in readings for t in told(r, parties)], {}, CollateSettings())


def verdicts(*readings: Reading) -> list[tuple[DifferenceKind, Verdict]]:
    return [(d.kind, d.verdict) for d in between(*readings)]


def number(
    words: str, low: float, unit: str | None = None, thing: str | None = None, modifier: Modifier = Modifier.EXACT
) -> Quantity:
    return Quantity(Span(0, len(words)), low, low, modifier, unit, thing, (f"“{words}”",))


def counting(
    reading: Reading, words: str, low: float, modifier: Modifier, thing: str | None = None, unit: str | None = None
) -> Reading:
    """The report with one number more."""
    quantity = replace(number(words, low, unit, thing, modifier), span=find(reading.text, words))
    return replace(reading, annotation=replace(reading.annotation, quantities=(quantity,)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (number("10 miles", 10, "mile"), number("16 km", 16, "km")),
        (number("60 miles", 60, "mile"), number("100 km", 100, "km")),
        (number("150 pounds", 150, "lb"), number("68 kg", 68, "kg")),
        (number("86 °F", 86, "°F"), number("30 °C", 30, "°C")),
        (number("three weeks", 3, thing="week"), number("21 days", 21, thing="day")),
        (number("£1.2bn", 1.2e9, "GBP"), number("£1,234 million", 1.234e9, "GBP")),
        (number("$1,200 million", 1.2e9, "USD"), number("$1.2 billion", 1.2e9, "USD")),
        (number("66.7%", 66.7, "%"), number("67 percent", 67, "%")),
    ],
)
def test_one_measure_in_two_units_or_rounded_is_one_number(one: Quantity, other: Quantity) -> None:
    assert mean_one(one, other)
    assert mean_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (number("10 miles", 10, "mile"), number("19 km", 19, "km")),
        (number("$214 million", 2.14e8, "USD"), number("$240 million", 2.4e8, "USD")),
        (number("$1.2bn", 1.2e9, "USD"), number("$1.31bn", 1.31e9, "USD")),
        (number("2,000", 2000, thing="man"), number("2,134", 2134, thing="man")),
        (number("two years", 2, thing="year"), number("18 months", 18, thing="month")),
    ],
)
def test_measures_that_differ_by_more_than_rounding_are_two(one: Quantity, other: Quantity) -> None:
    assert not agree(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (number("$5m", 5e6, "USD"), number("€4m", 4e6, "EUR")),
        (number("30%", 30, "%"), number("300", 300, thing="voter")),
        (number("5 km", 5, "km"), number("9 kg", 9, "kg")),
        (number("40 days", 40, thing="day"), number("2 months", 2, thing="month")),
    ],
)
def test_what_no_table_makes_comparable_is_not_compared(one: Quantity, other: Quantity) -> None:
    assert in_one_unit(one, other) is None


def test_two_currencies_in_one_place_are_no_conflict() -> None:
    a = counting(report("a", "The owner of the ferry paid $5m for the old harbour wall."), "$5m", 5e6, Modifier.EXACT, unit="USD")
    b = counting(report("b", "The owner of the ferry paid €4m for the old harbour wall."), "€4m", 4e6, Modifier.EXACT, unit="EUR")
    assert between(a, b) == ()


def test_two_bounds_that_can_both_be_are_compatible_and_told() -> None:
    a = report("a", "In all more than 100 people were exposed to the smoke in the harbour.")
    b = report("b", "In all more than 130 people were exposed to the smoke in the harbour.")
    a = counting(a, "more than 100", 100, Modifier.AT_LEAST, "person")
    b = counting(b, "more than 130", 130, Modifier.AT_LEAST, "person")
    assert verdicts(a, b) == [(DifferenceKind.NUMBER, Verdict.COMPATIBLE)]


def test_counts_of_two_things_in_one_place_are_no_conflict() -> None:
    a = report("a", "The ferry carried 14 goats to the old harbour that night.", Marks(numbers=[("14", 14, "goat")]))
    b = report("b", "The ferry carried nine sailors to the old harbour that night.", Marks(numbers=[("nine", 9, "sailor")]))
    assert between(a, b) == ()


def test_of_so_many_of_so_many_the_number_that_parts_is_compared() -> None:
    a = report(
        "a", "In Kelm 13 of 15 seats on the harbour board were lost.", Marks(numbers=[("13 of 15", 13, "seat"), ("15", 15, "seat")])
    )
    b = report(
        "b", "In Kelm 13 of 16 seats on the harbour board were lost.", Marks(numbers=[("13 of 16", 13, "seat"), ("16", 16, "seat")])
    )
    (difference,) = between(a, b)
    assert {s.value for s in difference.sides} == {"15", "16"}


def test_what_the_report_says_has_risen_has_changed() -> None:
    marks = Marks(numbers=[("14", 14, "crate")])
    a = report("a", "The number of crates lost in the harbour rose to 14 by the evening.", marks)
    b = report("b", "The number of crates lost in the harbour was 11 by the evening.", Marks(numbers=[("11", 11, "crate")]))
    (difference,) = between(a, b)
    assert difference.verdict is Verdict.CHANGED
    assert any("rose to" in why for why in difference.because)


def test_the_same_outlets_later_report_has_changed_a_number() -> None:
    text = "The ferry carried {} crates of copper to the old harbour."
    a = report("a", text.format(14), Marks(numbers=[("14", 14, "crate")]), outlet="The Post", published="2031-05-01")
    b = report("b", text.format(11), Marks(numbers=[("11", 11, "crate")]), outlet="The Post", published="2031-05-02")
    assert verdicts(a, b) == [(DifferenceKind.NUMBER, Verdict.CHANGED)]


def test_parts_of_two_reports_make_the_whole_of_a_third() -> None:
    a = report("a", "The harbour fire hurt 14 workers.", Marks(numbers=[("14", 14, "worker")]))
    b = report("b", "The harbour fire hurt three firefighters.", Marks(numbers=[("three", 3, "firefighter")]))
    c = report("c", "The harbour fire hurt 17 people.", Marks(numbers=[("17", 17, "person")]))
    (difference,) = [d for d in between(a, b, c) if d.verdict is Verdict.COMPATIBLE]
    assert "14 + 3 = 17" in difference.because
    assert len(difference.sides) == 3


def test_numbers_of_two_things_that_stand_in_no_list_do_not_add_up() -> None:
    a = report("a", "Two strikes killed four men in the old harbour.", Marks(numbers=[("Two", 2, "strike"), ("four", 4, "man")]))
    b = report("b", "There were six strikes on men in the old harbour.", Marks(numbers=[("six", 6, "strike")]))
    assert DifferenceKind.NUMBER not in {d.kind for d in between(a, b) if d.verdict is Verdict.COMPATIBLE}


def ago(key: str, words: str, date: str, text: str = "The harbour was closed {} after a fire on the old ferry.") -> Reading:
    reading = report(key, text.format(words), Marks(dates=[(words, date)]))
    moments = tuple(replace(m, basis=Basis.INFERRED) for m in reading.annotation.moments)
    return replace(reading, annotation=replace(reading.annotation, moments=moments))


def test_how_many_years_ago_is_a_number_that_parts() -> None:
    assert verdicts(ago("a", "60 years ago", "1971"), ago("b", "75 years ago", "1956")) == [
        (DifferenceKind.NUMBER, Verdict.CONFLICT)
    ]


def test_one_day_counted_from_two_days_of_publication_does_not_part() -> None:
    assert between(ago("a", "two days ago", "2031-05-03"), ago("b", "three days ago", "2031-05-03")) == ()


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [("2031-05-06", "2031-05", False), ("2031-05-06", "2031-04", True), ("2031-05-01/2031-05-07", "2031-05-06", False)],
)
def test_a_date_that_is_less_exact_parts_only_where_both_cannot_be(one: str, other: str, parts: bool) -> None:
    text = "The harbour was closed {} after a fire on the old ferry."
    a = report("a", text.format("then"), Marks(dates=[("then", one)]))
    b = report("b", text.format("there"), Marks(dates=[("there", other)]))
    assert [d.kind for d in between(a, b)] == [DifferenceKind.DATE] * parts


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        ("2.30pm", "14:30", False),
        ("2.30pm", "3.30pm", True),
        ("noon", "12:00", False),
        ("0900 GMT", "1000 BST", False),
        ("0900 GMT", "1100 GMT", True),
        ("0900 GMT", "11:00", False),
        ("0900 GMT", "11:00 local time", False),
        ("7:30", "7:30 p.m.", False),
    ],
)
def test_times_of_day_part_where_their_zones_are_known_or_none_is_given(one: str, other: str, parts: bool) -> None:
    (a,), (b,) = (list(clocks(words, Span(0, len(words)))) for words in (one, other))
    assert part(a, b) is parts


@pytest.mark.parametrize("text", ["1.2.3", "a 14:3 win", "$14:30", "the year 1400"])
def test_what_is_no_time_of_day_is_not_read_as_one(text: str) -> None:
    assert list(clocks(text, Span(0, len(text)))) == []


def test_two_times_of_day_in_the_same_words_are_a_conflict_of_dates() -> None:
    a = report("a", "The ferry struck the old harbour wall at 2.30pm with its whole crew.")
    b = report("b", "The ferry struck the old harbour wall at 16:45 with its whole crew.")
    assert verdicts(a, b) == [(DifferenceKind.DATE, Verdict.CONFLICT)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qadir al-Sidki", "Kadir Siddqi"),
        ("Marek Zelinsky", "Marek Zelinski"),
        ("Moustafa", "Mustafa"),
        ("Anne-Lise Roth", "Annelise Roth"),
        ("I. Kestrel", "Ivo Kestrel"),
    ],
)
def test_one_name_is_known_in_two_spellings(one: str, other: str) -> None:
    assert two_spellings(one, other)
    assert two_spellings(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("Ivo Kestrel", "Ivo Kestrel"), ("Ivo Kestrel", "Lena Marwick"), ("Ivo Marwick", "Lena Marwick")]
)
def test_two_names_are_not_two_spellings(one: str, other: str) -> None:
    assert not two_spellings(one, other)


def named(key: str, text: str, *parties: tuple[str, NameType]) -> Reading:
    return report(key, text, Marks(parties=[(name, type_, ()) for name, type_ in parties]))


def test_two_spellings_in_one_place_are_compatible() -> None:
    a = named("a", "The ferry was steered by Marek Zelinsky when it struck the harbour wall.", ("Marek Zelinsky", PERSON))
    b = named("b", "The ferry was steered by Marek Zelinskiy when it struck the harbour wall.", ("Marek Zelinskiy", PERSON))
    (difference,) = between(a, b)
    assert (difference.kind, difference.verdict) == (DifferenceKind.NAME, Verdict.COMPATIBLE)
    assert "two spellings of one name" in difference.because


def test_a_person_in_the_place_of_a_body_is_another_name_where_all_else_is_the_same() -> None:
    a = named("a", "The ferry was bought by Lena Marwick, an owner of ships in the old harbour.", ("Lena Marwick", PERSON))
    b = named("b", "The ferry was bought by Kelm Shipping, an owner of ships in the old harbour.", ("Kelm Shipping", BODY))
    assert verdicts(a, b) == [(DifferenceKind.NAME, Verdict.CONFLICT)]


def test_a_name_that_was_not_recognised_is_known_by_its_capitals() -> None:
    a = named("a", "The ferry was bought by Lena Marwick, an owner of ships in the old harbour.", ("Lena Marwick", PERSON))
    b = named("b", "The ferry was bought by Second Tide, an owner of ships in the old harbour.")
    assert verdicts(a, b) == [(DifferenceKind.NAME, Verdict.CONFLICT)]


def test_plain_words_in_the_place_of_a_name_are_no_other_name() -> None:
    a = named("a", "The ferry was bought by Lena Marwick, an owner of ships in the old harbour.", ("Lena Marwick", PERSON))
    b = named("b", "The ferry was bought by a widow, an owner of ships in the old harbour.")
    assert between(a, b) == ()


def test_a_body_that_speaks_is_no_other_than_the_person_who_speaks_for_it() -> None:
    content = "the ferry carried copper to the old harbour that night"
    a = report("a", f"Kestrel said {content}.", Marks(parties=[("Kestrel", PERSON, ())], said=[Said("Kestrel", "said", content)]))
    b = report(
        "b", f"The Agency said {content}.", Marks(parties=[("The Agency", BODY, ())], said=[Said("The Agency", "said", content)])
    )
    assert DifferenceKind.NAME not in {d.kind for d in between(a, b)}


def test_names_that_share_a_word_are_two_persons() -> None:
    a = named("a", "So wrote Ivo Marwick, who has lived beside the harbour all his life.", ("Ivo Marwick", PERSON))
    b = named("b", "So wrote Marwick Lind, who has lived beside the harbour all his life.", ("Marwick Lind", PERSON))
    assert verdicts(a, b) == [(DifferenceKind.NAME, Verdict.CONFLICT)]


@pytest.mark.parametrize(
    "text",
    [
        "It burned in Kelm, Vessia.",
        "The Kelm suburb of Vessia burned.",
        "Vessia's port of Kelm burned.",
        "They met at Kelm, near Vessia.",
    ],
)
def test_a_place_lies_in_or_by_another_where_a_report_says_so(text: str) -> None:
    assert one_holds_other("Kelm", "Vessia", [text])
    assert not one_holds_other("Kelm", "Orsk", [text])


def test_a_place_and_what_holds_it_are_no_conflict() -> None:
    a = named("a", "The captain was arrested in Kelm on the night of the fire.\nKelm, Vessia.", ("Kelm", PLACE))
    b = named("b", "The captain was arrested in Vessia on the night of the fire.", ("Vessia", PLACE))
    assert between(a, b) == ()


def test_two_places_are_a_conflict() -> None:
    a = named("a", "The captain was arrested in Kelm on the night of the fire.", ("Kelm", PLACE))
    b = named("b", "The captain was arrested in Vessia on the night of the fire.", ("Vessia", PLACE))
    assert verdicts(a, b) == [(DifferenceKind.PLACE, Verdict.CONFLICT)]

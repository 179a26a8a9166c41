"""Versions: an outlet's texts of one report are one report, from the earlier to the later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.documents import Declared
from sayso.findings import Direction, Lineage, Reading, Relation
from tests.reuse.invented import APART, FLOOD, body, found_in, reading

COURIER = "The Sorrel Courier"


def only(*readings: Reading) -> Lineage:
    passages, (lineage,) = found_in(*readings)
    assert {p.direction for p in passages} == {lineage.direction}
    return lineage


def changed(reading: Reading, when: str) -> Reading:
    """The same, last changed then, as its page says."""
    return replace(reading, document=replace(reading.document, declared=Declared(modified=when)))


def test_an_updated_report_is_a_version_of_the_earlier_whichever_is_named_first() -> None:
    early, late = body(*FLOOD[:4]), body(*FLOOD[:5])
    kin = only(reading("a", early, outlet=COURIER, date="2024-03-01"), reading("b", late, outlet=COURIER, date="2024-03-02"))
    assert (kin.relation, kin.direction) == (Relation.VERSION, Direction.A_TO_B)
    assert kin.because[0] == "both are The Sorrel Courier's and one report in two versions"
    kin = only(reading("a", late, outlet=COURIER, date="2024-03-02"), reading("b", early, outlet=COURIER, date="2024-03-01"))
    assert (kin.relation, kin.direction) == (Relation.VERSION, Direction.B_TO_A)


@pytest.mark.parametrize(
    ("one", "other", "direction"),
    [
        ("2024-03-01T08:00Z", "2024-03-01T11:30Z", Direction.A_TO_B),
        ("2024-03-01T08:00-05:00", "2024-03-01T11:30Z", Direction.B_TO_A),
        ("2024-03-01T23:30-05:00", "2024-03-02T01:00+09:00", Direction.B_TO_A),
        ("2024-03-01", "2024-03-01T11:30Z", Direction.UNKNOWN),
        ("2024-03-01T08:00", "2024-03-01T11:30Z", Direction.UNKNOWN),
        ("2024-03", "2024-03-05", Direction.UNKNOWN),
        (None, "2024-03-05", Direction.UNKNOWN),
    ],
)
def test_on_one_day_the_clock_decides_where_both_say_what_it_showed(
    one: str | None, other: str | None, direction: Direction
) -> None:
    kin = only(*(reading(key, body(*FLOOD), outlet=COURIER, date=when) for key, when in (("a", one), ("b", other))))
    assert (kin.relation, kin.direction) == (Relation.VERSION, direction)


def test_of_one_publication_the_later_is_the_one_changed_later() -> None:
    a, b = (reading(key, body(*FLOOD), outlet=COURIER, date="2024-03-01T08:00Z") for key in "ab")
    kin = only(a, changed(b, "2024-03-01T15:00:00Z"))
    assert (kin.relation, kin.direction) == (Relation.VERSION, Direction.A_TO_B)
    assert "last changed" in kin.because[1]
    assert only(changed(a, "yesterday"), b).direction is Direction.UNKNOWN


def test_each_text_of_a_chain_is_a_version_of_every_other() -> None:
    chain = [reading(key, body(*FLOOD[: 3 + at]), outlet=COURIER, date=f"2024-03-0{1 + at}") for at, key in enumerate("abc")]
    _, lineages = found_in(*chain)
    assert [(kin.a, kin.b) for kin in lineages] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert {(kin.relation, kin.direction) for kin in lineages} == {(Relation.VERSION, Direction.A_TO_B)}


def test_paragraphs_taken_up_in_a_new_report_do_not_make_it_a_version() -> None:
    old = reading("a", body(*FLOOD), outlet=COURIER, date="2024-03-01")
    kin = only(old, reading("b", body(*APART, *FLOOD[:2]), outlet=COURIER, date="2024-03-02"))
    assert kin.relation is Relation.NOT_ESTABLISHED


def test_the_same_text_of_two_outlets_or_of_nobody_known_is_no_version() -> None:
    for outlet in ("The Ford Gazette", None):
        kin = only(reading("a", body(*FLOOD), outlet=outlet, date="2024-03-01"), reading("b", body(*FLOOD), outlet=COURIER))
        assert kin.relation is not Relation.VERSION
    assert only(reading("a", body(*FLOOD)), reading("b", body(*FLOOD))).relation is Relation.NOT_ESTABLISHED


def test_two_versions_of_a_carried_wire_are_versions_first() -> None:
    a, b = (reading(key, body(*FLOOD), outlet=COURIER, credit="Reuters", date=f"2024-03-0{n}") for n, key in enumerate("ab", 1))
    assert only(a, b).relation is Relation.VERSION

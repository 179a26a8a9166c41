"""How many people accounts say were killed, hurt, held, and when two of them count one event's people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.annotate.quantities import quantities
from sayso.collate.accounts import told
from sayso.collate.differences.laid import Laid
from sayso.collate.differences.numbers import numbers
from sayso.collate.one_event import of_one_event
from sayso.collate.parties import joined
from sayso.collate.told import Told
from sayso.collate.tolls import tolls
from sayso.collate.wording import sentence_words
from sayso.config import CollateSettings
from sayso.documents import Role
from sayso.findings import NameType, Reading, Sentence
from sayso.spans import Span
from tests.collate.hand import Marks, report
from tests.collate.test_differences import collate

OLD = "1987-11-02"


def read(text: str) -> list[tuple[str, str, float]]:
    """The tolls of a sentence as (fate, group, least number)."""
    whole = Span(0, len(text))
    counts = quantities(text, (Sentence(whole, Role.BODY),), ())
    return [(t.fate, t.group, t.count.low) for t in tolls(sentence_words(text, whole), counts)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The blast killed about 70 people in the mill.", [("killed", "anyone", 70)]),
        ("At least 40 people were killed.", [("killed", "anyone", 40)]),
        ("Rescuers said 49 people had died in the blast.", [("killed", "anyone", 49)]),
        ("The death toll rose to 52.", [("killed", "anyone", 52)]),
        ("They counted 42 fatalities.", [("killed", "anyone", 42)]),
        ("The fire killed 14 people, including 3 children.", [("killed", "anyone", 14)]),
        ("Six people, including a clerk, were injured at the gate.", [("hurt", "anyone", 6)]),
        ("The crash left 50 people dead and 30 people injured.", [("killed", "anyone", 50), ("hurt", "anyone", 30)]),
        ("Police arrested 12 dockers.", [("held", "docker", 12)]),
        ("Two men were taken into custody.", [("held", "man", 2)]),
        ("A guard died and 3 others were hurt.", []),
        ("They were held for 15 years.", []),
        ("Ivo Kestrel, 23, was killed at the gate.", []),
        ("Goats were killed in two villages.", []),
        ("The barge carried 40 people.", []),
    ],
)
def test_a_toll_is_read_from_the_words_beside_a_number(text: str, found: list[tuple[str, str, float]]) -> None:
    assert read(text) == found


Number = tuple[str, float, str | None]


def account(key: str, text: str, number: Number, *, date: tuple[str, str] | None = None, place: str = "") -> Told:
    parties = [(place, NameType.PLACE, ())] if place else []
    reading = report(key, text, Marks(numbers=[number], dates=[date] if date else [], parties=parties), published="2024-05-04")
    (only,) = told(reading, joined([reading], ()))
    return only


ABOUT_70 = ("about 70 people", 70.0, "person")
AT_LEAST_40 = ("40 people", 40.0, "person")


def test_tolls_in_other_words_are_of_one_event() -> None:
    a = account("a", "The blast at the old mill killed about 70 people.", ABOUT_70)
    b = account("b", "Some 40 people were dead by evening, the harbour office counted.", AT_LEAST_40)
    assert [(x.count.low, y.count.low) for x, y in of_one_event(a, b)] == [(70, 40)]


def test_they_are_laid_beside_each_other_where_hardly_a_word_is_the_same() -> None:
    a = account("a", "The blast at the old mill killed about 70 people.", ABOUT_70)
    b = account("b", "Some 40 people were dead by evening, the harbour office counted.", AT_LEAST_40)
    (parting,) = numbers(Laid(a, b, CollateSettings().alike))
    assert parting.because[0] == "both count people killed"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (  # another fate
            account("a", "The blast killed about 70 people.", ABOUT_70),
            account("b", "The blast hurt 40 people.", AT_LEAST_40),
        ),
        (  # another place
            account("a", "The blast killed about 70 people in Aldmoor.", ABOUT_70, place="Aldmoor"),
            account("b", "The blast killed 40 people in Kestrelby.", AT_LEAST_40, place="Kestrelby"),
        ),
        (  # another day
            account("a", "The blast killed about 70 people on 3 May.", ABOUT_70, date=("3 May", "2024-05-03")),
            account("b", "The blast killed 40 people on 1 May.", AT_LEAST_40, date=("1 May", "2024-05-01")),
        ),
        (  # another time, long ago
            account("a", "The blast killed about 70 people.", ABOUT_70),
            account("b", "In November 1987 a blast killed 40 people.", AT_LEAST_40, date=("November 1987", OLD)),
        ),
        (  # numbers of another order
            account("a", "The blast killed about 70 people.", ABOUT_70),
            account("b", "The war has killed 4,000 people.", ("4,000 people", 4000.0, "person")),
        ),
    ],
)
def test_tolls_of_other_events_are_not(a: Told, b: Told) -> None:
    assert list(of_one_event(a, b)) == []


def toll(key: str, text: str, *number: Number, published: str = "2024-05-04") -> Reading:
    return report(key, text, Marks(numbers=number), published=published)


def test_tolls_that_part_are_shown_as_a_difference() -> None:
    a = toll("a", "The blast at the mill killed 70 people who slept in the cellars.", ("70 people", 70.0, "person"))
    b = toll("b", "In the blast at the mill 49 people were killed, rescuers counted.", ("49 people", 49.0, "person"))
    (difference,) = collate(a, b).differences
    assert {side.value for side in difference.sides} == {"70", "49"}


def test_dozens_are_shown_in_the_words_of_the_text() -> None:
    dozens = quantities("Dozens of people", (Sentence(Span(0, 16), Role.BODY),), ())
    a = report("a", "Dozens of people were killed when the mill blew up.", published="2024-05-04")
    a = replace(a, annotation=replace(a.annotation, quantities=dozens))
    b = toll("b", "The blast at the mill killed 220 people, rescuers counted.", ("220 people", 220.0, "person"))
    (ours,), (theirs,) = (told(reading, joined([reading], ())) for reading in (a, b))
    (parting,) = numbers(Laid(ours, theirs, CollateSettings().alike))
    assert {side.value for side in parting.sides} == {"Dozens of people", "220"}


def test_a_toll_that_a_later_report_has_higher_may_have_grown() -> None:
    a = toll("a", "In the blast at the mill 49 people were killed, rescuers counted.", ("49 people", 49.0, "person"))
    b = toll("b", "The blast at the mill killed 70 people in cellars.", ("70 people", 70.0, "person"), published="2024-05-06")
    (difference,) = collate(a, b).differences
    assert difference.verdict == "changed over time"


def test_an_undated_report_with_a_number_that_others_gave_before_does_not_contradict_the_later_one() -> None:
    a = toll("a", "In the blast at the mill 49 people were killed, rescuers counted.", ("49 people", 49.0, "person"))
    b = toll("b", "The blast at the mill killed 70 people in cellars.", ("70 people", 70.0, "person"), published="2024-05-06")
    c = report("c", "In the blast at the mill 49 people were killed, they said.", Marks(numbers=[("49 people", 49.0, "person")]))
    (difference,) = collate(a, b, c).differences
    assert (difference.verdict, len(difference.sides)) == ("changed over time", 3)

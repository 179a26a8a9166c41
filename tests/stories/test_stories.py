"""Which reports are about one event, and what the event is called."""

from __future__ import annotations

import time

import pytest

from sayso.config import StoriesSettings
from sayso.documents import Role
from sayso.findings import Direction, Lineage, Reading, Relation, Story
from sayso.stories.stage import stories
from tests.reuse.invented import FLOOD, reading
from tests.stories.invented import flood, report, strike


def told(*readings: Reading, lineages: tuple[Lineage, ...] = ()) -> list[Story]:
    found = stories(readings, lineages, StoriesSettings())
    assert sorted(d for story in found for d in story.documents) == sorted(r.id for r in readings)
    return found


def groups(found: list[Story]) -> list[set[str]]:
    return [set(story.documents) for story in found]


@pytest.mark.parametrize("dated", [True, False])
def test_reports_of_two_events_are_two_stories(dated: bool) -> None:
    reports = [*flood("2024-03-04" if dated else None), *strike("2024-03-05" if dated else None)]
    expected = [{"flood-1", "flood-2", "flood-3"}, {"strike-1", "strike-2"}]
    assert groups(told(*reports)) == expected
    assert groups(told(*reports[::-1])) == expected


def test_the_same_kind_of_event_half_a_year_later_is_another_story() -> None:
    later = report("later", *strike()[1].text.split("\n\n"), date="2024-09-20", names=("Ines Okafor", "Tarn"))
    assert groups(told(*strike(), later)) == [{"strike-1", "strike-2"}, {"later"}]


def test_a_story_bears_the_headline_of_its_earliest_report() -> None:
    first = report("z", *flood()[1].text.split("\n\n"), date="2024-03-03", title="River over the quay at Hollin")
    (story,) = told(*flood(), first)
    assert story.label == "River over the quay at Hollin"
    assert story.documents == ("z", "flood-1", "flood-2", "flood-3")


def test_without_a_headline_it_bears_the_beginning_of_its_first_sentence() -> None:
    long = "A very long first sentence that goes on about the weather and the river and the dam and the town until it ends at last."
    (story,) = told(reading("a", long))
    assert story.label == "A very long first sentence that goes on about the weather and the river and the dam and…"
    (story,) = told(reading("a", f"Storm warning\n\n{long}", roles={"Storm": Role.HEADLINE}))
    assert story.label == "Storm warning"


def test_documents_stand_in_order_of_publication_those_of_unknown_date_last() -> None:
    undated, first, second = flood(None)[0], flood("2024-03-04")[1], flood("2024-03-05")[2]
    (story,) = told(undated, second, first)
    assert story.documents == ("flood-2", "flood-3", "flood-1")


def test_a_story_says_what_its_reports_share() -> None:
    because = " / ".join(told(*strike())[0].because)
    assert "2 reports" in because
    assert "they name Ines Okafor (2 of them)" in because
    assert "published 2024-03-05" in because


def test_a_copy_printed_weeks_later_is_compared_because_it_shares_text() -> None:
    first, copy = flood("2024-03-04")[0], report("copy", *FLOOD, date="2024-04-12", names=("Sorrel", "Hollin"))
    assert len(told(first, copy)) == 2
    shared = Lineage("copy", "flood-1", Relation.DERIVED, Direction.B_TO_A, 1.0, 1.0)
    assert len(told(first, copy, lineages=(shared,))) == 1


def test_nothing_empty_and_tiny_documents_are_stories_of_their_own() -> None:
    assert told() == []
    found = told(reading("empty", ""), reading("word", "Rain"), reading("marks", "?!"), *strike())
    assert len(found) == 4
    assert {story.label for story in found} >= {"empty", "Rain"}


def test_a_thousand_documents_are_grouped_in_seconds() -> None:
    towns = [f"Town{n:03}" for n in range(250)]
    reports = [
        report(f"{town}-{k}", f"{town} woke to a fire at its mill number {n}.", f"Nobody was hurt, said witness{n}.", names=(town,))
        for n, town in enumerate(towns)
        for k in range(4)
    ]
    start = time.process_time()
    found = told(*reports)
    assert time.process_time() - start < 20
    assert 200 <= len(found) <= 300

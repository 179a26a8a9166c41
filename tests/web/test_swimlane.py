"""Reports over the time of their publication, and the ties between them."""

from __future__ import annotations

from itertools import pairwise

from sayso.findings import Direction, Lineage, Relation
from sayso.web.contexts.lineage import strongest
from sayso.web.contexts.swimlane import Bond, Dated, swimlane


def report(key: str, lane: str, date: str | None) -> Dated:
    return Dated(key, lane, date, key, f"/documents/{key}")


def test_reports_stand_in_the_order_of_their_dates_and_undated_ones_apart() -> None:
    drawn = swimlane([report("b", "B", "2026-03-04"), report("a", "A", "2026-03-02"), report("u", "U", None)], [])
    at = {dot.label: dot for dot in drawn.dots}
    assert drawn.since is not None
    assert at["u"].x < drawn.since < at["a"].x < at["b"].x
    assert [lane.name for lane in drawn.lanes] == ["A", "B", "U"]


def test_the_hour_counts_where_it_is_known_in_whatever_zone() -> None:
    drawn = swimlane([report("late", "A", "2026-03-02T10:00:00+00:00"), report("early", "B", "2026-03-02T10:30:00+02:00")], [])
    at = {dot.label: dot.x for dot in drawn.dots}
    assert at["early"] < at["late"]


def test_fifty_reports_of_one_outlet_and_day_can_be_told_apart_inside_the_drawing() -> None:
    drawn = swimlane([report(f"{i:02}", "A", "2026-03-02") for i in range(50)], [])
    xs = [dot.x for dot in drawn.dots]
    assert all(one < other for one, other in pairwise(xs))
    assert max(xs) <= drawn.width


def test_a_case_without_any_date_is_drawn_too() -> None:
    drawn = swimlane([report("a", "A", None), report("b", "B", "no date")], [Bond("a", "b", "common", False, 0.5, "", "")])
    assert drawn.ticks == ()
    assert len(drawn.ties) == 1


def test_of_all_pairs_what_is_established_and_shares_most_joins_every_report_once() -> None:
    def line(a: str, b: str, share: float, relation: Relation = Relation.DERIVED) -> Lineage:
        return Lineage(a, b, relation, Direction.UNKNOWN, share, share)

    found = [line("a", "b", 0.9), line("b", "c", 0.8), line("a", "c", 0.7), line("c", "d", 0.95, Relation.NOT_ESTABLISHED)]
    assert [(one.a, one.b) for one in strongest(found)] == [("a", "b"), ("b", "c"), ("c", "d")]

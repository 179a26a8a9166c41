"""Who took from whom: only what credits, dates and shares show."""

from __future__ import annotations

from dataclasses import replace

from sayso.config import ReuseSettings
from sayso.documents import Credit, Declared, Published, Role
from sayso.findings import Direction, Lineage, Reading, Relation, SentenceVectors
from sayso.reuse import Reuse
from sayso.spans import Span
from sayso.stages import Found
from tests.reuse.invented import APART, FLOOD, REWORDED, Silent, body, found_in, reading


def only(*readings: Reading) -> Lineage:
    passages, (lineage,) = found_in(*readings)
    assert {p.direction for p in passages} == {lineage.direction}
    return lineage


def test_a_whole_copy_a_day_later_is_derived_from_the_earlier() -> None:
    kin = only(reading("a", body(*FLOOD), date="2024-03-01"), reading("b", body(*FLOOD), date="2024-03-02"))
    assert (kin.relation, kin.direction) == (Relation.DERIVED, Direction.A_TO_B)
    assert min(kin.a_share, kin.b_share) > 0.99
    kin = only(reading("a", body(*FLOOD), date="2024-03-02"), reading("b", body(*REWORDED), date="2024-03-01T20:00"))
    assert (kin.relation, kin.direction) == (Relation.DERIVED, Direction.B_TO_A)


def test_without_both_dates_or_on_one_day_it_is_not_established() -> None:
    for dates in [(None, "2024-03-01"), ("2024-03-01", "2024-03-01"), ("2024-03", "2024-03-09"), (None, None)]:
        kin = only(*(reading(key, body(*FLOOD), date=date) for key, date in zip("ab", dates, strict=True)))
        assert (kin.relation, kin.direction) == (Relation.NOT_ESTABLISHED, Direction.UNKNOWN)


def test_a_small_part_shared_does_not_make_the_later_a_copy() -> None:
    kin = only(reading("a", body(*FLOOD), date="2024-03-01"), reading("b", body(FLOOD[0], *APART), date="2024-03-02"))
    assert kin.relation is Relation.NOT_ESTABLISHED


def from_wire(key: str, outlet: str, date: str | None, line: str, role: Role) -> Reading:
    """The flood report with a line that credits Reuters, where that line stands on the page."""
    made = reading(key, body(line, *FLOOD), date=date, outlet=outlet, roles={line: role})
    at = line.index("Reuters")
    return replace(made, profile=replace(made.profile, credits=(Credit("Reuters", Span(at, at + 7)),)))


def test_two_reports_under_one_wires_dateline_come_from_it_whatever_their_dates() -> None:
    kin = only(
        from_wire("a", "The Sorrel Courier", "2024-03-01", "HOLLIN (Reuters)", Role.DATELINE),
        from_wire("b", "The Ford Gazette", "2024-03-03", "By Reuters", Role.BYLINE),
    )
    assert (kin.relation, kin.direction) == (Relation.COMMON_ORIGIN, Direction.COMMON)
    assert kin.because[0] == "both credit Reuters"


def test_what_a_wire_contributed_to_a_report_is_not_the_whole_of_a_later_copy() -> None:
    line = "Reuters contributed to this report."
    dated = [
        from_wire("a", "The Sorrel Courier", "2024-03-01", line, Role.CREDIT),
        from_wire("b", "The Ford Gazette", "2024-03-03", line, Role.CREDIT),
    ]
    assert only(*dated).direction is Direction.A_TO_B
    undated = [replace(r, profile=replace(r.profile, published=Published())) for r in dated]
    assert only(*undated).relation is Relation.NOT_ESTABLISHED
    text = body(line, FLOOD[0], *APART)
    one = reading("c", text, outlet="The Mill Post", roles={line: Role.CREDIT})
    one = replace(one, profile=replace(one.profile, credits=(Credit("Reuters", Span(0, 7)),)))
    other = reading("d", body(FLOOD[0], *FLOOD[3:]), outlet="The Ford Gazette")
    assert only(one, other).relation is Relation.COMMON_ORIGIN


def test_a_wire_that_is_credited_with_something_else_explains_nothing() -> None:
    made = []
    for key, others, last in (
        ("a", APART[:3], "Copper fell again, Reuters said."),
        ("b", APART[3:], "A ferry sank, Reuters said."),
    ):
        one = reading(key, body(FLOOD[0], *others, last), outlet=f"The {key.upper()} Gazette")
        at = one.text.index("Reuters")
        made.append(replace(one, profile=replace(one.profile, credits=(Credit("Reuters", Span(at, at + 12)),))))
    assert only(*made).relation is Relation.NOT_ESTABLISHED


def test_a_credit_against_the_dates_leaves_it_open_and_both_are_said() -> None:
    a = reading("a", body(*FLOOD), outlet="Reuters", date="2024-03-05")
    b = reading("b", body(*FLOOD), outlet="The Ford Gazette", credit="Reuters", date="2024-03-01")
    kin = only(a, b)
    assert (kin.relation, kin.direction) == (Relation.NOT_ESTABLISHED, Direction.UNKNOWN)
    assert "The Ford Gazette credits Reuters" in kin.because
    assert any("2024-03-01" in why for why in kin.because)


def test_times_of_one_day_tell_which_was_first_where_both_have_a_clock() -> None:
    kin = only(
        reading("a", body(*FLOOD), date="2024-03-01T09:30:00+01:00"), reading("b", body(*FLOOD), date="2024-03-01T08:45:00+00:00")
    )
    assert kin.direction is Direction.A_TO_B
    kin = only(reading("a", body(*FLOOD), date="2024-03-01T09:30:00"), reading("b", body(*FLOOD), date="2024-03-01T08:45:00+00:00"))
    assert kin.direction is Direction.UNKNOWN


def test_who_links_to_the_other_or_gives_its_address_as_its_own_took_from_it() -> None:
    a = reading("a", body(*FLOOD), outlet="The Sorrel Courier")
    a = replace(a, document=replace(a.document, declared=Declared(url="https://courier.example/flood?x=1")))
    b = reading("b", body(*FLOOD, "First seen at https://www.courier.example/flood/."), outlet="The Ford Gazette")
    kin = only(a, b)
    assert (kin.direction, kin.because[0]) == (Direction.A_TO_B, "The Ford Gazette links to The Sorrel Courier")
    a = reading("a", body(*FLOOD), outlet="Reuters")
    b = reading("b", body(*FLOOD), outlet="The Ford Gazette")
    b = replace(b, document=replace(b.document, declared=Declared(url="https://www.reuters.com/world/flood")))
    assert only(a, b).direction is Direction.A_TO_B


def test_a_shortened_copy_and_a_correction_are_said_and_point_nowhere() -> None:
    short = reading("a", body(*FLOOD[:3]), outlet="The Sorrel Courier")
    note = "An earlier version of this report gave another name of the dam."
    long = reading("b", body(*FLOOD, note), outlet="The Ford Gazette")
    kin = only(short, long)
    assert kin.direction is Direction.UNKNOWN
    assert any("wholly within the other" in why for why in kin.because)
    assert "The Ford Gazette says what it corrected, the other does not" in kin.because


def test_words_shared_with_a_report_under_a_wires_dateline_are_likeliest_the_wires() -> None:
    kin = only(
        from_wire("b", "The Ford Gazette", None, "HOLLIN (Reuters)", Role.DATELINE), reading("a", body(*FLOOD[:3], APART[0]))
    )
    assert kin.relation is Relation.COMMON_ORIGIN
    assert kin.because[0].startswith("The Ford Gazette credits Reuters")


def test_the_credit_of_a_caption_is_for_its_picture_only() -> None:
    text = body("Reuters picture of the dam.", *FLOOD)
    kin = only(reading("a", text, credit="Reuters", roles={"Reuters": Role.CAPTION}), reading("b", body(*FLOOD)))
    assert kin.relation is Relation.NOT_ESTABLISHED


def test_who_credits_the_other_took_from_it() -> None:
    a = reading("a", body(*FLOOD), outlet="Reuters")
    b = reading("b", body(*FLOOD), outlet="The Ford Gazette", credit="Reuters")
    kin = only(a, b)
    assert (kin.relation, kin.direction) == (Relation.DERIVED, Direction.A_TO_B)
    assert kin.because[0] == "The Ford Gazette credits Reuters"


def test_quoting_the_same_speaker_is_no_kinship() -> None:
    quote = '"We will rebuild every house on the quay, and the gates will be watched by day and by night from now on"'
    a = reading("a", body(APART[0], f"{quote}, the mayor said."), date="2024-03-01")
    b = reading("b", body(f"The mayor said: {quote}."), date="2024-03-02")
    kin = only(a, b)
    assert kin.relation is Relation.NOT_ESTABLISHED
    assert kin.because[0] == "only a quotation is shared"


def test_the_stage_gives_passages_and_lineages_that_name_the_smaller_document_first() -> None:
    readings = [reading("b", body(*FLOOD)), reading("a", body(*FLOOD)), reading("c", body(*APART))]
    kinds: dict[str, list[object]] = {"document": [], "profile": [], "annotation": []}
    for one in readings:
        for kind in kinds:
            kinds[kind].append(getattr(one, kind))
    vectors = tuple(SentenceVectors(one.id, one.vectors) for one in readings)
    found = Found({type(values[0]): tuple(values) for values in kinds.values()} | {SentenceVectors: vectors})
    stage = Reuse(ReuseSettings())
    outcome = stage.run(found, Silent())
    assert set(outcome.values) == set(stage.gives)
    assert [(kin.a, kin.b) for kin in Found(outcome.values)[Lineage]] == [("a", "b")]

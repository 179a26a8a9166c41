"""Who took from whom: only what credits, dates and shares show."""

from __future__ import annotations

from sayso.config import ReuseSettings
from sayso.documents import Role
from sayso.findings import Direction, Lineage, Reading, Relation, SentenceVectors
from sayso.reuse import Reuse
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


def test_two_reports_that_credit_one_wire_come_from_it_whatever_their_dates() -> None:
    kin = only(
        reading("a", body(*FLOOD), date="2024-03-01", credit="Reuters", outlet="The Sorrel Courier"),
        reading("b", body(*FLOOD), date="2024-03-03", credit="Reuters", outlet="The Ford Gazette"),
    )
    assert (kin.relation, kin.direction) == (Relation.COMMON_ORIGIN, Direction.COMMON)
    assert kin.because[0] == "both credit Reuters"


def test_words_shared_with_a_report_that_credits_a_wire_are_likeliest_the_wires() -> None:
    a = reading("a", body(*FLOOD[:3], APART[0]))
    b = reading("b", body(*FLOOD[:3], APART[1]), credit="Reuters", outlet="The Ford Gazette")
    kin = only(a, b)
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

"""Which decisions of a log stand."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.decisions import making, targets
from sayso.decisions.log import holds, standing
from sayso.decisions.values import grade_in_words
from sayso.errors import UsageError
from sayso.findings.decisions import About, Decision, Hold, Target, What

NOON = datetime(2031, 4, 3, 12, tzinfo=UTC)
MILL = Target(About.CLAIM, "The mill burned")


def ruled(what: What, on: Target = MILL, value: str | None = None, minute: int = 0) -> Decision:
    return making.decision(what, on, "Ada Reed", NOON + timedelta(minutes=minute), "seen the register", value)


def undo(decision: Decision, minute: int = 1) -> Decision:
    when = NOON + timedelta(minutes=minute)
    return making.decision(What.UNDO, targets.of_decision(decision), "Ada Reed", when, undoes=decision.id)


def test_the_later_of_two_answers_to_one_question_stands() -> None:
    yes, no = ruled(What.ACCEPT), ruled(What.REJECT, minute=1)
    assert holds([yes, no]) == {yes.id: Hold.REPLACED, no.id: Hold.STANDS}


def test_two_notes_on_one_thing_both_stand() -> None:
    log = [ruled(What.NOTE), ruled(What.NOTE, minute=1)]
    assert standing(log) == tuple(log)


def test_what_is_undone_no_longer_replaces_what_it_replaced() -> None:
    yes, no = ruled(What.ACCEPT), ruled(What.REJECT, minute=1)
    assert standing([yes, no, undo(no)]) == (yes,)


def test_to_undo_an_undo_makes_the_ruling_stand_again() -> None:
    yes = ruled(What.ACCEPT)
    back = undo(yes)
    assert standing([yes, back, undo(back, 2)]) == (yes,)


def test_the_order_of_the_log_counts_and_not_its_clock() -> None:
    late, early = ruled(What.ACCEPT, minute=9), ruled(What.REJECT)
    assert standing([late, early]) == (early,)


@given(st.lists(st.tuples(st.sampled_from(("accept", "reject", "note", "undo")), st.integers(0, 30)), max_size=40))
def test_a_replay_of_any_log_gives_what_ruling_step_by_step_gives(steps: list[tuple[str, int]]) -> None:
    """The model keeps its own state; an undo is of any earlier decision, undos too."""
    log: list[Decision] = []
    for minute, (what, at) in enumerate(steps):
        if what != "undo":
            log.append(ruled(What(what), minute=minute))
        elif log:
            log.append(undo(log[at % len(log)], minute))
    alive = {decision.id: True for decision in log}
    for decision in reversed(log):
        if decision.undoes and alive[decision.id]:
            alive[decision.undoes] = False
    answers = [d for d in log if alive[d.id] and d.what in (What.ACCEPT, What.REJECT)]
    notes = [d for d in log if alive[d.id] and d.what is What.NOTE]
    assert {d.id for d in standing(log)} == {d.id for d in (*answers[-1:], *notes)}


@pytest.mark.parametrize(
    ("what", "value"), [(What.GRADE, "G2"), (What.GRADE, "B7"), (What.DATE, "yesterday"), (What.ROLE, "title"), (What.OUTLET, " ")]
)
def test_a_value_that_is_none_is_refused_with_what_to_write(what: What, value: str) -> None:
    about = {What.GRADE: About.PARTY, What.ROLE: About.BLOCK}.get(what, About.DOCUMENT)
    with pytest.raises(UsageError) as refused:
        ruled(what, Target(about, "x"), value)
    assert refused.value.hint


def test_a_grade_is_told_in_the_words_of_its_scale() -> None:
    decision = ruled(What.GRADE, Target(About.PARTY, "Jo Hart"), "b2")
    assert decision.value == "B2"
    assert grade_in_words("B2") == "usually reliable; probably true"


def test_a_decision_needs_somebody_who_makes_it() -> None:
    with pytest.raises(UsageError):
        making.decision(What.ACCEPT, MILL, " ", NOON)


def test_a_date_is_not_ruled_on_a_claim() -> None:
    with pytest.raises(UsageError):
        ruled(What.DATE, MILL, "2031-04-03")

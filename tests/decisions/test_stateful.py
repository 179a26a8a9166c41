"""Any sequence of decisions and undos, in a case on the disk: its state is a replay of its log, and a run loses none of them.

500 steps a sequence in the deep profile: SAYSO_DEEP=1 python -m pytest tests/decisions/test_stateful.py
"""

import os
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from sayso.decisions.deciding import decide
from sayso.decisions.stage import Settle
from sayso.decisions.standings import rejected_findings, stand, standings
from sayso.engines.local import LocalEngine
from sayso.findings import Claim, Difference, Hold, Passage, Standing, What
from sayso.findings.decisions import Decision
from sayso.spans import Span
from sayso.stages import Found, Outcome
from sayso.store.view import CaseView
from sayso.store.writer import Writer
from tests.store.values import VALUES, stages

DEEP = "SAYSO_DEEP" in os.environ
NOON = datetime(2031, 4, 3, 12, tzinfo=UTC)
PUT = {What.GRADE: ("B2", "F6"), What.OUTLET: ("The Packet", "Il Porto"), What.DATE: ("2031-04", "2031-04-02")}
ON = {
    What.ACCEPT: ("c-1", "x-1", "p-1", "s-1", "y-1", "a-harbour", "e-1"),
    What.REJECT: ("c-1", "x-1", "p-1", "s-1", "y-1", "a-mirror", "d-harbour+d-mirror"),
    What.NOTE: ("c-1", "d-harbour", "d-mirror:0-4", "Harbour"),
    What.GRADE: ("y-1", "Mirror", "d-harbour"),
    What.OUTLET: ("d-harbour", "d-mirror"),
    What.DATE: ("d-harbour", "d-mirror"),
}
ONE_ANSWER = (What.ACCEPT, What.REJECT)


class Ruling(RuleBasedStateMachine):
    """The model keeps for each thing what was ruled last and is not undone, by its own bookkeeping."""

    made = Bundle("made")

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.case = Path(self.folder.name, "harbour.sayso")
        self.log: list[tuple[str, What, str, str | None]] = []
        self.clock = NOON
        run(self.case, stages())

    def teardown(self) -> None:
        self.folder.cleanup()

    def now(self) -> datetime:
        return self.clock

    @rule(target=made, what=st.sampled_from(sorted(ON)), at=st.integers(0, 6), put=st.integers(0, 1), back=st.integers(-1, 1))
    def decides(self, what: What, at: int, put: int, back: int) -> str:
        """The clock may stand still, or run backwards."""
        self.clock += timedelta(minutes=back)
        what = What(what)
        name = ON[what][at % len(ON[what])]
        value = PUT[what][put] if what in PUT else None
        done = decide(self.case, what, [name], who="Ada Reed", reason="seen it", value=value, clock=self.now)
        self.log.append((done.decision.id, what, name, None))
        return done.decision.id

    @rule(target=made, undone=made)
    def undoes(self, undone: str) -> str:
        done = decide(self.case, What.UNDO, [undone], who="Ben Oake", clock=self.now)
        self.log.append((done.decision.id, What.UNDO, "", undone))
        return done.decision.id

    @rule()
    def runs_again(self) -> None:
        run(self.case, stages())

    @rule(moved=st.booleans())
    def runs_with_other_findings(self, moved: bool) -> None:
        """Another version of the stages: ids and bounds of all claims are others, or nothing is found any more."""
        run(self.case, changed(moved=moved))
        with CaseView(self.case) as view:
            for decision, today in standings(view):
                if decision.target.about == "claim" and today.hold in (Hold.STANDS, Hold.GONE):
                    assert (today.finding, today.hold) == (("c-new", Hold.STANDS) if moved else (None, Hold.GONE))
                    assert moved or today.because
        run(self.case, stages())

    @invariant()
    def the_state_is_a_replay_of_the_log(self) -> None:
        if not hasattr(self, "case"):
            return
        with CaseView(self.case) as view:
            log, kept = view.all(Decision), view.all(Standing)
            today = standings(view)
            rejected = rejected_findings(view)
        assert [d.id for d in log] == [key for key, *_ in self.log]
        alive = self.alive()
        assert {d.id for d, s in today if s.hold is not Hold.UNDONE} == alive
        assert [s.hold for s in stand(log, kept)] == [s.hold for _, s in today]
        last = {name: what for key, what, name, _ in self.log if key in alive and what in ONE_ANSWER}
        assert {name for name, what in last.items() if what is What.REJECT} == rejected

    def alive(self) -> set[str]:
        """Each undo takes away what it names, unless it is itself taken away by a later one."""
        alive = {key for key, *_ in self.log}
        for key, _, _, undone in reversed(self.log):
            if undone and key in alive:
                alive.discard(undone)
        return alive


def run(case: Path, order: Sequence[object]) -> None:
    """A run of the stages that give the hand-made case, settled at its end."""
    settle = Settle()
    with Writer(case) as writer:
        whole = (*order, settle)
        writer.begin_run(whole)  # type: ignore[arg-type]
        found = Found({Decision: writer.decisions()})
        for stage in order:
            writer.keep(stage, Outcome(stage.values, stage.rejected))  # type: ignore[arg-type,attr-defined]
            found = found.plus(stage.values)  # type: ignore[attr-defined]
        writer.keep(settle, settle.run(found, LocalEngine().bench("settle")))


def changed(*, moved: bool) -> Sequence[object]:
    """The stages of the hand-made case in another version: what they find has other ids and bounds, or is not found."""
    claim = Found(VALUES)[Claim][0]
    accounts = tuple(replace(a, id=a.id + "-new", span=Span(a.span.start + 1, a.span.end)) for a in claim.accounts)
    found = (replace(claim, id="c-new", accounts=accounts),) if moved else ()
    gone = {Claim: found, Difference: (), Passage: ()}
    return [
        replace(stage, version=2, values={kind: gone.get(kind, values) for kind, values in stage.values.items()})
        for stage in stages()
    ]


TestRuling = Ruling.TestCase
TestRuling.settings = settings(
    max_examples=4 if DEEP else 5,
    stateful_step_count=500 if DEEP else 20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)

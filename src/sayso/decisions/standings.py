"""How decisions stand today: what the log itself says, with what the latest run found of their targets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from sayso.decisions.log import holds, standing
from sayso.findings.decisions import About, Decision, Hold, Standing, What

T = TypeVar("T")


class Kept(Protocol):
    """A case, as far as its decisions are asked for."""

    def all(self, kind: type[T]) -> Sequence[T]: ...


ONLY_SHOWN = (What.ACCEPT, What.GRADE, What.NOTE)
"""Rulings that change nothing of what is found."""

COUNTED_NOWHERE = (About.STORY, About.CLAIM, About.EVENT)
"""Findings on which no other rests: that one is rejected is shown, and changes no other."""


def standings(view: Kept) -> tuple[tuple[Decision, Standing], ...]:
    """Every decision of the log, in its order, with how it stands."""
    log = view.all(Decision)
    return tuple(zip(log, stand(log, view.all(Standing)), strict=True))


def stand(log: Sequence[Decision], known: Iterable[Standing]) -> tuple[Standing, ...]:
    """One a decision. `known` is what was kept of some of them: by the latest run, or when they were made."""
    of = {one.decision: one for one in known}
    held = holds(log)
    return tuple(_today(decision, held[decision.id], of.get(decision.id)) for decision in log)


def _today(decision: Decision, hold: Hold, known: Standing | None) -> Standing:
    finding = known.finding if known else None
    if hold is not Hold.STANDS:
        return Standing(decision.id, hold, finding, ())
    if known is None:
        return Standing(decision.id, Hold.WAITS, None, ("it was made while a run was going on",))
    if known.hold in (Hold.UNDONE, Hold.REPLACED):  # and it stands again since
        return Standing(decision.id, Hold.WAITS if is_worked_in(decision) else Hold.STANDS, finding, ())
    return known


def is_worked_in(decision: Decision) -> bool:
    """Whether a run puts the ruling on top of what it finds, so that other findings may change with it."""
    if decision.what in ONLY_SHOWN or decision.what is What.UNDO:
        return False
    return decision.what is not What.REJECT or decision.target.about not in COUNTED_NOWHERE


def needs_run(before: Sequence[Decision], after: Sequence[Decision]) -> bool:
    """Whether what stands after changes findings that stood before."""
    worked_in = [[d.id for d in standing(log) if is_worked_in(d)] for log in (before, after)]
    return worked_in[0] != worked_in[1]


def on_findings(view: Kept) -> Mapping[str, tuple[tuple[Decision, Standing], ...]]:
    """What people said of each finding, by its id, as far as it stands or waits; undos are left out."""
    out: dict[str, list[tuple[Decision, Standing]]] = {}
    for decision, today in standings(view):
        if today.finding is not None and decision.what is not What.UNDO and today.hold in (Hold.STANDS, Hold.WAITS):
            out.setdefault(today.finding, []).append((decision, today))
    return {finding: tuple(said) for finding, said in out.items()}


def on_outlets(view: Kept) -> Mapping[str, tuple[tuple[Decision, Standing], ...]]:
    """What people said of each outlet, by its name: the latest grade and all notes."""
    out: dict[str, list[tuple[Decision, Standing]]] = {}
    for decision, today in standings(view):
        if decision.target.about is About.OUTLET and today.hold is Hold.STANDS:
            out.setdefault(decision.target.name, []).append((decision, today))
    return {name: tuple(said) for name, said in out.items()}


def rejected_findings(view: Kept) -> frozenset[str]:
    """The ids of the findings that a person has rejected: they are shown, and no longer counted."""
    answer = (What.ACCEPT, What.REJECT)
    last = {finding: [d.what for d, _ in said if d.what in answer][-1:] for finding, said in on_findings(view).items()}
    return frozenset(finding for finding, what in last.items() if what == [What.REJECT])

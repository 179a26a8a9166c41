"""Which decisions of the log stand: those that no standing decision undoes, each with those that it replaces."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from sayso.findings.decisions import About, Decision, Hold, What

ONE_AT_A_TIME = (What.ACCEPT, What.REJECT, What.SPEAKER, What.ROLE, What.OUTLET, What.DATE, What.GRADE)
"""Rulings of which the latest on a thing replaces the earlier ones: whoever accepts a claim no longer rejects it."""


def holds(log: Sequence[Decision]) -> dict[str, Hold]:
    """What the log itself says of each of its decisions, by id: STANDS, UNDONE or REPLACED.

    The log's order counts, not its clock. To undo an undo makes what it undid stand again.
    """
    out: dict[str, Hold] = {}
    undone: set[str] = set()
    ruled: set[Hashable] = set()
    for decision in reversed(log):
        if decision.id in undone:
            out[decision.id] = Hold.UNDONE
            continue
        if decision.what is What.UNDO and decision.undoes is not None:
            undone.add(decision.undoes)
        thing = _thing(decision)
        out[decision.id] = Hold.REPLACED if thing in ruled else Hold.STANDS
        if thing is not None:
            ruled.add(thing)
    return out


def standing(log: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that stand, in the log's order, without the undos themselves."""
    held = holds(log)
    return tuple(d for d in log if held[d.id] is Hold.STANDS and d.what is not What.UNDO)


def _thing(decision: Decision) -> Hashable | None:
    """What only one ruling at a time can hold for; accepting and rejecting are two answers to one question."""
    if decision.what not in ONE_AT_A_TIME:
        return None
    question = What.ACCEPT if decision.what is What.REJECT else decision.what
    target = decision.target
    name = target.name if target.about in (About.OUTLET, About.PARTY) else ""
    return question, target.about, name, frozenset((a.document, a.span) for a in target.anchors)

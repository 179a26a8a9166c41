"""To decide: a ruling on what a case shows, put into its log. Commands, pages and programs all come through here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sayso.decisions.making import decision
from sayso.decisions.naming import target_of
from sayso.decisions.standings import needs_run
from sayso.findings.decisions import Decision, Hold, Standing, What
from sayso.store.log import append
from sayso.store.view import CaseView

TAKING_BACK = (What.ACCEPT, What.UNDO)
"""Decisions that can take an earlier one out of force, of which the log must be asked."""

A_LITTLE = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that is in the log and on the disk; `needs_run` where findings change with it when the case is run again."""

    decision: Decision
    standing: Standing
    needs_run: bool


def now() -> datetime:
    return datetime.now(UTC)


def decide(
    case: Path,
    what: What,
    names: Sequence[str],
    *,
    who: str,
    reason: str = "",
    value: str | None = None,
    clock: Callable[[], datetime] = now,
) -> Decided:
    """Rules on what is named by its ids, and returns when that is synced. It may be called while a run is going on.

    `names` is one id; for a merge two or more; for a split the whole, then what leaves it (documents, attributions, or places as
    DOCUMENT:START-END); for a role the place; two documents for who took from whom; for a grade or a note also an outlet's name.
    `value` is the speaker, role, outlet, date or grade. Raises `UsageError` when there is no such thing or it does not go together,
    `CaseBusy` when others hold the case for half a minute, and what opening a case raises. Then nothing was kept.
    """
    with CaseView(case) as view:
        target, finding = target_of(view, what, names)
        log = tuple(view.all(Decision)) if what in TAKING_BACK else ()
        known = tuple(view.all(Standing)) if what is What.UNDO else ()
    undoes = target.name if what is What.UNDO else None
    if undoes is not None:
        finding = next((s.finding for s in known if s.decision == undoes), None)
    when = clock()
    while True:
        made = decision(what, target, who, when, reason, value, undoes)
        changes = needs_run(log, (*log, made))
        standing = Standing(made.id, Hold.WAITS if changes else Hold.STANDS, finding, ())
        if append(case, made, standing):
            return Decided(made, standing, changes)
        when += A_LITTLE  # the very same was ruled in the same instant, as clocks that are set back have it

"""A repair from beginning to end: save, find anew, check, and only then change places."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sayso.cli.running import Stopped, run_case
from sayso.documents import Rejected
from sayso.errors import CaseDamaged
from sayso.stages import Listener, Stage
from sayso.store.file import no_case
from sayso.store.flaws import Flaw
from sayso.store.places import draft_of
from sayso.store.repairing import begun, put_in_place
from sayso.store.salvage import salvaged
from sayso.store.verifying import flaws


@dataclass(frozen=True, slots=True)
class Repaired:
    """What is in the new case, what could not be saved, and where the damaged one is kept."""

    documents: int
    decisions: int
    lost: tuple[Flaw, ...]
    kept: Path


def repaired(case: Path, stages: tuple[Stage, ...], listener: Listener) -> Repaired:
    """Makes the case anew in its own place. Raises `CaseDamaged` when no document can be saved, `CaseBusy` while another writes
    to it, `Stopped` on Ctrl-C, and what a run raises; the case is then as it was.
    """
    if not case.exists():
        raise no_case(case)
    with draft_of(case) as draft:
        saved = salvaged(case)
        if not saved.documents:
            raise CaseDamaged(f"{case}: no document in it can be read any more", "Nothing was changed. Go back to a backup.")
        begun(draft, saved, stages)
        try:
            run_case(draft, None, stages, listener, _unheard)
        except Stopped as e:
            raise Stopped(f"Stopped. {case} is as it was before.", "To start again, give the same command.") from e
        if wrong := flaws(draft):
            raise CaseDamaged(
                f"{case}: the new case does not hold together either: {wrong[0].where}: {wrong[0].what}",
                "Nothing was changed. The disk may be failing: copy the file to another one, and repair it there.",
            )
        known = {decision.id for decision in saved.decisions}
        late = tuple(decision for decision in salvaged(case).decisions if decision.id not in known)
        kept = put_in_place(draft, case, late)
    return Repaired(len(saved.documents), len(known) + len(late), tuple(saved.lost), kept)


def _unheard(_: Rejected) -> None:
    """What was rejected before is rejected again, and was told then."""

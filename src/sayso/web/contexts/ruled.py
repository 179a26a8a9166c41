"""What people ruled on a finding, as a page says it: a person's line beside those of the machine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sayso.decisions.standings import on_findings, on_outlets, rejected_findings
from sayso.decisions.values import grade_in_words
from sayso.findings import Claim, Decision, Difference, Hold, Standing, What
from sayso.store.base import View

T = TypeVar("T", bound=Claim | Difference)

SAID = {
    What.ACCEPT: "accepted",
    What.REJECT: "rejected",
    What.MERGE: "brought together",
    What.SPLIT: "set apart",
    What.SPEAKER: "speaker given as {value}",
    What.ROLE: "role given as {value}",
    What.OUTLET: "outlet given as {value}",
    What.DATE: "date given as {value}",
    What.GRADE: "graded {value}",
    What.NOTE: "note",
}


@dataclass(frozen=True, slots=True)
class RulingShown:
    """ "rejected", by whom, on which day and why; `waits` until the case is run again."""

    decision: str
    words: str
    who: str
    day: str
    reason: str
    waits: bool


class Ruled:
    """What people ruled on the findings of a case."""

    def __init__(self, view: View) -> None:
        self._on = on_findings(view)
        self._outlets = on_outlets(view)
        self._rejected = rejected_findings(view)

    def of(self, finding: str) -> tuple[RulingShown, ...]:
        return tuple(_shown(decision, standing) for decision, standing in self._on.get(finding, ()))

    def of_document(self, document: str, outlet: str) -> tuple[RulingShown, ...]:
        """Those on a report or on stretches of it, and those on its outlet, which they name."""
        ours = tuple(_shown(decision, standing) for decision, standing in self._outlets.get(outlet, ()))
        return (*self.of(document), *(replace(one, words=f"{outlet}: {one.words}") for one in ours))

    def is_rejected(self, finding: str) -> bool:
        return finding in self._rejected

    def counted(self, found: Iterable[T]) -> Sequence[T]:
        """Those that nobody rejected."""
        return [one for one in found if one.id not in self._rejected]


def _shown(decision: Decision, standing: Standing) -> RulingShown:
    value = decision.value or ""
    if decision.what is What.GRADE and value:
        value = f"{value} ({grade_in_words(value)})"
    words = SAID[decision.what].format(value=value)
    return RulingShown(decision.id, words, decision.who, decision.when[:10], decision.reason, standing.hold is Hold.WAITS)

"""Decisions as they are made: who, when, what, on what, and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sayso.decisions.values import checked, kept_words
from sayso.errors import UsageError
from sayso.findings.decisions import About, Decision, Target, What
from sayso.identity import identify

FOUND = (
    About.ATTRIBUTION, About.PASSAGE, About.LINEAGE, About.STORY, About.PARTY, About.CLAIM, About.DIFFERENCE, About.EVENT,
)  # fmt: skip
MERGED = (About.CLAIM, About.PARTY, About.STORY)

TAKES: Mapping[What, tuple[About, ...]] = {
    What.ACCEPT: FOUND,
    What.REJECT: FOUND,
    What.MERGE: MERGED,
    What.SPLIT: MERGED,
    What.SPEAKER: (About.ATTRIBUTION,),
    What.ROLE: (About.BLOCK,),
    What.OUTLET: (About.DOCUMENT,),
    What.DATE: (About.DOCUMENT,),
    What.GRADE: (About.PARTY, About.OUTLET, About.DOCUMENT, About.CLAIM),
    What.UNDO: (About.DECISION,),
}
"""What a ruling of a kind may be about, where it is not everything."""


def decision(
    what: What, on: Target, who: str, when: datetime, reason: str = "", value: str | None = None, undoes: str | None = None
) -> Decision:
    """The decision, with an id from all that it says. `when` must know its zone.

    Raises `UsageError` when nobody made it, or it does not go with what it is about or with its value.
    """
    who, reason = kept_words(who, "name"), kept_words(reason, "reason", lines=True)
    if not who:
        raise UsageError("A decision needs a person", "Say who you are: --who NAME")
    if on.about not in TAKES.get(what, tuple(About)):
        told = "there is nothing to " + what if what in (What.ACCEPT, What.REJECT, What.MERGE, What.SPLIT) else f"it has no {what}"
        raise UsageError(f"This is a {on.about}: {told}", f"That goes with: {', '.join(TAKES[what])}.")
    if what is What.NOTE and not reason:
        raise UsageError("The note is empty", "Say what is to be noted.")
    kept = checked(what, value)
    at = when.isoformat(timespec="microseconds")
    return Decision(identify("n", at, who, what, on, kept, reason, undoes), at, who, what, on, kept, reason, undoes)

"""What people rule, and what it points at: words in their place, so that a ruling finds its target again after every run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.findings.claims import Place
from sayso.spans import Span


class What(StrEnum):
    """What a decision does."""

    ACCEPT = "accept"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    SPEAKER = "speaker"
    ROLE = "role"
    OUTLET = "outlet"
    DATE = "date"
    GRADE = "grade"
    NOTE = "note"
    UNDO = "undo"


class About(StrEnum):
    """The kind of thing that a decision is about."""

    DOCUMENT = "document"
    BLOCK = "block"
    ATTRIBUTION = "attribution"
    PASSAGE = "passage"
    LINEAGE = "lineage"
    STORY = "story"
    PARTY = "party"
    OUTLET = "outlet"
    CLAIM = "claim"
    DIFFERENCE = "difference"
    EVENT = "event"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words in their place. `span` is None for a whole document; `before` and `after` are the words around, by which the same
    words are told apart where a text has them twice. After the position and quotation selectors of the W3C's Web Annotation
    Data Model (2017).
    """

    document: str
    key: str
    span: Span | None
    words: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What a decision points at: what it is, how it was called, and the words by which it is known. `others` are the words that
    stay behind where something is split.
    """

    about: About
    name: str
    anchors: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person ruled. Appended, never overwritten; undone by another decision. `value` is what was put in place of what was
    found: a name, a role, a date, a grade.
    """

    id: str
    when: str
    who: str
    what: What
    target: Target
    value: str | None
    reason: str
    undoes: str | None = None

    @property
    def because(self) -> str:
        """The line that a finding carries which stands as it does by this decision."""
        return f"ruled by {self.who}, {self.when[:10]}" + (f": {self.reason}" if self.reason else "")


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision that stands, with the places in today's documents that it points at; a whole document is an empty span at 0."""

    decision: str
    what: What
    about: About
    name: str
    places: tuple[Place, ...]
    others: tuple[Place, ...]
    value: str | None
    because: str


class Hold(StrEnum):
    """What has become of a decision: it stands, another has undone or replaced it, what it points at is gone; or it is younger than
    the latest run, whose findings do not know of it yet."""

    STANDS = "stands"
    UNDONE = "undone"
    REPLACED = "replaced"
    GONE = "its target is gone"
    WAITS = "waits for the next run"


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a decision holds after a run, the finding that it is about today (by id; None for an outlet), and why."""

    decision: str
    hold: Hold
    finding: str | None
    because: tuple[str, ...]

"""What the answer key of the sample corpus holds: one class a kind of entry, each entry with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.documents import Basis, Role
from sayso.findings import (
    DifferenceKind,
    Direction,
    HandRole,
    NameType,
    OriginStatus,
    PassageKind,
    Relation,
    SpeechKind,
    Stance,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that must be found. `why` is for whoever reads the samples."""

    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A phrase that stands once in the document whose key is `file`."""

    file: str
    anchor: str


@dataclass(frozen=True, slots=True)
class DocumentEntry(Entry):
    """Whose report it is and when it came out; no `date` where none is known. Authors that are left out are not looked at."""

    file: str
    outlet: str
    title: str
    basis: Basis
    authors: tuple[str, ...] | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class RoleEntry(Entry):
    """The block that holds the anchor has this role."""

    file: str
    anchor: str
    role: Role


@dataclass(frozen=True, slots=True)
class FurnitureEntry(Entry):
    """Words of a page that may be left out of its text, and are no part of the body if they are not."""

    file: str
    anchor: str


@dataclass(frozen=True, slots=True)
class CreditEntry(Entry):
    """The document names the outlet whose copy it carries, within the anchor."""

    file: str
    name: str
    anchor: str


@dataclass(frozen=True, slots=True)
class StoryEntry(Entry):
    """These documents, and no others, are about one event."""

    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReuseEntry(Entry):
    """Two documents share at least so many passages of the kind. A reader could defend any `direction` and `relation` given."""

    files: tuple[str, ...]
    kind: PassageKind
    least: int
    direction: tuple[Direction, ...]
    relation: tuple[Relation, ...] = tuple(Relation)


@dataclass(frozen=True, slots=True)
class DifferenceEntry(Entry):
    """Accounts of one claim part at these words."""

    kind: DifferenceKind
    verdict: Verdict
    sides: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class ApartEntry(Entry):
    """What stands at these places must not become one claim."""

    sides: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class HandEntry:
    role: HandRole
    name: str


@dataclass(frozen=True, slots=True)
class AttributionEntry(Entry):
    """Who said it (words of the source), by which cue, about what (words of the content), through whom (in this order).

    What is left out is not looked at: the content of a refusal to comment, the kind of speech, the speaker behind the source.
    """

    file: str
    source: str
    cue: str
    stance: Stance
    content: str | None = None
    kind: SpeechKind | None = None
    speaker: str | None = None
    chain: tuple[HandEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginEntry(Entry):
    """One claim has accounts at all these places and goes back to so many origins; `groups` are files of one origin each."""

    accounts: tuple[Anchor, ...]
    count: int
    status: OriginStatus
    groups: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class EventEntry(Entry):
    """Something is said to have happened at this EDTF date, in words that touch the anchor."""

    file: str
    anchor: str
    date: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class PartyEntry(Entry):
    """These names are of one party."""

    names: tuple[str, ...]
    type: NameType


@dataclass(frozen=True, slots=True)
class StrangerEntry(Entry):
    """These names are of different parties."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """All that a careful reader finds in the sample corpus, in the order of the key's file."""

    documents: tuple[DocumentEntry, ...]
    roles: tuple[RoleEntry, ...]
    furniture: tuple[FurnitureEntry, ...]
    credits: tuple[CreditEntry, ...]
    stories: tuple[StoryEntry, ...]
    reuse: tuple[ReuseEntry, ...]
    differences: tuple[DifferenceEntry, ...]
    apart: tuple[ApartEntry, ...]
    attributions: tuple[AttributionEntry, ...]
    origins: tuple[OriginEntry, ...]
    events: tuple[EventEntry, ...]
    parties: tuple[PartyEntry, ...]
    strangers: tuple[StrangerEntry, ...]

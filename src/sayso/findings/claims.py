"""What the reports of one event claim, where they part, and when it is said to have happened: found over all documents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.documents import Basis
from sayso.findings.annotations import NameType
from sayso.findings.attributions import Stance
from sayso.spans import Span


@dataclass(frozen=True, slots=True)
class Story:
    """The documents about one event, in order of publication, with the label they give it themselves."""

    id: str
    label: str
    documents: tuple[str, ...]
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A span and the document it lies in."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Party:
    """A person, organisation or place across the documents of a case. `members` are the local parties joined in it."""

    id: str
    name: str
    type: NameType
    aliases: tuple[str, ...]
    mentions: tuple[Place, ...]
    members: tuple[str, ...]
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """One document's version of a claim. `attribution` is None where the document says it in its own voice.

    The claim's words in this document are `span`; `stance` is what the attribution's cue does (STATES for the own voice).
    """

    id: str
    document: str
    span: Span
    attribution: str | None
    stance: Stance
    outlet: str | None


class OriginStatus(StrEnum):
    SINGLE = "single"
    INDEPENDENT = "independent"
    NOT_ESTABLISHED = "not-established"


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Accounts (by id) that go back to one first hand, and why they are held to."""

    accounts: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """How many origins are shown to be independent (`count`, at least 1), and the groups. What is not shown counts as none."""

    count: int
    status: OriginStatus
    groups: tuple[OriginGroup, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition that at least one document gives; `text` is its clearest account, in the source's own words."""

    id: str
    story: str
    text: str
    accounts: tuple[Account, ...]
    origins: Origins


class DifferenceKind(StrEnum):
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    PLACE = "place"
    NEGATION = "negation"
    STANCE = "stance"
    QUOTE = "quote"
    HEDGE = "hedge"
    ATTRIBUTION = "attribution"


class Verdict(StrEnum):
    CONFLICT = "conflict"
    COMPATIBLE = "compatible"
    CHANGED = "changed over time"
    ALTERED = "altered"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Side:
    """What one document has at the point where accounts part: the span and its value in plain form ("17", "2015", "alleges")."""

    document: str
    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Difference:
    id: str
    claim: str
    kind: DifferenceKind
    verdict: Verdict
    sides: tuple[Side, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that is said to have happened at a time: an EDTF date, how it is known, and the words that say it."""

    id: str
    story: str
    date: str
    basis: Basis
    document: str
    span: Span
    claim: str | None = None

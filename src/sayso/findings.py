"""What is found: values that hold spans into documents and say why they were found. All are frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from sayso.documents import Basis, Document, Profile, Role
from sayso.spans import Span, Spans

# --- within a document: annotate -----------------------------------------------------------------------------------


class NameType(StrEnum):
    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    OTHER = "other"


class MentionKind(StrEnum):
    """How a mention points at its party: by name ("Ken McCallum"), by role ("the director"), or by pronoun ("he")."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"


class Modifier(StrEnum):
    """What a text adds to a number: it is exact unless it says otherwise."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Sentence:
    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: `inner` without the marks, `outer` with them. One never closed ends with its paragraph."""

    outer: Span
    inner: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Name:
    span: Span
    type: NameType
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    span: Span
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class LocalParty:
    """A person, organisation or place within one document, with all its mentions there."""

    id: str
    name: str
    type: NameType
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text: `low` and `high` are equal unless it is a range; `thing` is the head noun counted, in the singular.

    `unit` is a currency, "%", or a measure such as "km"; None for a bare count. `because` names the words that were read.
    """

    span: Span
    low: float
    high: float
    modifier: Modifier = Modifier.EXACT
    unit: str | None = None
    thing: str | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A date expression with its value as an EDTF date; INFERRED when it was resolved against the document's own date."""

    span: Span
    date: str
    basis: Basis
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotation:
    """What one document's words hold before anyone is said to say anything."""

    document: str
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...] = ()
    names: tuple[Name, ...] = ()
    parties: tuple[LocalParty, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    moments: tuple[Moment, ...] = ()


@dataclass(frozen=True, slots=True)
class SentenceVectors:
    """One row of length 1 for each sentence of the document's annotation, float32, shape (sentences, 384)."""

    document: str
    rows: NDArray[np.float32] = field(compare=False, repr=False)


# --- who said what: attribute --------------------------------------------------------------------------------------


class Stance(StrEnum):
    """What a cue does."""

    STATES = "states"
    ALLEGES = "alleges"
    REVEALS = "reveals"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DECLINES = "declines to comment"
    NO_RESPONSE = "did not respond"
    URGES = "urges"
    WARNS = "warns"
    PREDICTS = "predicts"
    BELIEVES = "believes"
    ASKS = "asks"
    PROMISES = "promises"


class SpeechKind(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class HandRole(StrEnum):
    SPEAKER = "speaker"
    CHANNEL = "channel"
    RELAY = "relay"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Hand:
    """One hand that a content went through. `party` is a local party's id, None where no party stands behind the name."""

    role: HandRole
    name: str
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source said (cue) a content: three sets of spans of one document. `source` is empty when the text leaves it open."""

    id: str
    document: str
    kind: SpeechKind
    source: Spans
    cue: Spans
    content: Spans
    speaker: str | None
    stance: Stance
    chain: tuple[Hand, ...]
    because: tuple[str, ...] = ()


# --- which reports repeat one another: reuse -----------------------------------------------------------------------


class PassageKind(StrEnum):
    VERBATIM = "verbatim"
    REWORDED = "reworded"


class Direction(StrEnum):
    A_TO_B = "a→b"
    B_TO_A = "b→a"
    COMMON = "common"
    UNKNOWN = "unknown"


class Relation(StrEnum):
    """How two documents stand to each other: one took from the other, both took from a third, or nothing is shown."""

    DERIVED = "derived"
    COMMON_ORIGIN = "common origin"
    NOT_ESTABLISHED = "not established"


@dataclass(frozen=True, slots=True)
class Passage:
    """The same text in two documents, `a` the one with the smaller id. `score` in 0…1: share of words alike, or the cosine."""

    id: str
    a: str
    a_span: Span
    b: str
    b_span: Span
    kind: PassageKind
    score: float
    direction: Direction
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """What follows for two documents from their passages, credits and dates. `a_share`, `b_share`: part of each body they share."""

    a: str
    b: str
    relation: Relation
    direction: Direction
    a_share: float
    b_share: float
    because: tuple[str, ...] = ()


# --- over all documents: stories, collate, timeline ----------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person ruled. Appended, never overwritten; undone by another decision."""

    id: str
    when: str
    who: str
    what: str
    target: str
    reason: str
    undoes: str | None = None


# --- one document with all that was found within it ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with all that was found within it: what the corpus-wide stages work on.

    `vectors` has one row a sentence of the annotation; `attributions` are in order of the text.
    """

    document: Document
    profile: Profile
    annotation: Annotation
    vectors: NDArray[np.float32] = field(compare=False, repr=False)
    attributions: tuple[Attribution, ...] = ()

    @property
    def id(self) -> str:
        return self.document.id

    @property
    def text(self) -> str:
        return self.document.text

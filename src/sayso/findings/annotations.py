"""What one document holds before anyone is said to say anything: found by annotate."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from sayso.documents import Basis, Role
from sayso.spans import Span, Spans


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
class Saying:
    """Somebody says something: the words that tell who (`source`, at times none), that it is said (`cue`) and what (`content`).

    Spans only, with how sure the recogniser was, from 0 to 1; who is meant, and in what sense it is said, is worked out from them.
    """

    source: Spans
    cue: Spans
    content: Spans
    score: float


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a recogniser finds in one text: its names, none overlapping, and who says what, both in order of the text; and the
    paragraphs that it cannot read, each with the reason ("written in German").
    """

    names: tuple[Name, ...] = ()
    sayings: tuple[Saying, ...] = ()
    unread: tuple[tuple[Span, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Annotation:
    """What one document's words hold before anyone is said to mean anything by them."""

    document: str
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...] = ()
    names: tuple[Name, ...] = ()
    parties: tuple[LocalParty, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    moments: tuple[Moment, ...] = ()
    sayings: tuple[Saying, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """Paragraphs of a document in which names and who says what were not looked for, and why ("written in German").

    `whole` where that is all of it. A document that was read throughout has none.
    """

    document: str
    paragraphs: Spans
    whole: bool
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SentenceVectors:
    """One row of length 1 for each sentence of the document's annotation, float32, shape (sentences, 384)."""

    document: str
    rows: NDArray[np.float32] = field(compare=False, repr=False)

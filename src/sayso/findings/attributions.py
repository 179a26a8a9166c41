"""Who said what, and through whose hands it went: found by attribute."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.spans import Spans


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


class Commitment(StrEnum):
    """What the outlet makes of what it reports, by the words that it tells it with: its own part, apart from the speaker's."""

    REPORTS = "only reports it"
    OPEN = "leaves it open"
    FACT = "takes it for fact"
    DOUBT = "casts doubt"


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
    """A source said (cue) a content: three sets of spans of one document. `source` is empty when the text leaves it open.

    `stance` is what the source does with the content, `commitment` what the outlet does; `chain` leads from the first hand to it.
    """

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
    commitment: Commitment = Commitment.REPORTS

"""The kernel: the attributions of one document, from what a recogniser found in it."""

from __future__ import annotations

from collections.abc import Callable

from sayso.attribute.chain import Hands
from sayso.attribute.commitment import commitment_of
from sayso.attribute.nests import Nests, carried_on
from sayso.attribute.quotes import Quotes
from sayso.attribute.raw import Raw
from sayso.attribute.sayings import recognise
from sayso.attribute.sources import Parties
from sayso.attribute.speaker import speakers
from sayso.attribute.stance import stance_of
from sayso.documents import Document, Profile
from sayso.findings import Annotation, Attribution, SpeechKind
from sayso.identity import identify
from sayso.spans import Spans, covered, hull, shared

Recogniser = Callable[[str, Annotation], tuple[Raw, ...]]

ALL_QUOTED = 0.93
"""From this share of its characters between quotation marks on, a content is a direct quotation: the rest is commas and spaces."""


def attributions(
    document: Document, profile: Profile, annotation: Annotation, recogniser: Recogniser = recognise
) -> tuple[Attribution, ...]:
    """Who says what in one document, in order of the text: sources, cues and contents with speaker, stance and chain."""
    text = document.text
    raws = recogniser(text, annotation)
    hands = Hands(text, profile, annotation.sentences, raws)
    ways = [hands.by_way(raw) for raw in raws]
    papers = [hands.is_paper(raw) for raw in raws]
    relaying = [hands.hands_on(raw) for raw in raws]
    spoken = speakers(text, Parties(annotation.parties), raws, [way.channel is not None for way in ways], papers, relaying)
    stances = [stance_of(text, raw) for raw in raws]
    nests = Nests(text, raws, spoken, relaying, [stance for stance, _ in stances])
    ways = carried_on(text, raws, spoken, ways)
    quotes = Quotes(annotation.quotations)
    out: dict[str, Attribution] = {}
    for place, raw in enumerate(raws):
        stance, what = stances[place]
        commitment, by = commitment_of(text, raw, stance)
        speaker = spoken[place]
        found = Attribution(
            identify("a", document.id, raw.source, raw.cue, raw.content),
            document.id,
            _kind(raw.content, quotes),
            raw.source,
            raw.cue,
            raw.content,
            speaker.party.id if speaker.party else None,
            stance,
            hands.chain(raw, speaker, ways[place], nests.reporters(place)),
            (raw.because, f"stance: {what}", f"the outlet {commitment.value}: {by}", f"speaker: {speaker.why}"),
            commitment,
        )
        out.setdefault(found.id, found)
    return tuple(out.values())


def _kind(content: Spans, quotes: Quotes) -> SpeechKind:
    inside = shared(content, [q.outer for q in quotes.over(hull(content))]) if content else 0
    if not inside:
        return SpeechKind.INDIRECT
    return SpeechKind.DIRECT if inside >= ALL_QUOTED * covered(content) else SpeechKind.MIXED

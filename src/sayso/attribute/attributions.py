"""The kernel: the attributions of one document, from what a recogniser found in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.attribute.chain import Hands
from sayso.attribute.raw import Raw
from sayso.attribute.recogniser import recognise
from sayso.attribute.speaker import Parties
from sayso.attribute.stance import stance_of
from sayso.documents import Document, Profile
from sayso.findings import Annotation, Attribution, LocalParty, SpeechKind
from sayso.identity import identify
from sayso.spans import Spans, covered, hull, shared

Recogniser = Callable[[str, Annotation], tuple[Raw, ...]]

ALL_QUOTED = 0.93
"""From this share of its characters between quotation marks on, a content is a direct quotation: the rest is commas and spaces."""


def attributions(
    document: Document, profile: Profile, annotation: Annotation, recogniser: Recogniser = recognise
) -> tuple[Attribution, ...]:
    """Who says what in one document, in order of the text: sources, cues and contents with speaker, stance and chain."""
    raws = recogniser(document.text, annotation)
    parties = Parties(annotation.parties)
    hands = Hands(document.text, profile, annotation.sentences)
    out: dict[str, Attribution] = {}
    issuer: LocalParty | None = None
    quoted = tuple(q.outer for q in annotation.quotations)
    for place, raw in enumerate(raws):
        speaker, who = parties.behind(document.text, raw.source)
        channel = hands.channel(raw)
        if speaker is None and issuer is not None and hands.is_paper(raw):
            speaker, who = issuer, f"the last before it that issued one was {issuer.name}"
        elif speaker is not None and channel:
            issuer = speaker
        stance, what = stance_of(document.text, raw)
        found = Attribution(
            identify("a", document.id, raw.source, raw.cue, raw.content),
            document.id,
            _kind(raw.content, quoted),
            raw.source,
            raw.cue,
            raw.content,
            speaker.id if speaker else None,
            stance,
            hands.chain(raw, speaker, _holding(raws, place)),
            (raw.pattern, f"stance: {what}", f"speaker: {who}"),
        )
        out.setdefault(found.id, found)
    return tuple(out.values())


def _kind(content: Spans, quoted: Spans) -> SpeechKind:
    inside = shared(content, quoted)
    if not inside:
        return SpeechKind.INDIRECT
    return SpeechKind.DIRECT if inside >= ALL_QUOTED * covered(content) else SpeechKind.MIXED


def _holding(raws: Sequence[Raw], place: int) -> list[Raw]:
    """The attributions near by whose content holds this one whole, the nearest hand first."""
    raw = raws[place]
    whole = hull((*raw.source, *raw.cue, *raw.content))
    near = (*raws[max(0, place - 4) : place], *raws[place + 1 : place + 5])
    holding = [r for r in near if r.content and any(s.contains(whole) for s in r.content)]
    return sorted(holding, key=lambda r: (sum(map(len, r.content)), r.cue))

"""Speakers as people corrected them: the attribution keeps its words, and the first of its hands is who they say it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.findings import Annotation, Attribution, Hand, HandRole, LocalParty, Ruling, What
from sayso.rulings import called, on_each, speaker_id


def unruled(annotation: Annotation, rulings: Sequence[Ruling]) -> Annotation:
    """The annotation with the parties of the text alone: a name that a person gave to one attribution is not in the text, and
    explains no other.
    """
    given = {speaker_id(annotation.document, r.value) for r in rulings if r.what is What.SPEAKER and r.value}
    if not any(party.id in given for party in annotation.parties):
        return annotation
    return replace(annotation, parties=tuple(party for party in annotation.parties if party.id not in given))


def corrected(
    said: Sequence[Attribution], annotations: Mapping[str, Annotation], rulings: Sequence[Ruling]
) -> tuple[Attribution, ...]:
    """The attributions, those whose speaker people ruled on with that speaker, in the same order."""
    ruled = on_each(said, rulings, What.SPEAKER)
    return tuple(_spoken(one, annotations[one.document], ruled[one.id]) if one.id in ruled else one for one in said)


def _spoken(one: Attribution, annotation: Annotation, ruling: Ruling) -> Attribution:
    name = ruling.value or ""
    party = next((party for party in annotation.parties if called(party, name)), None)
    because = (*(line for line in one.because if not line.startswith("speaker: ")), f"speaker: {name}, {ruling.because}")
    return replace(one, speaker=party.id if party else None, chain=_chain(one, name, party), because=because)


def _chain(one: Attribution, name: str, party: LocalParty | None) -> tuple[Hand, ...]:
    """The hands with the speaker in place of the one that was found, or before all others."""
    others = tuple(hand for hand in one.chain if hand.role is not HandRole.SPEAKER)
    return (Hand(HandRole.SPEAKER, name, party.id if party else None), *others)

"""Parties that people named where the text does not: who speaks in an attribution, by their word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.findings import About, Annotation, LocalParty, Mention, MentionKind, NameType, Ruling, What
from sayso.rulings import called, speaker_id


def with_speakers(annotations: Sequence[Annotation], rulings: Sequence[Ruling]) -> tuple[Annotation, ...]:
    """The annotations with a party for each speaker whom people named and the document does not. Where another document knows a
    party of that name, it is of that party's type; else it is a person.
    """
    given: dict[str, dict[str, Ruling]] = {}
    for ruling in rulings:
        if ruling.what is What.SPEAKER and ruling.about is About.ATTRIBUTION and ruling.value:
            for place in ruling.places:
                given.setdefault(place.document, {})[ruling.value] = ruling
    if not given:
        return tuple(annotations)
    wanted = {name for names in given.values() for name in names}
    types = {name: party.type for a in annotations for party in a.parties for name in wanted if called(party, name)}
    return tuple(_named(annotation, given.get(annotation.document, {}), types) for annotation in annotations)


def _named(annotation: Annotation, given: Mapping[str, Ruling], types: Mapping[str, NameType]) -> Annotation:
    added = []
    for name, ruling in given.items():
        if not any(called(party, name) for party in annotation.parties):
            mentions = tuple(Mention(p.span, MentionKind.NAME) for p in ruling.places if p.document == annotation.document)
            kind = types.get(name, NameType.PERSON)
            key = speaker_id(annotation.document, name)
            added.append(LocalParty(key, name, kind, (), mentions, (ruling.because,)))
    return replace(annotation, parties=(*annotation.parties, *added)) if added else annotation

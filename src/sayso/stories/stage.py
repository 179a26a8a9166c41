"""The stage: every document in exactly one story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.config import StoriesSettings
from sayso.dates import days
from sayso.documents import Document, Profile
from sayso.findings import About, Annotation, Lineage, Passage, Place, Reading, Ruling, SentenceVectors, Story, What
from sayso.identity import identify
from sayso.rulings import about, regrouped
from sayso.stages import Bench, Found, Outcome
from sayso.stories.candidates import compared
from sayso.stories.clustering import grouped
from sayso.stories.labels import label
from sayso.stories.likeness import likeness
from sayso.stories.outlines import Outline, Weights, outlines

UNDATED = 10**7
REASONS = 5
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Stories:
    """Gives the stories, by the day of their first report; a document about an event of its own is a story alone."""

    settings: StoriesSettings
    name: str = "stories"
    version: int = 1
    needs: tuple[type, ...] = (Document, Ruling, Profile, Annotation, SentenceVectors, Passage, Lineage)
    gives: tuple[type, ...] = (Story,)

    def run(self, found: Found, bench: Bench) -> Outcome:
        readings = found.readings()
        told = stories(readings, found[Lineage], self.settings, found[Ruling])
        bench.tell(len(readings), len(readings))
        return Outcome({Story: tuple(told)})


def stories(
    readings: Sequence[Reading], lineages: Iterable[Lineage], settings: StoriesSettings, rulings: Sequence[Ruling] = ()
) -> list[Story]:
    """The documents grouped by event, each in one story, whatever the order they come in, and as people ruled."""
    readings = sorted(readings, key=_publication)
    sketched = outlines(readings)
    places = {reading.id: place for place, reading in enumerate(readings)}
    shared = _shared(lineages, places)
    scores: dict[tuple[int, int], float] = {}
    for (a, b), (opening, body) in compared(sketched, shared, settings).items():
        scores[a, b] = likeness(sketched[a], sketched[b], opening, body, shared.get((a, b), 0.0)).score
    ours = about(rulings, About.STORY, What.MERGE, What.SPLIT)
    groups = regrouped(grouped(len(readings), scores, settings.same_event), ours, lambda place: _at(places, place))
    return [
        _story([readings[at] for at in group], [sketched[at] for at in group], _ruled(ours, [readings[at] for at in group]))
        for group in groups
    ]


def _at(places: Mapping[str, int], place: Place) -> Iterable[int]:
    return (places[place.document],) if place.document in places else ()


def _ruled(rulings: Sequence[Ruling], readings: Sequence[Reading]) -> tuple[str, ...]:
    """What people said of these documents being one story or not."""
    inside = {reading.id for reading in readings}
    words = {What.MERGE: "brought together", What.SPLIT: "set apart"}
    touching = (r for r in rulings if any(place.document in inside for place in r.places))
    return tuple(f"{words[r.what]}: {r.because}" for r in touching)


def _publication(reading: Reading) -> tuple[int, str, str]:
    """Documents by the day they were published, those of unknown date last."""
    when = days(reading.profile.published.date)
    return (when.first if when else UNDATED, reading.document.key, reading.id)


def _shared(lineages: Iterable[Lineage], places: Mapping[str, int]) -> dict[tuple[int, int], float]:
    """The larger share of a body that two documents have in common."""
    found = {}
    for kin in lineages:
        a, b = sorted((places[kin.a], places[kin.b]))
        found[a, b] = max(kin.a_share, kin.b_share)
    return found


def _story(readings: Sequence[Reading], sketched: Sequence[Outline], ruled: tuple[str, ...]) -> Story:
    documents = tuple(reading.id for reading in readings)
    because = (*_because(readings, sketched), *ruled)
    return Story(identify("s", *sorted(documents)), label(_first(readings, sketched)), documents, because)


def _first(readings: Sequence[Reading], sketched: Sequence[Outline]) -> Reading:
    """The earliest report; of several of one day, the one nearest to what all have in common."""
    middle = np.sum([outline.body for outline in sketched], axis=0)
    central = [round(float(outline.body @ middle), 4) for outline in sketched]
    return min(zip(readings, central, strict=True), key=lambda pair: (_publication(pair[0])[0], -pair[1], pair[0].document.key))[0]


def _because(readings: Sequence[Reading], sketched: Sequence[Outline]) -> tuple[str, ...]:
    if len(readings) == 1:
        return ("no other report of this event was found",)
    reasons = [f"{len(readings)} reports"]
    if names := _strongest([outline.names for outline in sketched]):
        shown = {key: words for outline in reversed(sketched) for key, words in outline.shown.items()}
        reasons.append("they name " + ", ".join(f"{shown[key]} ({holders} of them)" for key, holders in names))
    if dates := _strongest([dict.fromkeys((m.date for m in r.annotation.moments if DAY.fullmatch(m.date)), 1.0) for r in readings]):
        reasons.append("they speak of " + ", ".join(f"{date} ({holders} of them)" for date, holders in dates))
    if published := sorted({d for reading in readings if (d := reading.profile.published.date)}):
        reasons.append(f"published {published[0]}" + (f" to {published[-1]}" if published[-1] != published[0] else ""))
    return tuple(reasons)


def _strongest(weights: Sequence[Weights]) -> list[tuple[str, int]]:
    """What more than one document has, by weight and by how many have it; with how many."""
    holders = Counter(key for held in weights for key in held)
    total = {key: round(sum(held.get(key, 0.0) for held in weights) * count, 4) for key, count in holders.items() if count > 1}
    return [(key, holders[key]) for key in sorted(total, key=lambda key: (-total[key], key))[:REASONS]]

"""The timeline as a stage."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.documents import Document, Profile
from sayso.findings import Annotation, Attribution, Claim, Event, Reading, SentenceVectors, Story
from sayso.stages import Bench, Found, Outcome
from sayso.timeline.events import by_document, events


@dataclass(frozen=True, slots=True)
class Timeline:
    """The stage: every dated sentence of every document that belongs to a story, sorted by date."""

    name: str = "timeline"
    version: int = 1
    needs: tuple[type, ...] = (Document, Profile, Annotation, SentenceVectors, Attribution, Story, Claim)
    gives: tuple[type, ...] = (Event,)

    def run(self, found: Found, bench: Bench) -> Outcome:
        story_of = {document: story.id for story in found[Story] for document in story.documents}
        accounts = by_document({claim.id: claim.accounts for claim in found[Claim]})

        def of_one(reading: Reading) -> tuple[Event, ...]:
            return tuple(events(reading, story_of[reading.id], accounts.get(reading.id, ())))

        readings = [reading for reading in found.readings() if reading.id in story_of]
        every = [event for some in bench.each(of_one, readings) for event in some]
        every.sort(key=lambda event: (event.date, event.document, event.span, event.id))
        return Outcome({Event: tuple(every)})

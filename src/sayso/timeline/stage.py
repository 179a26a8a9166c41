"""The timeline as a stage."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.documents import Document, Profile
from sayso.findings import Annotation, Attribution, Claim, Event, SentenceVectors, Story
from sayso.stages import Bench, Dated, Found, Outcome
from sayso.timeline.anchors import anchored
from sayso.timeline.events import by_document, events


@dataclass(frozen=True, slots=True)
class Timeline:
    """The stage: every dated sentence of every document that belongs to a story, sorted by date."""

    dated: Dated
    name: str = "timeline"
    version: int = 1
    needs: tuple[type, ...] = (Document, Profile, Annotation, SentenceVectors, Attribution, Story, Claim)
    gives: tuple[type, ...] = (Event,)

    def run(self, found: Found, bench: Bench) -> Outcome:
        readings = {reading.id: reading for reading in found.readings()}
        accounts = by_document({claim.id: claim.accounts for claim in found[Claim]})

        def of_one(story: Story) -> tuple[Event, ...]:
            told = anchored([readings[document] for document in story.documents], self.dated)
            return tuple(event for reading in told for event in events(reading, story.id, accounts.get(reading.id, ())))

        every = [event for some in bench.each(of_one, found[Story]) for event in some]
        every.sort(key=lambda event: (event.date, event.document, event.span, event.id))
        return Outcome({Event: tuple(every)})

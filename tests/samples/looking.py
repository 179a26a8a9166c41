"""What was found in the sample corpus, looked at by the keys of its documents and by phrases that stand in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sayso.documents import Document, Profile
from sayso.findings import Account, Attribution, Claim, Difference, LocalParty, Passage, Side
from sayso.samples.entries import Anchor
from sayso.spans import Span, words_of
from sayso.stages import Found


@dataclass(frozen=True)
class Looking:
    found: Found

    @cached_property
    def documents(self) -> dict[str, Document]:
        return {d.key: d for d in self.found[Document]}

    @cached_property
    def files(self) -> dict[str, str]:
        """From a document's id to its key."""
        return {d.id: d.key for d in self.found[Document]}

    @cached_property
    def profiles(self) -> dict[str, Profile]:
        return {self.files[p.document]: p for p in self.found[Profile]}

    @cached_property
    def local_parties(self) -> dict[str, LocalParty]:
        return {party.id: party for reading in self.found.readings() for party in reading.annotation.parties}

    def text(self, document: str) -> str:
        return self.documents[self.files[document]].text

    def place(self, file: str, anchor: str) -> Span:
        """Where the anchor stands in the document; it must stand there once."""
        text = self.documents[file].text
        assert text.count(anchor) == 1, f"{file} holds {text.count(anchor)} times {anchor!r}: an anchor stands once"
        start = text.index(anchor)
        return Span(start, start + len(anchor))

    def touches(self, document: str, span: Span, at: Anchor) -> bool:
        return self.files[document] == at.file and span.overlaps(self.place(at.file, at.anchor))

    def account_at(self, claim: Claim, at: Anchor) -> Account | None:
        return next((a for a in claim.accounts if self.touches(a.document, a.span, at)), None)

    def has_sides(self, difference: Difference, anchors: tuple[Anchor, ...]) -> bool:
        return all(any(self.touches(s.document, s.span, at) for s in difference.sides) for at in anchors)

    def said(self, file: str) -> list[Attribution]:
        return [a for a in self.found[Attribution] if self.files[a.document] == file]

    def shown(self, attribution: Attribution) -> str:
        """An attribution in one line, for the message of a test that fails."""
        text = self.text(attribution.document)
        hands = " > ".join(f"{hand.role}:{hand.name}" for hand in attribution.chain)
        speaker = self.local_parties.get(attribution.speaker or "")
        return (
            f"[{words_of(attribution.source, text)}] ({speaker.name if speaker else None}) [{words_of(attribution.cue, text)}] "
            f"{attribution.stance} {attribution.kind} [{words_of(attribution.content, text)}] via {hands}"
        )

    def shown_side(self, side: Side) -> str:
        return f"{self.files[side.document]}: {side.span.of(self.text(side.document))!r} = {side.value}"

    def shown_difference(self, difference: Difference) -> str:
        sides = " | ".join(self.shown_side(side) for side in difference.sides)
        return f"{difference.kind} {difference.verdict}: {sides}"

    def shown_claim(self, claim: Claim) -> str:
        accounts = " | ".join(
            f"{self.files[a.document]}: {a.span.of(self.text(a.document))!r} ({a.stance})" for a in claim.accounts
        )
        return f"{claim.origins.count} {claim.origins.status}: {accounts}"

    def passages_between(self, one: str, other: str) -> list[Passage]:
        return [p for p in self.found[Passage] if {self.files[p.a], self.files[p.b]} == {one, other}]

"""Collation as a stage: story by story, from accounts to claims with their origins and differences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.collate.accounts import told
from sayso.collate.alignment import clusters, vectors
from sayso.collate.claims import claim, claim_id
from sayso.collate.differences import between_claims, differences
from sayso.collate.origins import Kinship, at_odds
from sayso.collate.parties import Joined, joined
from sayso.collate.ranking import ranked, ranked_differences
from sayso.collate.ruled import claims_as_ruled, heard, not_rejected, with_rejections
from sayso.collate.shared import in_one_passage
from sayso.config import CollateSettings
from sayso.documents import Document, Profile
from sayso.findings import (
    About,
    Annotation,
    Attribution,
    Claim,
    Difference,
    Lineage,
    Party,
    Passage,
    Reading,
    Ruling,
    SentenceVectors,
    Story,
    Unread,
)
from sayso.rulings import of_documents, rejections
from sayso.stages import Bench, Encode, Found, Outcome

Between = TypeVar("Between", Passage, Lineage)


@dataclass(frozen=True, slots=True)
class Collated:
    """What one story gives: its claims and the differences within them, what a reader should see first at the head."""

    claims: tuple[Claim, ...] = ()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Collate:
    """The stage. `encode` gives the vectors of what is said, where that is less than a sentence."""

    settings: CollateSettings
    encode: Encode
    name: str = "collate"
    version: int = 5
    needs: tuple[type, ...] = (Document, Ruling, Profile, Annotation, SentenceVectors, Unread, Attribution, Passage, Lineage, Story)
    gives: tuple[type, ...] = (Party, Claim, Difference)

    def run(self, found: Found, bench: Bench) -> Outcome:
        rulings = found[Ruling]
        readings = {reading.id: reading for reading in heard(found.readings(), rulings)}
        parties = joined(readings.values(), found[Story], rulings)
        ruled = of_documents(r for r in rulings if r.about in (About.CLAIM, About.DIFFERENCE))
        passages = _by_document(not_rejected(found[Passage], rulings))
        lineages = _by_document(not_rejected(found[Lineage], rulings))

        def one(story: Story) -> Collated:
            within = [readings[d] for d in story.documents if d in readings]
            ids = {r.id for r in within}
            ours = {p.id: p for d in story.documents for p in passages.get(d, ()) if p.a in ids and p.b in ids}
            kin = {(x.a, x.b): x for d in story.documents for x in lineages.get(d, ()) if x.a in ids and x.b in ids}
            said = tuple({r.decision: r for d in story.documents for r in ruled.get(d, ())}.values())
            pairs = tuple(ours.values()), tuple(kin.values())
            return collated(story.id, within, *pairs, parties, self.settings, self.encode, said)

        done = tuple(bench.each(one, found[Story]))
        claims = tuple(c for story in done for c in story.claims)
        differences = with_rejections(tuple(d for story in done for d in story.differences), rulings)
        return Outcome({Party: parties.parties, Claim: claims, Difference: differences})


def collated(
    story: str,
    readings: Sequence[Reading],
    passages: Sequence[Passage],
    lineages: Sequence[Lineage],
    parties: Joined,
    settings: CollateSettings,
    encode: Encode,
    rulings: Sequence[Ruling] = (),
) -> Collated:
    """The claims and differences of one story; `readings` in the order of the story, `rulings` what people said of it."""
    accounts = [account for reading in readings for account in told(reading, parties)]
    if not accounts:
        return Collated()
    shared = in_one_passage(accounts, passages)
    kinship = Kinship(shared, lineages, parties, {r.id: r.text for r in readings})
    claims: list[Claim] = []
    partings: list[Difference] = []
    groups = clusters(accounts, vectors(accounts, encode), shared, settings)
    for group in claims_as_ruled([group.members for group in groups], accounts, rulings):
        members = [accounts[i] for i in group]
        found = differences(claim_id(story, members), members, shared, settings)
        gone = rejections(found, rulings)
        claims.append(claim(story, members, kinship, at_odds([one for one in found if one.id not in gone])))
        partings.extend(found)
    claim_of = {account.id: c.id for c in claims for account in c.accounts}
    partings.extend(between_claims(accounts, claim_of, passages, shared, settings))
    return Collated(ranked(claims), ranked_differences(_once(partings), {c.id: c for c in claims}))


def _once(partings: Sequence[Difference]) -> tuple[Difference, ...]:
    """A sentence may stand in two claims; where it parts from another is told with the first."""
    seen: dict[tuple[object, ...], Difference] = {}
    for parting in partings:
        seen.setdefault((parting.kind, parting.sides), parting)
    return tuple(seen.values())


def _by_document(found: Sequence[Between]) -> Mapping[str, list[Between]]:
    out: dict[str, list[Between]] = {}
    for value in found:
        out.setdefault(value.a, []).append(value)
        out.setdefault(value.b, []).append(value)
    return out

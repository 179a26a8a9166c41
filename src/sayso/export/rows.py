"""The lines of each sheet: findings as plain objects, keys in the order of `fields.SHEETS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sayso.decisions.standings import standings
from sayso.documents import Basis, Document, Profile, Published, Rejected, Version
from sayso.findings import (
    Anchor,
    Attribution,
    Claim,
    Difference,
    Event,
    Hand,
    Lineage,
    Origins,
    Party,
    Passage,
    Silences,
    Story,
    Unread,
)
from sayso.spans import Span
from sayso.store.base import View

Line = dict[str, Any]

NO_PROFILE = Profile("", None, None, None, (), Published(None, Basis.UNKNOWN), "", ())


def span(of: Span) -> list[int]:
    return [of.start, of.end]


def documents(view: View) -> Iterator[Line]:
    profiles = {p.document: p for p in view.all(Profile)}
    stories = {document: story.id for story in reversed(view.all(Story)) for document in story.documents}
    unread = {one.document: one.paragraphs for one in view.all(Unread)}
    for of in sorted(view.all(Document), key=lambda d: (d.key, d.id)):
        profile = profiles.get(of.id, NO_PROFILE)
        yield {
            "id": of.id,
            "key": of.key,
            "path": of.path,
            "url": of.declared.url,
            "outlet": profile.outlet,
            "family": profile.family,
            "title": profile.title,
            "authors": list(profile.authors),
            "published": {"date": profile.published.date, "basis": profile.published.basis},
            "language": profile.language or None,
            "text": of.text,
            "blocks": [{"span": span(b.span), "role": b.role} for b in profile.blocks],
            "credits": [{"name": c.name, "span": span(c.span)} for c in profile.credits],
            "story": stories.get(of.id),
            "unread": [span(s) for s in unread.get(of.id, ())],
        }


def versions(view: View) -> Iterator[Line]:
    for version in sorted(view.all(Version), key=lambda v: v.document):
        was = version.was
        yield {
            "id": was.id,
            "document": version.document,
            "key": was.key,
            "path": was.path,
            "url": was.declared.url,
            "title": was.declared.title,
            "published": was.declared.published,
            "modified": was.declared.modified,
            "captured": was.declared.captured,
            "text": was.text,
        }


def parties(view: View) -> Iterator[Line]:
    for party in sorted(view.all(Party), key=lambda p: p.id):
        yield {
            "id": party.id,
            "name": party.name,
            "type": party.type,
            "aliases": list(party.aliases),
            "mentions": [{"document": m.document, "span": span(m.span)} for m in party.mentions],
        }


def attributions(view: View) -> Iterator[Line]:
    parties_of = {member: party.id for party in view.all(Party) for member in party.members}
    for said in sorted(view.all(Attribution), key=lambda a: a.id):
        speaker = view.speaker(said)
        yield {
            "id": said.id,
            "document": said.document,
            "kind": said.kind,
            "source": [span(s) for s in said.source],
            "cue": [span(s) for s in said.cue],
            "content": [span(s) for s in said.content],
            "speaker": speaker.id if speaker else None,
            "stance": said.stance,
            "commitment": said.commitment,
            "chain": [_hand(hand, parties_of) for hand in said.chain],
        }


def _hand(hand: Hand, parties_of: Mapping[str, str]) -> Line:
    return {"role": hand.role, "name": hand.name, "party": parties_of.get(hand.party) if hand.party else None}


def passages(view: View) -> Iterator[Line]:
    for passage in sorted(view.all(Passage), key=lambda p: p.id):
        yield {
            "id": passage.id,
            "a": passage.a,
            "a_span": span(passage.a_span),
            "b": passage.b,
            "b_span": span(passage.b_span),
            "kind": passage.kind,
            "score": passage.score,
            "direction": passage.direction,
            "because": list(passage.because),
        }


def stories(view: View) -> Iterator[Line]:
    for story in sorted(view.all(Story), key=lambda s: s.id):
        yield {"id": story.id, "label": story.label, "documents": list(story.documents)}


def claims(view: View) -> Iterator[Line]:
    silences = {story.id: _silences(view, story) for story in view.all(Story)}
    for claim in sorted(view.all(Claim), key=lambda c: c.id):
        quiet = silences[claim.story].of(claim)
        turn = {account.id: i for i, account in enumerate(claim.accounts)}
        yield {
            "id": claim.id,
            "story": claim.story,
            "text": claim.text,
            "accounts": [
                {
                    "document": a.document,
                    "span": span(a.span),
                    "attribution": a.attribution,
                    "stance": a.stance,
                    "outlet": a.outlet,
                }
                for a in claim.accounts
            ],
            "origins": _origins(claim.origins, turn),
            "alone": quiet.alone,
            "silent": None if quiet.alone else list(quiet.silent),
        }


def _silences(view: View, story: Story) -> Silences:
    reports = view.in_story(Profile, story.id), view.in_story(Unread, story.id)
    return Silences(story, *reports, view.in_story(Lineage, story.id), view.in_story(Passage, story.id))


def _origins(origins: Origins, turn: Mapping[str, int]) -> Line:
    groups = [{"accounts": sorted(turn[a] for a in g.accounts), "because": list(g.because)} for g in origins.groups]
    return {"count": origins.count, "status": origins.status, "groups": groups}


def differences(view: View) -> Iterator[Line]:
    for difference in sorted(view.all(Difference), key=lambda d: d.id):
        yield {
            "id": difference.id,
            "claim": difference.claim,
            "kind": difference.kind,
            "verdict": difference.verdict,
            "sides": [{"document": s.document, "span": span(s.span), "value": s.value} for s in difference.sides],
            "because": list(difference.because),
        }


def events(view: View) -> Iterator[Line]:
    for event in sorted(view.all(Event), key=lambda e: e.id):
        yield {
            "id": event.id,
            "story": event.story,
            "date": event.date,
            "basis": event.basis,
            "document": event.document,
            "span": span(event.span),
            "claim": event.claim,
        }


def decisions(view: View) -> Iterator[Line]:
    for ruled, today in standings(view):
        target = ruled.target
        yield {
            "id": ruled.id,
            "when": ruled.when,
            "who": ruled.who,
            "what": ruled.what,
            "target": {
                "about": target.about,
                "name": target.name,
                "places": [_anchor(a) for a in target.anchors],
                "others": [_anchor(a) for a in target.others],
            },
            "value": ruled.value,
            "reason": ruled.reason,
            "undoes": ruled.undoes,
            "standing": today.hold,
            "finding": today.finding,
            "because": list(today.because),
        }


def _anchor(anchor: Anchor) -> Line:
    where = span(anchor.span) if anchor.span else None
    return {"document": anchor.document, "key": anchor.key, "span": where, "words": anchor.words}


def rejected(view: View) -> Iterator[Line]:
    for one in sorted(view.all(Rejected), key=lambda r: (r.path, r.stage, r.reason)):
        yield {"path": one.path, "stage": one.stage, "reason": one.reason}


LINES: Mapping[str, Callable[[View], Iterator[Line]]] = {
    "documents": documents,
    "versions": versions,
    "parties": parties,
    "attributions": attributions,
    "passages": passages,
    "stories": stories,
    "claims": claims,
    "differences": differences,
    "events": events,
    "decisions": decisions,
    "rejected": rejected,
}
"""What makes the lines of each sheet, by the sheet's name."""

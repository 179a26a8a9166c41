"""Attributions that changed: the same words, given to one named speaker here and to another there.

Only words that are shown to be the same, by a passage or as a quotation: two witnesses who tell the same bear each other out.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.collate.differences.frames import MOSTLY
from sayso.collate.differences.laid import Laid, Parting, alike, side
from sayso.collate.told import Told
from sayso.collate.wording import lists, stem
from sayso.findings import DifferenceKind, LocalParty, NameType, Side, Verdict
from sayso.folding import words
from sayso.spans import covered, hull

SAME_WORDS = 0.85
"""The share of words that what is said must have in common; with less, two people may well have said much the same."""

FEWEST = 6
"""Words of content below which two speakers may say the same of themselves ("It is a disgrace")."""


def speakers(laid: Laid) -> Iterator[Parting]:
    """The two sources, where both are named, of one kind, and cannot be one party or one speaking for the other.

    Where the very name is all that parts two sentences it is told as a name.
    """
    ours, theirs = _named(laid.a), _named(laid.b)
    if ours is None or theirs is None or not laid.other_speaker or min(len(laid.a.words), len(laid.b.words)) < FEWEST:
        return
    if not (laid.passage or (_is_quoted(laid.a) and _is_quoted(laid.b))):  # two witnesses may say the same in a reporter's words
        return
    if alike(laid.a.words, laid.b.words) < SAME_WORDS or ours.type is not theirs.type or _may_be_one(ours, theirs):
        return
    if _speaks_of(laid.a, theirs) or _speaks_of(laid.b, ours) or _in_one_slot(laid):
        return
    why = f"the same words, said by “{ours.name}” in one report and by “{theirs.name}” in the other"
    yield Parting(DifferenceKind.ATTRIBUTION, Verdict.CONFLICT, (_source(laid.a), _source(laid.b)), (why,))


def _named(told: Told) -> LocalParty | None:
    """The person or organisation behind the account, where its own sentence names them as its source; none for a state."""
    said = told.attribution
    if said is None or said.speaker is None or told.is_act or told.speaks_for_state:
        return None
    if not said.source or not all(told.place.contains(span) for span in said.source):
        return None
    party = next((p for p in told.reading.annotation.parties if p.id == said.speaker), None)
    if party is None or party.type not in (NameType.PERSON, NameType.ORGANIZATION):
        return None
    source = {w for span in said.source for w in _words(span.of(told.reading.text))}
    return party if source & _words(party.name) else None


def _may_be_one(a: LocalParty, b: LocalParty) -> bool:
    """A word in common or an acronym in any of their names makes two parties one."""
    ours, theirs = ((p.name, *p.aliases) for p in (a, b))
    if {w for name in ours for w in _words(name)} & {w for name in theirs for w in _words(name)}:
        return True
    return bool(set(map(_initials, ours)) & set(map(_plain, theirs)) or set(map(_plain, ours)) & set(map(_initials, theirs)))


def _words(name: str) -> set[str]:
    beside = lists().small | lists().titles
    return {stem(w.text.removesuffix("'s")) for w in words(name) if w.text not in beside}


def _initials(name: str) -> str:
    return "".join(w.text[0] for w in words(name) if w.text not in lists().small)


def _plain(name: str) -> str:
    return "".join(w.text.replace(".", "") for w in words(name))


def _speaks_of(told: Told, other: LocalParty) -> bool:
    """Whether the sentence, or the hands that it came through, name the other speaker too."""
    chain = told.attribution.chain if told.attribution else ()
    said = " ".join((told.place.of(told.reading.text), *(hand.name for hand in chain)))
    return bool(_words(said) & _words(other.name))


def _is_quoted(told: Told) -> bool:
    """Whether what is said is mostly a quotation."""
    return covered(c for span in told.quoted if (c := span.common(told.span)) is not None) > MOSTLY * len(told.span)


def _in_one_slot(laid: Laid) -> bool:
    """Whether both sources stand at the same place of sentences that are worded alike."""
    ours, theirs = (hull(t.attribution.source) for t in (laid.a, laid.b) if t.attribution)
    return any(any(ours.overlaps(w.span) for w in slot.a) and any(theirs.overlaps(w.span) for w in slot.b) for slot in laid.slots)


def _source(told: Told) -> Side:
    assert told.attribution is not None
    return side(told, hull(told.attribution.source))

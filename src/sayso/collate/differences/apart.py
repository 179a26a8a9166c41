"""Sentences of one passage that stand in no claim together: what kept them apart may be what they part on ("did not respond" beside
"did respond", or a statement beside the same words that were taken for nobody's claim).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.collate.differences.laid import alike
from sayso.collate.ground import Ground
from sayso.collate.shared import Pair
from sayso.collate.told import Told
from sayso.collate.wording import sentence_words
from sayso.documents import Role
from sayso.findings import Account, Passage, Reading, Stance
from sayso.identity import identify
from sayso.spans import Span

SAME_WORDS = 0.85
"""The share of words that two sentences of one passage must have in common to be one."""

Place = tuple[str, int]
"""A sentence: its document, and its place there."""


def apart(
    accounts: Sequence[Told], claims: Mapping[str, str], passages: Iterable[Passage], shared: Mapping[Pair, Passage]
) -> Iterator[tuple[str, Told, Told]]:
    """Pairs of sentences worded alike that lie in one passage and have no claim in common, each once, with the claim of one.

    `claims` has the claim of every account by its id. One of the two sentences may have no account at all.
    """
    told = {t.id: t for t in accounts}
    held: dict[Place, set[str]] = defaultdict(set)
    for t in accounts:
        held[t.document, t.sentence].add(claims[t.id])
    seen: set[tuple[Place, Place]] = set()
    found = [(told[x], told[y]) for x, y in sorted(shared) if claims[x] != claims[y]]
    for a, b in (*found, *_unclaimed(accounts, passages, held)):
        first, second = sorted(((a.document, a.sentence), (b.document, b.sentence)))
        if (first, second) in seen or held.get(first, set()) & held.get(second, set()):
            continue
        seen.add((first, second))
        if _is_one(a, b):
            yield claims[a.id], replace(a, part=a.place), replace(b, part=b.place)


def _is_one(a: Told, b: Told) -> bool:
    ours, theirs = (sentence_words(t.reading.text, t.place) for t in (a, b))
    return [w.text for w in ours] != [w.text for w in theirs] and alike(ours, theirs) >= SAME_WORDS


def _unclaimed(
    accounts: Sequence[Told], passages: Iterable[Passage], held: Mapping[Place, set[str]]
) -> Iterator[tuple[Told, Told]]:
    """Accounts beside the sentences at the same place of a passage that have none."""
    of: dict[str, list[Told]] = defaultdict(list)
    for t in accounts:
        of[t.document].append(t)
    grounds = {document: Ground(told[0].reading.annotation.sentences) for document, told in of.items()}
    for p in passages:
        for ours, our_span, theirs, their_span in ((p.a, p.a_span, p.b, p.b_span), (p.b, p.b_span, p.a, p.a_span)):
            if ours not in of or theirs not in of:
                continue
            for i in grounds[theirs].under(their_span):
                if (theirs, i) in held or not _is_read(of[theirs][0].reading, i):
                    continue
                carried = _carried(grounds[theirs].sentences[i].span, their_span, our_span)
                bare = _bare(of[theirs][0], i)
                near = (t for t in of[ours] if t.place.overlaps(carried))
                yield from ((t, bare) for t in near)


def _is_read(reading: Reading, sentence: int) -> bool:
    found = reading.annotation.sentences[sentence]
    return found.role is Role.BODY and not any(found.span.overlaps(span) for span in reading.unread)


def _carried(span: Span, within: Span, to: Span) -> Span:
    """A stretch of one side of a passage, carried over to the other by its share of the way."""
    scale = len(to) / len(within)
    start = to.start + round((span.start - within.start) * scale)
    return Span(max(0, start), max(1, start + round(len(span) * scale)))


def _bare(told: Told, sentence: int) -> Told:
    """A sentence without an account, as it is laid beside others."""
    span = told.reading.annotation.sentences[sentence].span
    account = Account(identify("ac", told.document, span), told.document, span, None, Stance.STATES, told.account.outlet)
    return replace(told, account=account, attribution=None, sentence=sentence, speaker=None, part=span)

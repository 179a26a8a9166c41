"""Where the accounts of one claim part: one module a kind of difference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations

from sayso.collate.differences.apart import apart
from sayso.collate.differences.attribution import attribution
from sayso.collate.differences.changes import as_others_tell
from sayso.collate.differences.dates import dates
from sayso.collate.differences.hedges import hedges
from sayso.collate.differences.laid import Laid, Parting
from sayso.collate.differences.names import names
from sayso.collate.differences.negation import negation
from sayso.collate.differences.numbers import numbers
from sayso.collate.differences.posts import posts
from sayso.collate.differences.quotes import quotes
from sayso.collate.differences.speakers import speakers
from sayso.collate.differences.stance import stance
from sayso.collate.differences.sums import sums
from sayso.collate.shared import Pair, pair
from sayso.collate.told import Told, on_one_ground
from sayso.config import CollateSettings
from sayso.dates import days
from sayso.findings import Difference, DifferenceKind, Passage, Side, Verdict
from sayso.identity import identify


def differences(
    claim: str, accounts: Sequence[Told], passages: Mapping[Pair, Passage], settings: CollateSettings
) -> tuple[Difference, ...]:
    """All differences between the accounts of one claim. Those that share a side are one, with a side for every document."""
    told = _wordings(accounts, settings.versions)
    fitting = sums(told)
    found = list(fitting)
    said = {(account.document, _sentence(account)) for account in accounts}
    for a, b in combinations(told, 2):
        if a.document != b.document:
            found.extend(posts(a, b))
        if a.document == b.document or _same_words(a, b) or _has_twin(a, b, said) or _has_twin(b, a, said):
            continue
        laid = Laid(*on_one_ground(a, b), settings.alike, pair(a.id, b.id) in passages)
        found.extend(p for p in _between(laid) if not _explained(p, fitting))
    undated = {t.document for t in told if days(t.reading.profile.published.date) is None}
    return tuple(_difference(claim, parting) for parting in _joined(as_others_tell(found, undated)))


def between_claims(
    accounts: Sequence[Told],
    claims: Mapping[str, str],
    passages: Sequence[Passage],
    shared: Mapping[Pair, Passage],
    settings: CollateSettings,
) -> tuple[Difference, ...]:
    """The differences between sentences that a passage shows to be one, but that no claim holds together. `claims` by account."""
    found: dict[str, list[Parting]] = {}
    for claim, a, b in apart(accounts, claims, passages, shared):
        found.setdefault(claim, []).extend(_between(Laid(a, b, settings.alike, passage=True)))
    return tuple(_difference(claim, parting) for claim, partings in found.items() for parting in _joined(partings))


def _between(laid: Laid) -> Iterator[Parting]:
    is_act = laid.a.is_act or laid.b.is_act
    if is_act and not laid.sentences_are_close:
        return
    yield from numbers(laid)
    yield from dates(laid)
    yield from names(laid)
    yield from negation(laid)
    if is_act:
        return
    yield from quotes(laid)
    yield from hedges(laid)
    yield from stance(laid)
    yield from attribution(laid)
    yield from speakers(laid)


def _wordings(accounts: Sequence[Told], most: int) -> list[Told]:
    """At most so many accounts, every wording once before any comes again."""
    seen: set[tuple[object, ...]] = set()
    first: list[Told] = []
    again: list[Told] = []
    for told in accounts:
        key = (told.account.stance, *_sentence(told))
        (again if key in seen else first).append(told)
        seen.add(key)
    return (first + again)[:most]


def _same_words(a: Told, b: Told) -> bool:
    """Whether nothing can part them: the same sentence, given in the same way."""
    if a.account.stance is not b.account.stance or (a.attribution is None) != (b.attribution is None):
        return False
    return _sentence(a) == _sentence(b)


def _has_twin(a: Told, b: Told, said: Set[tuple[str, tuple[str, ...]]]) -> bool:
    """Whether the other document has the very sentence too: then that is what corresponds ("2 of 10", "3 of 10" in both)."""
    return _sentence(a) != _sentence(b) and (b.document, _sentence(a)) in said


def _sentence(told: Told) -> tuple[str, ...]:
    return tuple(w.text for w in told.sentence_words)


def _explained(parting: Parting, fitting: Sequence[Parting]) -> bool:
    """Whether two numbers that part are a total and a part of a sum that makes it."""
    return parting.kind is DifferenceKind.NUMBER and any(
        all(any(_holds(outer, inner) for outer in whole.sides) for inner in parting.sides) for whole in fitting
    )


def _holds(outer: Side, inner: Side) -> bool:
    return outer.document == inner.document and outer.span.contains(inner.span)


def _joined(partings: Sequence[Parting]) -> Iterator[Parting]:
    """Partings of one kind and verdict that share a side are one finding: two reports that agree against a third."""
    groups: list[list[Parting]] = []
    for parting in partings:
        key = {(s.document, s.span) for s in parting.sides}
        touching = [
            g
            for g in groups
            if (g[0].kind, g[0].verdict) == (parting.kind, parting.verdict)
            and any(key & {(s.document, s.span) for s in p.sides} for p in g)
        ]
        groups = [g for g in groups if g not in touching]
        groups.append([p for g in touching for p in g] + [parting])
    for group in groups:
        sides = tuple(sorted({s for p in group for s in p.sides}, key=lambda s: (s.document, s.span, s.value)))
        because = tuple(dict.fromkeys(why for p in group for why in p.because))
        yield Parting(group[0].kind, group[0].verdict, sides, because)


def _difference(claim: str, parting: Parting) -> Difference:
    kind: DifferenceKind = parting.kind
    verdict: Verdict = parting.verdict
    return Difference(identify("x", claim, kind, parting.sides), claim, kind, verdict, parting.sides, parting.because)

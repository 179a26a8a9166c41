"""Which accounts of a story give one proposition: pairs scored by visible signs, the surest joined first, without chaining."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.collate.copies import between_first, copies
from sayso.collate.shared import Pair, pair
from sayso.collate.signals import Rarity, nearest, score, signs
from sayso.collate.told import Told
from sayso.config import CollateSettings
from sayso.findings import Passage, PassageKind
from sayso.stages import Encode

MUCH_LESS = 0.85
"""The part of its sentence below which an account has a vector of its own."""

ROWS = 512
"""Rows of the product of all vectors with all that are held at one time."""


SUM_NEEDS = 0.75
"""The part of the usual average with which groups are joined by numbers that add up."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two accounts, by their places, with the score of their likeness and the signs that make it up."""

    a: int
    b: int
    score: float
    signs: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Accounts, by their places in order, that give one proposition; `sureness` is the mean score of its pairs, 1 without any."""

    members: tuple[int, ...]
    sureness: float = 0.0


def vectors(accounts: Sequence[Told], encode: Encode) -> NDArray[np.float32]:
    """A vector for each account: its sentence's, unless it is clearly less than the sentence and not a quoted phrase."""
    rows = np.stack([t.reading.vectors[t.sentence] for t in accounts])
    part = [i for i, t in enumerate(accounts) if not t.is_phrase and len(t.span) < MUCH_LESS * len(t.place)]
    if part:
        rows[part] = encode([accounts[i].text for i in part])
    return rows


def clusters(
    accounts: Sequence[Told], rows: NDArray[np.float32], passages: Mapping[Pair, Passage], settings: CollateSettings
) -> list[Cluster]:
    """What gives one proposition together, the largest first, then the surest. Each account is in one of them; most hold one."""
    alike = copies(accounts)
    first = [accounts[i] for i in alike.first]
    found = links(first, rows[list(alike.first)], between_first(accounts, alike, passages), settings)
    groups = _Groups(first, found, settings)
    best = _best(first, found)
    mutual = [x for x in found if best[x.a, first[x.b].document] == x.b and best[x.b, first[x.a].document] == x.a]
    for link in (*mutual, *found):
        groups.join(link)
    whole = (Cluster(alike.spread(c.members), c.sureness) for c in _clusters(groups.all(), found))
    return sorted(whole, key=lambda c: (-len(c.members), -c.sureness, c.members))


def _clusters(groups: Sequence[Sequence[int]], found: Sequence[Link]) -> Iterator[Cluster]:
    group_of = {member: number for number, members in enumerate(groups) for member in members}
    within = [0.0] * len(groups)
    for link in found:
        if group_of[link.a] == group_of[link.b]:
            within[group_of[link.a]] += link.score
    for members, total in zip(groups, within, strict=True):
        pairs = len(members) * (len(members) - 1) // 2
        yield Cluster(tuple(members), round(total / pairs, 4) if pairs else 1.0)


def links(
    accounts: Sequence[Told], rows: NDArray[np.float32], passages: Mapping[Pair, Passage], settings: CollateSettings
) -> list[Link]:
    """Every pair worth a look that reaches a score at all, the highest first."""
    rarity = Rarity(accounts)
    out = []
    for a, b, cosine in _near(accounts, rows, passages, settings):
        if not _may_be_one(accounts[a], accounts[b]):
            continue
        passage = passages.get(pair(accounts[a].id, accounts[b].id))
        strength = 0.0 if passage is None else 1.0 if passage.kind is PassageKind.VERBATIM else passage.score
        found = signs(accounts[a], accounts[b], cosine, strength, rarity)
        out.append(Link(a, b, score(found), found))
    return sorted(_beside_others(accounts, out), key=lambda link: (-link.score, link.a, link.b))


def _beside_others(accounts: Sequence[Told], found: Sequence[Link]) -> Iterator[Link]:
    """The links with the sign that tells how each goes beside the best other from either account to the other's document."""
    led: dict[tuple[int, str], list[Link]] = {}
    for link in found:
        led.setdefault((link.a, accounts[link.b].document), []).append(link)
        led.setdefault((link.b, accounts[link.a].document), []).append(link)
    for link in found:
        others = (*led[link.a, accounts[link.b].document], *led[link.b, accounts[link.a].document])
        rival = max((other.score for other in others if _is_rival(accounts, link, other)), default=link.score)
        told = {**link.signs, "nearest": nearest(link.score, rival)}
        yield Link(link.a, link.b, score(told), told)


def _is_rival(accounts: Sequence[Told], link: Link, other: Link) -> bool:
    """Whether another link leads to another sentence: another part of the same one is no choice."""
    ours, theirs = ({(accounts[i].document, accounts[i].sentence) for i in (x.a, x.b)} for x in (link, other))
    return ours != theirs


def _near(
    accounts: Sequence[Told], rows: NDArray[np.float32], passages: Mapping[Pair, Passage], settings: CollateSettings
) -> Iterator[tuple[int, int, float]]:
    """Pairs of accounts whose vectors are near each other, or that lie in one passage: (place, later place, cosine).

    Cosines to two places, for the further ones are not the same on every machine.
    """
    n = len(accounts)
    place = {account.id: i for i, account in enumerate(accounts)}
    document = np.unique([t.document for t in accounts], return_inverse=True)[1]
    wanted = {(min(place[x], place[y]), max(place[x], place[y])) for x, y in passages if x in place and y in place}
    for start in range(0, n, ROWS):
        product = rows[start : start + ROWS] @ rows.T
        product = np.round(np.nan_to_num(product, copy=False), 2)
        for i, line in enumerate(product, start):
            near = np.flatnonzero(line >= settings.near)
            near = near[(document[near] != document[i]) | (line[near] >= settings.near_again)]
            if near.size > settings.candidates:
                near = near[np.argsort(-line[near], kind="stable")[: settings.candidates]]
            wanted.update((min(i, j), max(i, j)) for j in near.tolist() if j != i)
    for a, b in sorted(wanted):
        yield a, b, round(float(rows[a] @ rows[b]), 2)


def _may_be_one(a: Told, b: Told) -> bool:
    """An act towards an outlet ("declined to comment") is one with the same act of the same speaker only; a part is no account
    beside its whole.
    """
    if a.document == b.document and (a.sentence == b.sentence or a.span.overlaps(b.span)):
        return False
    if not a.is_act and not b.is_act:
        return True
    if a.account.stance is not b.account.stance:
        return False
    return a.speaker == b.speaker if a.speaker and b.speaker else len(a.terms & b.terms) > 1


def _best(accounts: Sequence[Told], links: Sequence[Link]) -> dict[tuple[int, str], int]:
    """For each account and each other document, the account there that it goes with best."""
    best: dict[tuple[int, str], int] = {}
    for link in links:
        best.setdefault((link.a, accounts[link.b].document), link.b)
        best.setdefault((link.b, accounts[link.a].document), link.a)
    return best


class _Groups:
    """Accounts joined by average link: a group takes another in only when all their members go together on the whole."""

    def __init__(self, accounts: Sequence[Told], links: Sequence[Link], settings: CollateSettings) -> None:
        self._settings = settings
        self._of = list(range(len(accounts)))
        self._members = {i: [i] for i in range(len(accounts))}
        self._documents = {i: {t.document} for i, t in enumerate(accounts)}
        self._sums: dict[int, dict[int, float]] = {i: {} for i in range(len(accounts))}
        for link in links:
            self._sums[link.a][link.b] = self._sums[link.b][link.a] = link.score

    def join(self, link: Link) -> None:
        a, b = self._of[link.a], self._of[link.b]
        if a == b or link.score < self._settings.align_at:
            return
        average = self._sums[a].get(b, 0.0) / (len(self._members[a]) * len(self._members[b]))
        if average >= self._enough(a, b, link):
            self._merge(a, b)

    def _enough(self, a: int, b: int, link: Link) -> float:
        """A total and its parts say each other in other words: a sum needs less likeness on the whole, even in one document. And
        one report gives the tolls that several people count.
        """
        if "adds_up" in link.signs:
            return SUM_NEEDS * self._settings.align_at
        if "toll" in link.signs:
            return self._settings.align_at
        again = bool(self._documents[a] & self._documents[b])
        return self._settings.align_again_at if again else self._settings.align_at

    def _merge(self, a: int, b: int) -> None:
        if len(self._sums[a]) < len(self._sums[b]):
            a, b = b, a
        for member in self._members[b]:
            self._of[member] = a
        self._members[a] += self._members.pop(b)
        self._documents[a] |= self._documents.pop(b)
        for other, total in self._sums.pop(b).items():
            del self._sums[other][b]
            if other != a:
                self._sums[a][other] = self._sums[other][a] = self._sums[a].get(other, 0.0) + total

    def all(self) -> list[list[int]]:
        return sorted(sorted(members) for members in self._members.values())

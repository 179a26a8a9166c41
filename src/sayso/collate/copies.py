"""Accounts in the very same words, of which the first stands for all while accounts are compared with each other.

A statement that stands in each of two thousand reports makes two million pairs; it is compared once, and the copies are handed in
with whatever it is aligned with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.collate.shared import Pair, pair
from sayso.collate.told import Told
from sayso.findings import Passage, PassageKind


@dataclass(frozen=True, slots=True)
class Copies:
    """`first` has the places of the accounts that stand for others or themselves, `of` for each of them all that it stands for."""

    first: tuple[int, ...]
    of: tuple[tuple[int, ...], ...]

    def spread(self, members: Iterable[int]) -> tuple[int, ...]:
        """All accounts behind some of the first, given by their places among the first."""
        return tuple(sorted(place for member in members for place in self.of[member]))


def copies(accounts: Sequence[Told]) -> Copies:
    """Accounts of one stance and speaker, in the same words in the same sentence. None is a copy of one in its own document."""
    groups: dict[tuple[object, ...], list[int]] = {}
    seen: dict[tuple[object, ...], int] = {}
    for place, told in enumerate(accounts):
        said, sentence = (tuple(word.text for word in words) for words in (told.words, told.sentence_words))
        wording = (told.account.stance, told.speaker, told.attribution is None, said, sentence)
        again = seen.get((told.document, *wording), 0)
        seen[told.document, *wording] = again + 1
        groups.setdefault((again, *wording), []).append(place)
    of = sorted(tuple(places) for places in groups.values())
    return Copies(tuple(places[0] for places in of), tuple(of))


def between_first(accounts: Sequence[Told], copies: Copies, passages: Mapping[Pair, Passage]) -> dict[Pair, Passage]:
    """The passages as they are between those that stand for others: one word for word before a reworded one."""
    stands = {accounts[place].id: accounts[of[0]].id for of in copies.of for place in of}
    out: dict[Pair, Passage] = {}
    for (x, y), passage in passages.items():
        a, b = stands[x], stands[y]
        if a == b:
            continue
        held = out.get(pair(a, b))
        if held is None or _surer(passage, held):
            out[pair(a, b)] = passage
    return out


def _surer(passage: Passage, held: Passage) -> bool:
    ours, theirs = ((p.kind is PassageKind.VERBATIM, p.score) for p in (passage, held))
    return ours > theirs

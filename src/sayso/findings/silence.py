"""Silence: which reports of a story give no account of a claim, and which claims stand in one outlet alone.

Worked out from what a case holds whenever it is shown, not kept: most claims stand in one report, and a list of all others with
each would grow with the square of the story.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.documents import Profile
from sayso.findings.annotations import Unread
from sayso.findings.claims import Account, Claim, Story
from sayso.findings.passages import Lineage, Passage, Relation
from sayso.folding import fold


@dataclass(frozen=True, slots=True)
class Silence:
    """What the reports of a story that give no account of a claim come to, as document ids in the order of the story.

    `silent` were read and say nothing of it; in `unread` nobody looked everywhere, so nothing can be said of them. `alone` is
    whether the claim stands in one outlet alone. Another that only carries the same words, as a copy, a version or from a common
    origin, is no second voice.
    """

    silent: tuple[str, ...]
    unread: tuple[str, ...]
    alone: bool


class Silences:
    """The silences of one story's claims, from its reports' profiles, what was not read in them, and what they took over."""

    def __init__(
        self,
        story: Story,
        profiles: Iterable[Profile],
        unread: Iterable[Unread],
        lineages: Iterable[Lineage],
        passages: Iterable[Passage],
    ) -> None:
        self._documents = story.documents
        outlets = {p.document: fold(p.outlet).text.strip().removeprefix("the ") for p in profiles if p.outlet}
        self._outlet: Mapping[str, str] = {document: outlets.get(document, document) for document in story.documents}
        self._unread = frozenset(u.document for u in unread)
        tied = {(x.a, x.b) for x in lineages if x.relation is not Relation.NOT_ESTABLISHED}
        self._taken_over: dict[tuple[str, str], list[Passage]] = {}
        for passage in passages:
            if (passage.a, passage.b) in tied or (passage.b, passage.a) in tied:
                self._taken_over.setdefault((passage.a, passage.b), []).append(passage)

    def of(self, claim: Claim) -> Silence:
        """Who says nothing of a claim of the story."""
        telling = {a.document for a in claim.accounts}
        rest = [document for document in self._documents if document not in telling]
        return Silence(
            tuple(d for d in rest if d not in self._unread),
            tuple(d for d in rest if d in self._unread),
            self._voices(claim) == 1,
        )

    def _voices(self, claim: Claim) -> int:
        """How many outlets give it in words that they do not share."""
        voice = {a.document: self._outlet.get(a.document, a.document) for a in claim.accounts}
        first = {a.document: a for a in reversed(claim.accounts)}
        for a, b in self._pairs(sorted(first)):
            if voice[a] != voice[b] and any(_covers(p, first[a], first[b]) for p in self._taken_over[a, b]):
                voice = {d: voice[a] if v == voice[b] else v for d, v in voice.items()}
        return len(set(voice.values()))

    def _pairs(self, documents: Sequence[str]) -> Iterable[tuple[str, str]]:
        return (pair for x, y in combinations(documents, 2) for pair in ((x, y), (y, x)) if pair in self._taken_over)


def _covers(passage: Passage, a: Account, b: Account) -> bool:
    return passage.a_span.overlaps(a.span) and passage.b_span.overlaps(b.span)

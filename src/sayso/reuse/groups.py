"""What follows for two documents from a third that shares the same text: both may have it from there, whatever their own dates.

Two copies of one report have a common origin; that one came out before the other does not make it the other's source. And a text
that two outlets credit to a wire is the wire's wherever else it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.config import ReuseSettings
from sayso.findings import Direction, Lineage, Passage, Reading, Relation
from sayso.reuse.credited import Credited, Reach, credited, outlet_key
from sayso.reuse.direction import Taker, signs
from sayso.reuse.lineage import ONLY_QUOTED
from sayso.spans import Span, covered, shared

Between = tuple[tuple[Passage, ...], Lineage]
"""What two documents share, and what follows for them alone."""

SAME_TEXT = 0.8
"""The part of what two documents share that they must have in common with a third: less, and one may have taken the rest itself."""
CREDITING = 2
"""Outlets that credit a wire with a text: one may have had its own reasons."""


def in_groups(found: Iterable[Between], readings: Iterable[Reading], settings: ReuseSettings) -> Iterator[Between]:
    """The same, in the same order, where a third document shows that two have a common origin so changed.

    Only what rests on dates alone, or was not established, is changed; what one report says of the other stands.
    """
    together = _Together(list(found), {reading.id: reading for reading in readings}, settings)
    for passages, kin in together.found:
        reason = together.third(kin)
        if reason is None:
            yield passages, kin
        else:
            common = Direction.COMMON
            because = (reason, *kin.because)
            yield (
                tuple(replace(passage, direction=common) for passage in passages),
                replace(kin, relation=Relation.COMMON_ORIGIN, direction=common, because=because),
            )


class _Together:
    """All that was found, to be asked by its documents."""

    def __init__(self, found: Sequence[Between], readings: Mapping[str, Reading], settings: ReuseSettings) -> None:
        self.found, self.readings, self.settings = found, readings, settings
        self._by: dict[str, dict[str, Between]] = {}
        for both in found:
            self._by.setdefault(both[1].a, {})[both[1].b] = both
            self._by.setdefault(both[1].b, {})[both[1].a] = both

    def third(self, kin: Lineage) -> str | None:
        """Why two documents have a common origin by what they share with others; None when nothing shows it, or more is known."""
        others = sorted(set(self._by[kin.a]) & set(self._by[kin.b]))
        if not others or not self._is_open(kin):
            return None
        others = [other for other in others if self._same_text(kin, other)]
        return self._one_source(kin, others) or self._one_wire(kin, others)

    def _is_open(self, kin: Lineage) -> bool:
        if kin.relation is Relation.NOT_ESTABLISHED and kin.because[0] == ONLY_QUOTED:
            return False
        if kin.relation not in (Relation.DERIVED, Relation.NOT_ESTABLISHED):
            return False
        a, b = (Taker(self.readings[d], self._credits(d, o)) for d, o in ((kin.a, kin.b), (kin.b, kin.a)))
        return all(sign.is_date for sign in signs(a, b, max(kin.a_share, kin.b_share), self.settings))

    def _same_text(self, kin: Lineage, other: str) -> bool:
        """Whether what two documents share is, on both sides, what each of them shares with the other one."""
        for one, two in ((kin.a, kin.b), (kin.b, kin.a)):
            spans = self._spans(one, two)
            if shared(spans, self._spans(one, other)) < SAME_TEXT * covered(spans):
                return False
        return True

    def _one_source(self, kin: Lineage, others: Sequence[str]) -> str | None:
        for other in others:
            if self._took(kin.a, other) and self._took(kin.b, other):
                return f"what they share is what both have from {self.readings[other].profile.outlet or 'a third report'}"
        return None

    def _took(self, taker: str, giver: str) -> bool:
        kin = self._by[giver][taker][1]
        way = Direction.A_TO_B if kin.a == giver else Direction.B_TO_A
        return kin.relation is Relation.DERIVED and kin.direction is way

    def _one_wire(self, kin: Lineage, others: Sequence[str]) -> str | None:
        own = {outlet_key(self.readings[d].profile) for d in (kin.a, kin.b)}
        crediting: dict[str, dict[str, str]] = {}
        for document in (kin.a, kin.b, *others):
            beside = kin.b if document == kin.a else kin.a
            profile = self.readings[document].profile
            for key, credit in self._credits(document, beside).items():
                if credit.wire and credit.reach > Reach.ELSEWHERE and key not in own:
                    crediting.setdefault(key, {})[outlet_key(profile)] = f"{profile.outlet or 'one'} credits {credit.name}"
        enough = [tuple(said.values()) for _, said in sorted(crediting.items()) if len(said) >= CREDITING]
        return f"{', '.join(enough[0])}, and they have the same text" if enough else None

    def _credits(self, document: str, beside: str) -> Mapping[str, Credited]:
        return credited(self.readings[document], self._spans(document, beside))

    def _spans(self, document: str, other: str) -> list[Span]:
        passages, kin = self._by[document][other]
        return [p.a_span if kin.a == document else p.b_span for p in passages]

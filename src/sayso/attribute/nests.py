"""What one says that another said, and what the same speaker says on: hands that stand in another attribution."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.attribute.chain import ByWay
from sayso.attribute.raw import Raw
from sayso.attribute.said import said_in
from sayso.attribute.speaker import Spoken
from sayso.attribute.words import listed
from sayso.findings import Stance
from sayso.spans import hull, words_of

NEARBY = 4
"""How many attributions before and after one can hold it in their content, or are looked back at for what it goes on with."""

GIVING = (Stance.STATES, Stance.ALLEGES, Stance.REVEALS, Stance.CONFIRMS)
"""Who says, alleges or confirms that somebody said a thing hands it on; who denies it, or asks whether, does not."""

PRONOUN = re.compile(r"(?:i|we|you|he|she|they|it|who|which|that|this|these|those|one)$", re.IGNORECASE)


class Nests:
    """The attributions of one document, to be asked which of them report another as said."""

    def __init__(
        self, text: str, raws: Sequence[Raw], spoken: Sequence[Spoken], outlets: Sequence[bool], stances: Sequence[Stance]
    ) -> None:
        self.text, self.raws, self.spoken, self.outlets, self.stances = text, raws, spoken, outlets, stances

    def reporters(self, place: int) -> list[Spoken]:
        """Those who report the whole of an attribution as something that was said, the nearest hand first."""
        raw, mine = self.raws[place], self.spoken[place]
        whole = hull((*raw.source, *raw.cue, *raw.content))
        near = [p for p in range(max(0, place - NEARBY), min(len(self.raws), place + NEARBY + 1)) if p != place]
        holding = [p for p in near if self._hands_on(p, place) and any(s.contains(whole) for s in self.raws[p].content)]
        holding.sort(key=lambda p: (sum(map(len, self.raws[p].content)), self.raws[p].cue))
        return [self.spoken[p] for p in holding if mine.party is None or self.spoken[p].party != mine.party]

    def _hands_on(self, outer: int, inner: int) -> bool:
        """An outlet hands on all that it reports; anybody else what is surely somebody else's: not what "he" or "we" say."""
        if self.outlets[outer]:
            return True
        if not self.raws[outer].source or not self.raws[inner].source or self.stances[outer] not in GIVING:
            return False
        one, other = self.spoken[outer], self.spoken[inner]
        unclear = other.party is None and PRONOUN.match(words_of(self.raws[inner].source, self.text))
        return not unclear and one.name.casefold() != other.name.casefold()


def carried_on(text: str, raws: Sequence[Raw], spoken: Sequence[Spoken], ways: Sequence[ByWay]) -> list[ByWay]:
    """The ways of all attributions; who goes on in the same paragraph ("she added") still speaks where, and to whom, they spoke."""
    out: list[ByWay] = []
    for place, (raw, way) in enumerate(zip(raws, ways, strict=True)):
        before = place - 1
        if not way.channel and not way.relays and before >= 0 and _goes_on(text, raw, raws[before], spoken[place], spoken[before]):
            way = out[before]
        out.append(way)
    return out


def _goes_on(text: str, raw: Raw, before: Raw, speaker: Spoken, last: Spoken) -> bool:
    """Whether an attribution is the next of the same speaker's, and told as going on: by a pronoun, or by "added"."""
    if not raw.source or not raw.cue or not before.cue or speaker.party is None or speaker.party != last.party:
        return False
    whole, earlier = hull((*raw.source, *raw.cue, *raw.content)), hull((*before.source, *before.cue, *before.content))
    said = said_in(text, raw)
    told_on = PRONOUN.match(words_of(raw.source, text)) is not None and said.does(*listed("telling"))
    elsewhere = not {"has", "have", "had"}.isdisjoint((*said.words, *said.before))
    follows = whole.start >= earlier.start and "\n" not in text[earlier.end : max(earlier.end, whole.start)]
    return follows and not elsewhere and (told_on or said.does(*listed("going_on")))

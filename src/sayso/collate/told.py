"""An account with what it is compared by."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from sayso.collate.countries import countries_in, governed_by
from sayso.collate.parties import Joined
from sayso.collate.predicates import predicates
from sayso.collate.tolls import Toll, tolls
from sayso.collate.wording import lists, sentence_words, terms
from sayso.findings import Account, Attribution, HandRole, Moment, Name, Quantity, Reading, Stance
from sayso.folding import Word
from sayso.spans import Span, merged

Held = TypeVar("Held", Quantity, Moment, Name)

ACTS = (Stance.DECLINES, Stance.NO_RESPONSE)
"""Stances that are an act towards the outlet rather than words about the matter."""

NESTED = 8
"""Quotations inside one another that are looked back for; a stretch deeper inside than that is a fault of the marks."""

FRAGMENT = 5
"""Content of fewer words is no whole statement; where it is quoted, it is compared by its whole sentence."""


class Named:
    """Which joined parties a document names in a stretch of its text."""

    def __init__(self, reading: Reading, joined: Joined) -> None:
        found = [
            (mention.span.start, party.id)
            for local in reading.annotation.parties
            if (party := joined.behind(local.id))
            for mention in local.mentions
        ]
        self._found = sorted(found)
        self._starts = [start for start, _ in self._found]

    def within(self, span: Span) -> frozenset[str]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return frozenset(party for _, party in self._found[first:last])


@dataclass(frozen=True)
class Told:
    """An account with what it is compared by. `speaker` is the joined party's id; `place` the whole sentence that holds it; `part`
    the part of it that is laid beside others: all of it, unless the sentence says several things.
    """

    account: Account
    reading: Reading
    attribution: Attribution | None
    sentence: int
    speaker: str | None
    named: Named
    part: Span

    @property
    def id(self) -> str:
        return self.account.id

    @property
    def document(self) -> str:
        return self.account.document

    @property
    def span(self) -> Span:
        return self.account.span

    @property
    def place(self) -> Span:
        return self.reading.annotation.sentences[self.sentence].span

    @property
    def text(self) -> str:
        return self.span.of(self.reading.text)

    @property
    def is_act(self) -> bool:
        return self.account.stance in ACTS

    @cached_property
    def names(self) -> frozenset[str]:
        """The joined parties that it mentions."""
        return self.named.within(self.span)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries that it speaks of, by their names, people or seats of government."""
        return countries_in(self.text)

    @cached_property
    def speaks_for_state(self) -> bool:
        """Whether the speaker is a government as a whole, by the name it is given: "China", "the Chinese regime"."""
        chain = self.attribution.chain if self.attribution else ()
        return any(hand.role is HandRole.SPEAKER and governed_by(hand.name) is not None for hand in chain)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return sentence_words(self.reading.text, self.span)

    @cached_property
    def terms(self) -> frozenset[str]:
        return terms(self.compared)

    @cached_property
    def matter(self) -> frozenset[str]:
        """Its words beside names and dates: what it says, but for of whom, where and when."""
        circumstances = merged([n.span for n in self.sentence_names] + [m.span for m in self.sentence_moments])
        return terms(w for w in self.compared if not any(span.overlaps(w.span) for span in circumstances))

    @cached_property
    def compared(self) -> tuple[Word, ...]:
        """Its own words, or those of its part of the sentence where it is only a phrase."""
        return self.sentence_words if self.is_phrase else self.words

    @cached_property
    def predicates(self) -> frozenset[str]:
        """The stems of its verbs."""
        return predicates(self.compared)

    @cached_property
    def is_fragment(self) -> bool:
        return len(self.words) < FRAGMENT

    @cached_property
    def is_phrase(self) -> bool:
        """Whether it says nothing without its sentence: a few quoted words (“wholly needless”), or the mere name of a thing that
        somebody calls something ("the fire at the mill").
        """
        if any(span.overlaps(self.span) for span in self.quoted):
            return self.is_fragment
        return any(word.text in lists().naming for word in self._cue)

    @property
    def _cue(self) -> Iterator[Word]:
        """The words of its cue, as they are compared."""
        spans = self.attribution.cue if self.attribution else ()
        return (word for span in spans for word in sentence_words(self.reading.text, span))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        return _inside(self.reading.annotation.quantities, self.span)

    @cached_property
    def tolls(self) -> tuple[Toll, ...]:
        """How many people it says were killed, hurt, held."""
        return tolls(self.words, self.quantities) if self.quantities else ()

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        return _inside(self.reading.annotation.moments, self.span)

    @cached_property
    def sentence_words(self) -> tuple[Word, ...]:
        return sentence_words(self.reading.text, self.part)

    @cached_property
    def sentence_quantities(self) -> tuple[Quantity, ...]:
        return _inside(self.reading.annotation.quantities, self.part)

    @cached_property
    def sentence_moments(self) -> tuple[Moment, ...]:
        return _inside(self.reading.annotation.moments, self.part)

    @cached_property
    def sentence_names(self) -> tuple[Name, ...]:
        return _inside(self.reading.annotation.names, self.part)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """What is quoted in its part of the sentence, of quotations that begin or end outside only the part within."""
        return quoted_in(self.reading, self.part)


def on_one_ground(a: Told, b: Told) -> tuple[Told, Told]:
    """Two accounts as they are laid beside each other: part beside part, but whole sentences where only one of them was cut."""
    if (a.part == a.place) == (b.part == b.place):
        return a, b
    return replace(a, part=a.place), replace(b, part=b.place)


def _inside(found: Sequence[Held], span: Span) -> tuple[Held, ...]:
    """Those of a sorted series that lie wholly in the span."""
    first = bisect_left(found, span.start, key=lambda x: x.span.start)
    last = bisect_left(found, span.end, key=lambda x: x.span.start)
    return tuple(x for x in found[first:last] if x.span.end <= span.end)


def quoted_in(reading: Reading, span: Span) -> tuple[Span, ...]:
    """What stands between quotation marks in a stretch of a document, also of quotations that began a little before it."""
    quotations = reading.annotation.quotations
    first = bisect_left(quotations, span.start, key=lambda q: q.inner.start)
    last = bisect_left(quotations, span.end, key=lambda q: q.inner.start)
    found = (q.inner.common(span) for q in quotations[max(0, first - NESTED) : last])
    return tuple(common for common in found if common is not None)

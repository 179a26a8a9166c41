"""Altered quotations: words between quotation marks that two reports give differently."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from sayso.collate.differences.laid import Laid, Parting, Slot, alike, shown, side, slots
from sayso.collate.differences.tidied import tidied
from sayso.collate.differences.translations import translated
from sayso.collate.told import Told
from sayso.collate.wording import lists, sentence_words
from sayso.findings import DifferenceKind, Moment, Quantity, Verdict
from sayso.folding import Word
from sayso.spans import Span, hull

Read = TypeVar("Read", Quantity, Moment)

ONE_UTTERANCE = 0.75
REWORDED_UTTERANCE = 0.6
"""The share of words that two quotations of one utterance have in common; the lower for a short phrase or in a shared passage.
Less is another utterance: people say much the same thing twice, and two speakers of one side say it alike.
"""

SAME_SENTENCE = 0.85
"""The share of words in common from which two sentences are one, whatever the reports quote elsewhere."""

EDITORS_MARK = re.compile(r"[\[\]()…]|\.\s?\.\s?\.|\*\*|\w--+\w")
"""What an editor marks a change with: brackets around words put in, dots for words left out, stars for letters."""

SHORT = 6
"""A quoted phrase of at most so many words may be given in quite other words, when all around it is the same."""


def quotes(laid: Laid) -> Iterator[Parting]:
    """The parting words inside two quotations of one utterance. One that only begins later or ends earlier is not altered."""
    if laid.other_speaker and not laid.passage and not laid.sentences_are_close:
        return
    ours, theirs = _quoted(laid.a), _quoted(laid.b)
    if not (laid.passage or alike(laid.a.sentence_words, laid.b.sentence_words) >= SAME_SENTENCE):
        ours, theirs = _without_twins(ours, laid.b), _without_twins(theirs, laid.a)
    only = len(ours) == len(theirs) == 1
    for said in ours:
        best = max(theirs, key=lambda other: alike(said, other), default=None)
        if best is not None and (_one_utterance(laid, said, best) or (only and _in_one_place(laid, said, best))):
            theirs.remove(best)
            yield from _altered(laid, said, best)


def _quoted(told: Told) -> list[tuple[Word, ...]]:
    return [said for span in told.quoted if (said := sentence_words(told.reading.text, span))]


def _without_twins(quoted: Sequence[tuple[Word, ...]], other: Told) -> list[tuple[Word, ...]]:
    """What is quoted in a sentence, but for what the other report quotes word for word elsewhere: that is what corresponds."""
    text = other.reading.text
    elsewhere = [q.inner for q in other.reading.annotation.quotations if not q.inner.overlaps(other.place)]
    return [said for said in quoted if not any(_holds(sentence_words(text, span), said) for span in elsewhere)]


def _holds(longer: Sequence[Word], said: Sequence[Word]) -> bool:
    """Whether a quotation has all these words, in their order and together."""
    ours, theirs = (f" {' '.join(w.text for w in words)} " for words in (said, longer))
    return ours in theirs


def _altered(laid: Laid, ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[Parting]:
    found = (s for s in slots(ours, theirs) if not _cut_short(s, ours, theirs) and not tidied(s, *_ends(s, ours, theirs)))
    parting = [s for s in found if not _marked(laid, s, ours, theirs)]
    if parting:
        kind, sharper = _kind(laid, parting)
        same = alike(ours, theirs)
        in_place = "the words around the quotation are the same"
        ground = f"{same:.0%} of the words are the same" if same >= REWORDED_UTTERANCE else in_place
        told = translated(laid.a) or translated(laid.b)
        if told is not None:
            kind, sharper = DifferenceKind.QUOTE, (f"two translations may part so: “{told}”",)
        yield Parting(
            kind,
            Verdict.COMPATIBLE if told else Verdict.ALTERED,
            (
                side(laid.a, hull(shown(s.a, ours, s.a_at) for s in parting)),
                side(laid.b, hull(shown(s.b, theirs, s.b_at) for s in parting)),
            ),
            ("one quotation in two wordings", ground, *sharper),
        )


def _kind(laid: Laid, parting: Sequence[Slot]) -> tuple[DifferenceKind, tuple[str, ...]]:
    """A quotation of which only a "not", a hedge, a date or a number is another is told by that: it turns what was said."""
    if len(parting) == 1:
        slot = parting[0]
        dropped = {w.text for w in (*slot.a, *slot.b)} if not (slot.a and slot.b) else set()
        if dropped and dropped <= lists().negations:
            return DifferenceKind.NEGATION, ("within it, only a negation is there or is not",)
        if dropped and dropped <= lists().hedges:
            return DifferenceKind.HEDGE, ("within it, only a hedge is there or is not",)
        if len({m.date for m in _held(slot, laid.a.sentence_moments, laid.b.sentence_moments)}) > 1:
            return DifferenceKind.DATE, ("within it, only a date is another",)
        if len({(q.low, q.high) for q in _held(slot, laid.a.sentence_quantities, laid.b.sentence_quantities)}) > 1:
            return DifferenceKind.NUMBER, ("within it, only a number is another",)
    return DifferenceKind.QUOTE, ()


def _held(slot: Slot, ours: Sequence[Read], theirs: Sequence[Read]) -> list[Read]:
    """What the parting words of each side lie in, of all that was read there as numbers, or as dates."""
    sides = ((slot.a, ours), (slot.b, theirs))
    return [x for said, found in sides for x in found if said and all(x.span.contains(w.span) for w in said)]


def _marked(laid: Laid, slot: Slot, ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether a report itself shows that words were left out or put in at that place: by brackets around the parting words, marks
    among them, or marks beside them that the other does not have there.
    """
    a, b = _Marks(laid.a, ours, slot.a_at, slot.a), _Marks(laid.b, theirs, slot.b_at, slot.b)
    return a.among or b.among or a.beside != b.beside


class _Marks:
    """An editor's marks at a place of a quotation: whether any are `among` or around the parting words, and those `beside` them."""

    def __init__(self, told: Told, said: Sequence[Word], at: int, parting: Sequence[Word]) -> None:
        end = at + len(parting)
        start = said[at - 1].span.end if at else said[0].span.start
        stop = said[end].span.start if end < len(said) else said[-1].span.end
        words = hull(w.span for w in parting) if parting else Span(start, start)
        text = told.reading.text
        before, within = Span(start, max(start, words.start)).of(text), words.of(text)
        after = Span(words.end, max(words.end, stop)).of(text)
        bracketed = any(mark in before for mark in "[(") or any(mark in after for mark in "])")
        self.among = bool(parting) and (bracketed or EDITORS_MARK.search(within) is not None)
        self.beside = tuple(EDITORS_MARK.findall(before)), tuple(EDITORS_MARK.findall(after))


def _cut_short(slot: Slot, ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether words are missing at the beginning or the end only: then one report quotes less, not otherwise."""
    return not (slot.a and slot.b) and any(_ends(slot, ours, theirs))


def _ends(slot: Slot, ours: Sequence[Word], theirs: Sequence[Word]) -> tuple[bool, bool]:
    """Whether both quotations begin with the parting words, and whether both end with them."""
    at_end = slot.a_at + len(slot.a) == len(ours) and slot.b_at + len(slot.b) == len(theirs)
    return slot.a_at == 0 and slot.b_at == 0, at_end


def _one_utterance(laid: Laid, ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    sure = laid.passage or laid.sentences_are_close or (_is_phrase(laid.a, ours) and _is_phrase(laid.b, theirs))
    return min(len(ours), len(theirs)) >= 3 and alike(ours, theirs) >= (REWORDED_UTTERANCE if sure else ONE_UTTERANCE)


def _is_phrase(told: Told, said: Sequence[Word]) -> bool:
    """Whether it is a few words quoted within a sentence of the report's own, and no sentence of the speaker's."""
    return len(said) <= SHORT and said[0].span.of(told.reading.text)[:1].islower()


def _in_one_place(laid: Laid, ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether two short quoted phrases stand in the same place of sentences that are worded alike."""
    if max(len(ours), len(theirs)) > SHORT or not (laid.passage or laid.is_close):
        return False
    parting = slots(laid.a.sentence_words, laid.b.sentence_words)
    return any(s.a and s.b and set(s.a) <= set(ours) and set(s.b) <= set(theirs) for s in parting)

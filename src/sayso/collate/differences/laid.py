"""Two accounts laid beside each other, sentence by sentence and word by word: the ground on which differences are found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property

from sayso.collate.told import Told
from sayso.findings import DifferenceKind, Side, Verdict
from sayso.folding import Word
from sayso.spans import Span, hull


@dataclass(frozen=True, slots=True)
class Parting:
    """A difference before it belongs to a claim: what kind, what it amounts to, the words on each side, and why."""

    kind: DifferenceKind
    verdict: Verdict
    sides: tuple[Side, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place where two sentences part between words that are the same. Either side may have no words there.

    `a_at` and `b_at` are the places of the first word after the parting words' beginning, in each sentence's words.
    """

    a: tuple[Word, ...]
    b: tuple[Word, ...]
    a_at: int
    b_at: int


WITHIN = 0.85
"""The part of the shorter account's words that a longer one must hold, and that must be alike there."""

WITHIN_WORDS = 6
"""Fewer words are found in many a sentence."""


@dataclass(frozen=True)
class Laid:
    """Two accounts of one claim from two documents. `passage` says whether a passage covers both.

    They are worded alike when their whole sentences have at least the part `close` of their words in common, or else when what
    is said in them has, or when one holds nearly all of the other; `a_words` and `b_words` are the words so compared.
    """

    a: Told
    b: Told
    close: float
    passage: bool = False

    @cached_property
    def _ground(self) -> tuple[tuple[Word, ...], tuple[Word, ...], bool]:
        whole = (self.a.sentence_words, self.b.sentence_words)
        for ours, theirs in (whole, (self.a.words, self.b.words)):
            if alike(ours, theirs) >= self.close:
                return ours, theirs, True
        ours, theirs = _without_ends(self.a.words, self.b.words)
        shorter = min(len(self.a.words), len(self.b.words))
        if len(ours) >= max(WITHIN_WORDS, WITHIN * shorter) and alike(ours, theirs) >= WITHIN:
            return ours, theirs, True
        return *whole, False

    @property
    def a_words(self) -> tuple[Word, ...]:
        return self._ground[0]

    @property
    def b_words(self) -> tuple[Word, ...]:
        return self._ground[1]

    @property
    def is_close(self) -> bool:
        """Whether the two are worded alike."""
        return self._ground[2]

    @property
    def sentences_are_close(self) -> bool:
        """Whether the whole sentences are, with what stands around the words that are said."""
        return self.is_close and self.a_words is self.a.sentence_words

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every place where two accounts that are worded alike part, in order; none where they are not."""
        return slots(self.a_words, self.b_words) if self.is_close else ()

    @cached_property
    def outside_quotations(self) -> tuple[Slot, ...]:
        """The slots but for those between quotation marks in both: what parts there is another wording of a quotation."""
        return tuple(s for s in self.slots if not (_is_quoted(self.a, s.a) and _is_quoted(self.b, s.b)))

    def sides(self, slot: Slot) -> tuple[Side, Side]:
        """The parting words of a slot; where a side has none, the place is the word beside the gap, and the value says so."""
        a = side(self.a, shown(slot.a, self.a_words, slot.a_at))
        b = side(self.b, shown(slot.b, self.b_words, slot.b_at))
        if not slot.a:
            a = replace(a, value=f"without “{b.value}”")
        elif not slot.b:
            b = replace(b, value=f"without “{a.value}”")
        return a, b

    @property
    def same_speaker(self) -> bool:
        return self.a.speaker is not None and self.a.speaker == self.b.speaker

    @property
    def other_speaker(self) -> bool:
        return self.a.speaker is not None and self.b.speaker is not None and self.a.speaker != self.b.speaker


def _without_ends(a: tuple[Word, ...], b: tuple[Word, ...]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Two runs of words from the first to the last that they have in common."""
    blocks = [block for block in _matcher(a, b).get_matching_blocks() if block.size]
    if not blocks:
        return (), ()
    first, last = blocks[0], blocks[-1]
    return a[first.a : last.a + last.size], b[first.b : last.b + last.size]


def _is_quoted(told: Told, said: Sequence[Word]) -> bool:
    return all(any(quoted.contains(word.span) for quoted in told.quoted) for word in said)


def slots(a: Sequence[Word], b: Sequence[Word]) -> tuple[Slot, ...]:
    """Where two runs of words part."""
    codes = _matcher(a, b).get_opcodes()
    return tuple(Slot(tuple(a[i:j]), tuple(b[k:m]), i, k) for tag, i, j, k, m in codes if tag != "equal")


def alike(a: Sequence[Word], b: Sequence[Word]) -> float:
    """The share of the words of both that are the same in the same order, 0…1; 0 where it cannot come near a half."""
    matcher = _matcher(a, b)
    return matcher.ratio() if matcher.real_quick_ratio() >= 0.4 and matcher.quick_ratio() >= 0.4 else 0.0


def _matcher(a: Sequence[Word], b: Sequence[Word]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, [w.text for w in a], [w.text for w in b], autojunk=False)


def side(told: Told, span: Span, value: str | None = None) -> Side:
    """A side of a difference: the span, and its words unless another value is given."""
    return Side(told.document, span, " ".join(span.of(told.reading.text).split()) if value is None else value)


def shown(said: Sequence[Word], all_words: Sequence[Word], at: int) -> Span:
    """The span of the parting words; where there are none, that of the word after the gap, or before it at the end."""
    if said:
        return hull(w.span for w in said)
    return all_words[min(at, len(all_words) - 1)].span

"""Hedges that got lost: a word such as "allegedly" that one account has, a "may", or a speaker's claim that is taken for fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.collate.differences.forms import same_words
from sayso.collate.differences.laid import Laid, Parting, side
from sayso.collate.differences.phrases import phrases
from sayso.collate.told import Told
from sayso.collate.wording import lists, sentence_words
from sayso.findings import Commitment, DifferenceKind, Side, Stance, Verdict
from sayso.folding import Word
from sayso.spans import hull

TAKEN_FOR_FACT = (Stance.REVEALS, Stance.CONFIRMS)

OF_A_DEED = ("accused", "suspected")

MOST_WORDS = 6
"""A longer run of words with a hedge among them is another clause or a rewording."""


def hedges(laid: Laid) -> Iterator[Parting]:
    """The hedge on the one side, the unhedged words on the other."""
    yield from _by_cue(laid)
    yield from _by_word(laid)


def _by_word(laid: Laid) -> Iterator[Parting]:
    moved = _hedged(laid.a_words) == _hedged(laid.b_words)
    for slot in laid.outside_quotations:
        lost = _lost(slot.a, slot.b, laid.a, laid.b) or _lost(slot.b, slot.a, laid.b, laid.a)
        if lost and not (moved and _hedged((*slot.a, *slot.b))):
            why = f"the sentences are worded alike, but only one has “{lost}”"
            yield Parting(DifferenceKind.HEDGE, Verdict.LOST, laid.sides(slot), (why,))


def _lost(one: Sequence[Word], other: Sequence[Word], hedged: Told, bare: Told) -> str | None:
    """The words of one account by which it only may be so, where the other has nothing else but the bare words, and does not say
    instead that somebody claims it.
    """
    stays_open = any(w.text in phrases().open | phrases().hedging for w in other)
    if not one or max(len(one), len(other)) > MOST_WORDS or _hedged(other) or stays_open:
        return None
    if not other and all(w.text in lists().hedges for w in one):
        return one[0].text
    if bare.account.stance is Stance.ALLEGES and hedged.account.stance is not Stance.ALLEGES:
        return None
    said = [w.text for w in one]
    hedging = [word for i, word in enumerate(said) if word in phrases().possible or _keeps_open(said, i)]
    return " ".join(said) if hedging and same_words(_bare(one), _bare(other)) else None


def _keeps_open(said: Sequence[str], i: int) -> bool:
    """Whether a word is such a passive: "believed to", "accused of", "it is said that"."""
    before, after = said[i - 1] if i else "", said[i + 1] if i + 1 < len(said) else ""
    if said[i] not in phrases().hedging:
        return False
    return after == "to" or (after == "of" and said[i] in OF_A_DEED) or (after == "that" and before in ("is", "was"))


def _bare(said: Sequence[Word]) -> list[str]:
    """The words that are left without the hedge and without auxiliaries."""
    beside = phrases().helping | phrases().possible | phrases().hedging | {"will"}
    return [w.text for w in said if w.text not in beside]


def _by_cue(laid: Laid) -> Iterator[Parting]:
    if not laid.same_speaker:
        return
    for a, b in ((laid.a, laid.b), (laid.b, laid.a)):
        if not (_cue(a) and _cue(b) and _leaves_open(a, laid) and _takes_for_fact(b, laid)) or _reads_alike(a, b):
            continue
        yield Parting(
            DifferenceKind.HEDGE,
            Verdict.LOST,
            (_cue_side(laid.a), _cue_side(laid.b)),
            (_why(a, b),),
        )


def _reads_alike(a: Told, b: Told) -> bool:
    """Whether both sentences have the words of both cues: then only our reading of them differs."""
    cues = {w.text for t in (a, b) if t.attribution for span in t.attribution.cue for w in sentence_words(t.reading.text, span)}
    return all(cues <= {w.text for w in t.sentence_words} for t in (a, b))


def _leaves_open(told: Told, laid: Laid) -> bool:
    return told.account.stance is Stance.ALLEGES or (laid.is_close and _commitment(told) is Commitment.OPEN)


def _takes_for_fact(told: Told, laid: Laid) -> bool:
    """By its cue, or by what the outlet itself makes of it where both say the same words."""
    return told.account.stance in TAKEN_FOR_FACT or (laid.is_close and _commitment(told) is Commitment.FACT)


def _commitment(told: Told) -> Commitment | None:
    return told.attribution.commitment if told.attribution else None


def _cue(told: Told) -> bool:
    return told.attribution is not None and bool(told.attribution.cue)


def _cue_side(told: Told) -> Side:
    """The cue; "according to" hedges nothing by itself, so with it the source that makes it a claim ("claims by the council")."""
    assert told.attribution is not None
    spans = told.attribution.cue
    if all(w.text in lists().neutral_cues for span in spans for w in sentence_words(told.reading.text, span)):
        spans = (*told.attribution.source, *spans)
    return side(told, hull(spans))


def _why(a: Told, b: Told) -> str:
    ours, theirs = (told.account.stance.value.removesuffix("s") for told in (a, b))
    if a.account.stance is not Stance.ALLEGES or b.account.stance not in TAKEN_FOR_FACT:
        return "of one speaker's words, one report leaves it open whether they are so, the other takes them for fact"
    return f"of one speaker, one report has it that they {ours}, the other that they {theirs}"


def _hedged(said: Sequence[Word]) -> int:
    """How many words are hedges by themselves."""
    return sum(w.text in lists().hedges or w.text in phrases().possible for w in said)

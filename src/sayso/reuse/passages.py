"""The passages between two documents, word for word and reworded, each with what made it one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.config import ReuseSettings
from sayso.findings import Direction, Passage, PassageKind, Reading
from sayso.folding import fold
from sayso.identity import identify
from sayso.reuse.alignment import Alignment, align
from sayso.reuse.counterparts import Counterpart
from sayso.reuse.fingerprints import Wording
from sayso.reuse.rewording import Rewording, rewording
from sayso.reuse.seeds import Matches
from sayso.reuse.sentences import Products, Sentences, mostly_covered
from sayso.reuse.signs import told
from sayso.reuse.telling import Own, Rarity, own_words
from sayso.spans import Span


@dataclass(frozen=True, slots=True)
class Side:
    """One document as the comparison needs it: what was found in it, its words, its sentences."""

    reading: Reading
    wording: Wording
    sentences: Sentences


@dataclass(frozen=True, slots=True)
class Between:
    """The passages between two documents, and how many more runs of words are a set phrase and no passage."""

    passages: tuple[Passage, ...]
    phrases: int = 0


def passages_between(
    a: Side, b: Side, products: Products, settings: ReuseSettings, rarity: Rarity, *, runs: Matches | None
) -> Between:
    """All passages, in the order of `a`, with their direction still unknown.

    `runs` are the seeds between two documents that share enough words at one place. Two that are near in meaning only (None) have
    verbatim passages where one rewords the other.

    Words that tell nothing of the two (a set phrase, who somebody is) are no passage.

    Inside a sentence that was reworded, what stayed the same is part of the rewording and no passage of its own, unless it is a
    quotation without an edit.
    """
    same = rewording(a.sentences, b.sentences, products, settings)
    loose = [pair for pair in same.counterparts if pair.alike < settings.word_for_word] if same else []
    inside = [a.sentences.spans[pair.i] for pair in loose]
    aligned = align(a.wording, b.wording, settings, runs) if runs or (runs is None and same) else []
    telling = _telling(a, aligned, rarity, settings)
    verbatim = [
        _verbatim(a, b, found)
        for found in telling
        if found.quoted_run >= settings.quoted_words or not mostly_covered(a.wording.span(found.a_first, found.a_last), inside)
    ]
    reworded = [_reworded(a, b, pair, same) for pair in same.counterparts if not _known(a, b, pair, verbatim)] if same else []
    return Between(tuple(sorted([*verbatim, *reworded], key=lambda p: (p.a_span, p.b_span))), len(aligned) - len(telling))


def _telling(a: Side, aligned: Sequence[Alignment], rarity: Rarity, settings: ReuseSettings) -> list[Alignment]:
    """Those that tell something. A short one that is not quoted needs rarer words where nothing more shows that the two are kin."""
    own = [_own(a, found, rarity, settings) for found in aligned]
    enough = [words is None or words.count >= _least(found, settings) for found, words in zip(aligned, own, strict=True)]
    firm = [found for found, told in zip(aligned, enough, strict=True) if told and not found.goes_on]
    kin = sum(f.alike for f in firm) >= settings.long_passage
    kin = kin or any(f.alike >= settings.phrase_words and not _is_quotation(f) for f in firm)
    told = [
        found
        for found, words, some in zip(aligned, own, enough, strict=True)
        if some and (kin or words is None or _is_quotation(found) or words.worth >= settings.own_worth)
    ]
    return told if any(not found.goes_on for found in told) else []


def _own(a: Side, found: Alignment, rarity: Rarity, settings: ReuseSettings) -> Own | None:
    """The words of its writer's choice; None where there are enough whatever they are."""
    if found.goes_on or found.alike > settings.long_passage or found.quoted >= settings.passage_words:
        return None
    return own_words(a.reading.text, a.wording, found.a_first, found.a_last, rarity)


def _least(found: Alignment, settings: ReuseSettings) -> int:
    return settings.own_quoted if _is_quotation(found) else settings.own_words


def _is_quotation(found: Alignment) -> bool:
    return found.quoted >= found.alike / 2


def _verbatim(a: Side, b: Side, found: Alignment) -> Passage:
    because = [f"{found.alike:g} words alike"]
    if found.score < 1:
        because.append(f"{found.score:.0%} of the longer side's words")
    if _is_quotation(found):
        because.append("inside quotation marks on both sides")
    if found.goes_on:
        because.append("goes on where a passage was broken off")
    return _passage(
        a,
        a.wording.span(found.a_first, found.a_last),
        b,
        b.wording.span(found.b_first, found.b_last),
        PassageKind.VERBATIM,
        found.score,
        because,
    )


def _known(a: Side, b: Side, pair: Counterpart, verbatim: list[Passage]) -> bool:
    in_a = mostly_covered(a.sentences.spans[pair.i], [p.a_span for p in verbatim])
    return in_a or mostly_covered(b.sentences.spans[pair.j], [p.b_span for p in verbatim])


def _reworded(a: Side, b: Side, pair: Counterpart, all_pairs: Rewording) -> Passage:
    a_span, b_span = a.sentences.spans[pair.i], b.sentences.spans[pair.j]
    word_for_word = pair.alike == 1.0
    near = "part of what the other says" if pair.part else "each the other's nearest sentence"
    because = [
        f"likeness {pair.cosine:.2f} of 1, {near}",
        f"{pair.alike:.0%} of the words alike in the same order",
    ]
    if pair.place:
        because.append(f"number {pair.place} of {all_pairs.in_order} sentences that correspond in the same order")
    elif pair.part:
        because.append(f"split or merged, beside {all_pairs.in_order} sentences that correspond in the same order")
    else:
        because.append(f"moved; {all_pairs.in_order} other sentences correspond in the same order")
    because.append(f"these are {all_pairs.share:.0%} of the shorter report's sentences")
    because.append(f"the reports score {all_pairs.score:.2f} as one in other words: {told(all_pairs.signs)}")
    if both := shared_names_and_numbers(a.reading, a_span, b.reading, b_span):
        because.append("both have " + ", ".join(both))
    kind = PassageKind.VERBATIM if word_for_word else PassageKind.REWORDED
    return _passage(a, a_span, b, b_span, kind, 1.0 if word_for_word else pair.cosine, because)


def shared_names_and_numbers(a: Reading, a_span: Span, b: Reading, b_span: Span) -> list[str]:
    """The names and numbers that stand in both spans, as `a` writes them, in its order."""
    ours, theirs = _names_and_numbers(a, a_span), _names_and_numbers(b, b_span)
    return [shown for key, shown in ours.items() if key in theirs]


def _names_and_numbers(reading: Reading, within: Span) -> dict[str, str]:
    names = [n.span.of(reading.text) for n in reading.annotation.names if within.contains(n.span)]
    numbers = [q for q in reading.annotation.quantities if within.contains(q.span)]
    values = {f"{q.low:g}-{q.high:g} {q.unit or ''}": q.span.of(reading.text) for q in numbers}
    return {fold(name).text: name for name in names} | values


def _passage(a: Side, a_span: Span, b: Side, b_span: Span, kind: PassageKind, score: float, because: list[str]) -> Passage:
    number = identify("p", a.reading.id, a_span, b.reading.id, b_span, kind)
    return Passage(number, a.reading.id, a_span, b.reading.id, b_span, kind, round(score, 4), Direction.UNKNOWN, tuple(because))

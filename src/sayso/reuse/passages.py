"""The passages between two documents, word for word and reworded, each with what made it one."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.config import ReuseSettings
from sayso.findings import Direction, Passage, PassageKind, Reading
from sayso.folding import fold
from sayso.identity import identify
from sayso.reuse.alignment import Alignment, align
from sayso.reuse.counterparts import Counterpart
from sayso.reuse.fingerprints import Wording
from sayso.reuse.rewording import Rewording, rewording
from sayso.reuse.sentences import Products, Sentences, mostly_covered
from sayso.reuse.signs import told
from sayso.reuse.telling import LONG, tells
from sayso.spans import Span


@dataclass(frozen=True, slots=True)
class Side:
    """One document as the comparison needs it: what was found in it, its words, its sentences."""

    reading: Reading
    wording: Wording
    sentences: Sentences


def passages_between(a: Side, b: Side, products: Products, settings: ReuseSettings, *, in_words: bool) -> tuple[Passage, ...]:
    """All passages, in the order of `a`, with their direction still unknown.

    Two documents that are near in meaning only, and do not share enough words at one place (`in_words`), have verbatim passages
    where one rewords the other.

    Words that tell nothing of the two (a set phrase, who somebody is) are no passage.

    Inside a sentence that was reworded, what stayed the same is part of the rewording and no passage of its own, unless it is a
    quotation without an edit.
    """
    same = rewording(a.sentences, b.sentences, products, settings)
    loose = [pair for pair in same.counterparts if pair.alike < settings.word_for_word] if same else []
    inside = [a.sentences.spans[pair.i] for pair in loose]
    verbatim = [
        _verbatim(a, b, found)
        for found in (align(a.wording, b.wording, settings) if in_words or same else ())
        if found.quoted_run >= settings.quoted_words or not mostly_covered(a.wording.span(found.a_first, found.a_last), inside)
        if found.quoted >= settings.passage_words or _tells(a, found)
    ]
    reworded = [_reworded(a, b, pair, same) for pair in same.counterparts if not _known(a, b, pair, verbatim)] if same else []
    return tuple(sorted([*verbatim, *reworded], key=lambda p: (p.a_span, p.b_span)))


def _tells(a: Side, found: Alignment) -> bool:
    long = found.a_last - found.a_first >= LONG  # known without taking the words apart again, which is most of the work
    return long or tells(a.wording.span(found.a_first, found.a_last).of(a.reading.text), quoted=_is_quotation(found))


def _is_quotation(found: Alignment) -> bool:
    return found.quoted >= found.alike / 2


def _verbatim(a: Side, b: Side, found: Alignment) -> Passage:
    because = [f"{found.alike:g} words alike"]
    if found.score < 1:
        because.append(f"{found.score:.0%} of the longer side's words")
    if _is_quotation(found):
        because.append("inside quotation marks on both sides")
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

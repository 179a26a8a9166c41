"""The signs that one report is another in other words, each between 0 and 1, and the table of weights that adds them up."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import fsum

from sayso.config import ReuseSettings
from sayso.reuse.counterparts import Counterpart
from sayso.reuse.sentences import Sentences

MANY = 10
"""So many sentences that correspond are as telling as more."""
NAMED = 2
"""A detail that a report gives in more sentences than this tells nothing about any of them."""
DOUBT = 2
"""As if so many details more, half of them at one place: a single one shows little."""
NEAR = 0.6
"""Cosine from which two sentences in the same order surely speak of one thing, as those of two honest reports rarely do."""
FROM, TO = 0.4, 0.8
"""Cosines at which a counterpart covers nothing of a sentence, and all of it."""
MOVED = 0.8
"""What a counterpart in another order is worth."""
MONTH = 30


@cache
def weights() -> Mapping[str, float]:
    """The weight of each sign, read once from `rewording.toml`."""
    return tomllib.loads(files("sayso.reuse").joinpath("rewording.toml").read_text("utf8"))


def score(found: Mapping[str, float]) -> float:
    """The weighted sum of signs, within 0…1, to two places: the last bits are not the same on every machine."""
    table = weights()
    return round(min(1.0, max(0.0, fsum(table[name] * value for name, value in found.items()))), 2)


def told(found: Mapping[str, float]) -> str:
    """The signs in words, with their values, in the order of the table."""
    return ", ".join(f"{name.replace('_', ' ')} {found[name]:.2f}" for name in weights() if name in found)


def signs(
    a: Sentences,
    b: Sentences,
    in_order: Sequence[Counterpart],
    parts: Sequence[Counterpart],
    moved: Sequence[Counterpart],
    settings: ReuseSettings,
) -> dict[str, float]:
    """The signs between two reports by name, from the sentences that correspond; one that cannot be read is not in it.

    Quotations count for nothing by themselves: both may quote the same speaker. Nor does what is the same word for word: two
    reports that share paragraphs of a third may be each reporter's own in the rest.
    """
    same = _same(a, b, in_order, settings)
    own, own_moved = (_loose(unquoted(a, b, pairs), settings) for pairs in (in_order, moved))
    surely = sum(p.cosine >= NEAR for p in own) + sum(p.cosine >= settings.moved_near for p in own_moved)
    found = {
        "number": min(1.0, surely / MANY),
        "covered": _covered(a, b, [*own, *_loose(unquoted(a, b, parts), settings)], own_moved, same),
        "in_a_row": _in_a_row(in_order),
        "details": _details(a, b, [*in_order, *parts, *moved]),
        "quotations": _quotations(a, b, in_order, moved),
        "words": _mean([p.alike for p in own]),
        "copied": float(_copied(a, b, unquoted(a, b, in_order), settings)),
    }
    if a.published and b.published:
        found["days"] = min(1.0, a.published.apart(b.published) / MONTH)
    return {name: round(value, 4) for name, value in found.items() if value}


def _loose(pairs: Iterable[Counterpart], settings: ReuseSettings) -> list[Counterpart]:
    return [p for p in pairs if p.alike < settings.word_for_word]


def _same(a: Sentences, b: Sentences, pairs: Sequence[Counterpart], settings: ReuseSettings) -> int:
    """How many of the unquoted sentences are the same word for word."""
    told = unquoted(a, b, pairs)
    return len(told) - len(_loose(told, settings))


def unquoted(a: Sentences, b: Sentences, pairs: Iterable[Counterpart]) -> list[Counterpart]:
    """The pairs that are not a quotation in both."""
    return [p for p in pairs if not (a.quoted[p.i] and b.quoted[p.j])]


def kept(a: Sentences, b: Sentences, pair: Counterpart, settings: ReuseSettings) -> bool:
    """True when most words of a sentence were kept in their order, and its names and numbers are not all others: those are a
    phrase that is filled in again and again ("more than 22,000 customers were without power").
    """
    ours, theirs = a.details[pair.i], b.details[pair.j]
    if max(len(a.words[pair.i]), len(b.words[pair.j])) < settings.quoted_words:
        return False
    return (
        pair.alike >= settings.reworded_alike
        and pair.cosine >= settings.moved_near
        and not (ours and theirs and ours.isdisjoint(theirs))
    )


def _copied(a: Sentences, b: Sentences, own: Sequence[Counterpart], settings: ReuseSettings) -> bool:
    many = sum(kept(a, b, pair, settings) for pair in own)
    share = many / max(1, min(len(a.spans), len(b.spans)))
    return many >= settings.reworded_pairs or (many > 1 and share >= settings.reworded_share)


def _covered(a: Sentences, b: Sentences, own: Sequence[Counterpart], moved: Sequence[Counterpart], same: int) -> float:
    """A sentence split or merged counts by how near its parts are together; one moved counts less, for that is sooner chance."""
    joined = {p.i: p.together for p in own if p.part}, {p.j: p.together for p in own if p.part}
    best: dict[int, float] = defaultdict(float)
    shorter_is_a = len(a.spans) <= len(b.spans)
    for p in own:
        at = p.i if shorter_is_a else p.j
        best[at] = max(best[at], p.cosine, joined[0].get(p.i, 0.0), joined[1].get(p.j, 0.0))
    for p in moved:
        at = p.i if shorter_is_a else p.j
        best[at] = max(best[at], p.cosine * MOVED)
    by = [min(1.0, max(0.0, (cosine - FROM) / (TO - FROM))) for cosine in best.values()]
    return min(1.0, fsum(by) / max(1, (a if shorter_is_a else b).told - same))


def _in_a_row(in_order: Sequence[Counterpart]) -> float:
    """On the side where they stand closer, for a copy may be shortened or lengthened."""
    steps = list(pairwise(in_order))
    return max(sum(y.i - x.i == 1 for x, y in steps), sum(y.j - x.j == 1 for x, y in steps)) / max(1, len(steps))


def _details(a: Sentences, b: Sentences, pairs: Sequence[Counterpart]) -> float:
    in_a, in_b = (Counter(detail for details in side.details for detail in details) for side in (a, b))
    both = {detail for detail, times in in_a.items() if times <= NAMED and 0 < in_b[detail] <= NAMED}
    together = both & {detail for p in pairs for detail in a.details[p.i] & b.details[p.j]}
    return (len(together) + DOUBT / 2) / (len(both) + DOUBT)


def _quotations(a: Sentences, b: Sentences, in_order: Sequence[Counterpart], moved: Sequence[Counterpart]) -> float:
    placed, elsewhere = (len(pairs) - len(unquoted(a, b, pairs)) for pairs in (in_order, moved))
    return placed / max(1, placed + elsewhere)


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / max(1, len(values))

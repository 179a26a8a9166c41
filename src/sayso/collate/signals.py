"""The signs that two accounts give one proposition, each between 0 and 1, and the table of weights that adds them up."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import fsum, log

from sayso.collate.figures import add_up, head, of_one_thing
from sayso.collate.one_event import of_one_event
from sayso.collate.told import Told
from sayso.collate.wording import lists, sentence_words, terms
from sayso.findings import Stance

AGE = "age"

CLEARLY = 0.2
"""Of the score, by which one pair is clearly nearer than another."""

SURELY_ALIKE = 0.85
"""Cosine from which two accounts say the same in quite other words, and not only speak of one theme."""

FEW_WORDS = (0.2, 0.35)
"""Words in common, by rarity, of all that both have and of the shorter account's, below which only the theme is the same."""

LITTLE_MATTER = 0.2
"""The same for the shorter account's words beside names and dates: many sentences of a story say whom and when it is about."""


@cache
def weights() -> Mapping[str, float]:
    """The weight of each sign, read once from `weights.toml`."""
    return tomllib.loads(files("sayso.collate").joinpath("weights.toml").read_text("utf8"))


class Rarity:
    """How much a word tells among the accounts of one story: a word that half of them use tells little."""

    def __init__(self, accounts: Sequence[Told]) -> None:
        seen = Counter(term for account in accounts for term in account.terms)
        most = log(1 + len(accounts))
        self._of = {term: most - log(n + 0.5) for term, n in seen.items()}
        self._whole: dict[frozenset[str], float] = {}

    def overlap(self, a: frozenset[str], b: frozenset[str]) -> tuple[float, float]:
        """What the words in common tell: as a part of all words of both, and of those of the one that has less."""
        both = self._sum(a & b)
        ours, theirs = self._all(a), self._all(b)
        either, fewer = ours + theirs - both, min(ours, theirs)
        return both / either if either > 0 else 0.0, both / fewer if fewer > 0 else 0.0

    def _all(self, terms: frozenset[str]) -> float:
        if terms not in self._whole:
            self._whole[terms] = self._sum(terms)
        return self._whole[terms]

    def _sum(self, terms: Iterable[str]) -> float:
        return fsum(self._of[term] for term in terms)  # exact, so that the order of a set does not matter


def signs(a: Told, b: Told, cosine: float, passage: float, rarity: Rarity) -> dict[str, float]:
    """The signs between two accounts that are not nothing, by name."""
    rare, contained = rarity.overlap(a.terms, b.terms)
    _, matter = rarity.overlap(a.matter, b.matter)
    one_event = any(of_one_event(a, b))
    too_few = rare < FEW_WORDS[0] and contained < FEW_WORDS[1]
    too_little = matter < LITTLE_MATTER and min(len(a.matter), len(b.matter)) > 1
    found = {
        "cosine": max(0.0, cosine),
        "around": _around(a, b),
        "rare": rare,
        "contained": contained,
        "theme": float(not passage and not one_event and cosine < SURELY_ALIKE and (too_few or too_little)),
        "names": _names_in_common(a, b),
        "predicate": _part_in_common(a.predicates, b.predicates),
        "quoted": _quoted_in_common(a, b),
        "speaker": float(a.speaker is not None and a.speaker == b.speaker),
        "other_speaker": float(not one_event and _speakers_differ(a, b)),
        "passage": passage,
        "negation": float(_negates(a) != _negates(b)),
        "both_deny": float(a.account.stance is Stance.DENIES and b.account.stance is Stance.DENIES),
        **({"toll": 1.0} if one_event else _numbers(a, b, rare)),
    }
    return {name: value for name, value in found.items() if value}


def nearest(score: float, rival: float) -> float:
    """How far a pair goes before the best other that it could be instead: 1 well before it, 0 well behind."""
    return round(min(1.0, max(0.0, 0.5 + (score - rival) / (2 * CLEARLY))), 4)


def score(found: Mapping[str, float]) -> float:
    """The weighted sum of signs, to four places: the last bits are not the same on every machine."""
    table = weights()
    return round(sum(table[name] * value for name, value in found.items()), 4)


def _around(a: Told, b: Told) -> float:
    """How alike the whole sentences are in which they stand, to two places."""
    return max(0.0, round(float(a.reading.vectors[a.sentence] @ b.reading.vectors[b.sentence]), 2))


def _part_in_common(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Of what the one has that has less, the part that the other has too."""
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0


def _names_in_common(a: Told, b: Told) -> float:
    """Of the parties that either names those that both name; where there are none, whether both speak of the same countries."""
    if a.names & b.names:
        return len(a.names & b.names) / len(a.names | b.names)
    return len(a.countries & b.countries) / len(a.countries | b.countries) if a.countries and b.countries else 0.0


def _numbers(a: Told, b: Told, rare: float) -> dict[str, float]:
    if not (a.quantities or a.moments) or not (b.quantities or b.moments):
        return {}
    if add_up(a.quantities, b.quantities) or add_up(b.quantities, a.quantities):
        return {"adds_up": 1.0}
    if _counted(a) & _counted(b):
        return {"numbers": 1.0}
    if _dates(a) & _dates(b) or {(q.low, q.unit) for q in a.quantities} & {(q.low, q.unit) for q in b.quantities}:
        return {"numbers": 0.5}
    one_thing = any(of_one_thing(q, r) for q in a.quantities for r in b.quantities)
    return {"number_differs": 1 - rare} if one_thing else {"number_missed": 1.0}


def _counted(account: Told) -> set[tuple[float, str, str | None]]:
    """Its numbers of things; how old somebody is says who is meant, not what is said of them."""
    return {(q.low, head(q), q.unit) for q in account.quantities if (head(q) or q.unit) and head(q) != AGE}


def _dates(account: Told) -> set[str]:
    return {m.date for m in account.moments}


def _speakers_differ(a: Told, b: Told) -> bool:
    """Two known speakers; a government as a whole does not differ from a body that may be its own."""
    known = a.speaker is not None and b.speaker is not None and a.speaker != b.speaker
    return known and not (a.speaks_for_state or b.speaks_for_state)


def _quoted_in_common(a: Told, b: Told) -> float:
    return _part_in_common(_quoted(a), _quoted(b))


def _quoted(account: Told) -> frozenset[str]:
    spans = [common for span in account.quoted if (common := span.common(account.span))]
    return frozenset(term for span in spans for term in terms(sentence_words(account.reading.text, span)))


def _negates(account: Told) -> bool:
    """Whether it says that something is not so; a denial of what is said with "not" is told alike."""
    return account.account.stance is Stance.DENIES or not lists().negations.isdisjoint(word.text for word in account.words)

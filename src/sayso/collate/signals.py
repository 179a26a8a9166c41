"""The signs that two accounts give one proposition, each between 0 and 1, and the table of weights that adds them up."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import fsum, log

from sayso.collate.figures import add_up, head, of_one_thing
from sayso.collate.told import Told
from sayso.collate.wording import lists, sentence_words, terms


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
        self._whole = {account.id: self._sum(account.terms) for account in accounts}

    def overlap(self, a: Told, b: Told) -> tuple[float, float]:
        """What the words in common tell: as a part of all words of both, and of those of the account that has less."""
        both = self._sum(a.terms & b.terms)
        ours, theirs = self._whole[a.id], self._whole[b.id]
        either, fewer = ours + theirs - both, min(ours, theirs)
        return both / either if either > 0 else 0.0, both / fewer if fewer > 0 else 0.0

    def _sum(self, terms: Iterable[str]) -> float:
        return fsum(self._of[term] for term in terms)  # exact, so that the order of a set does not matter


def signs(a: Told, b: Told, cosine: float, passage: float, rarity: Rarity) -> dict[str, float]:
    """The signs between two accounts that are not nothing, by name."""
    rare, contained = rarity.overlap(a, b)
    found = {
        "cosine": max(0.0, cosine),
        "rare": rare,
        "contained": contained,
        "names": len(a.names & b.names) / len(a.names | b.names) if a.names and b.names else 0.0,
        "quoted": _quoted_in_common(a, b),
        "speaker": float(a.speaker is not None and a.speaker == b.speaker),
        "other_speaker": float(a.speaker is not None and b.speaker is not None and a.speaker != b.speaker),
        "passage": passage,
        "negation": float(_negates(a) != _negates(b)),
        **_numbers(a, b),
    }
    return {name: value for name, value in found.items() if value}


def score(found: Mapping[str, float]) -> float:
    """The weighted sum of signs."""
    table = weights()
    return sum(table[name] * value for name, value in found.items())


def _numbers(a: Told, b: Told) -> dict[str, float]:
    if not (a.quantities or a.moments) or not (b.quantities or b.moments):
        return {}
    if add_up(a.quantities, b.quantities) or add_up(b.quantities, a.quantities):
        return {"adds_up": 1.0}
    if {(q.low, head(q)) for q in a.quantities} & {(q.low, head(q)) for q in b.quantities}:
        return {"numbers": 1.0}
    if _dates(a) & _dates(b) or {(q.low, q.unit) for q in a.quantities} & {(q.low, q.unit) for q in b.quantities}:
        return {"numbers": 0.5}
    return {} if any(of_one_thing(q, r) for q in a.quantities for r in b.quantities) else {"number_missed": 1.0}


def _dates(account: Told) -> set[str]:
    return {m.date for m in account.moments}


def _quoted_in_common(a: Told, b: Told) -> float:
    ours, theirs = _quoted(a), _quoted(b)
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0


def _quoted(account: Told) -> frozenset[str]:
    spans = [common for span in account.quoted if (common := span.common(account.span))]
    return frozenset(term for span in spans for term in terms(sentence_words(account.reading.text, span)))


def _negates(account: Told) -> bool:
    return not lists().negations.isdisjoint(word.text for word in account.words)

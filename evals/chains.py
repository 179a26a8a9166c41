"""The scorers of coreference: how well chains of mentions that were found agree with chains that are given.

MUC counts links (Vilain et al. 1995, "A model-theoretic coreference scoring scheme"); B-cubed looks from each mention (Bagga and
Baldwin 1998, "Algorithms for scoring coreference chains"); CEAF-e pairs each chain with one (Luo 2005, "On coreference resolution
performance metrics", with its similarity phi 4). Mentions that only one side has are kept as they are, as Pradhan et al. 2014
("Scoring coreference partitions of predicted mentions: a reference implementation") settled it; the CoNLL figure is the mean of the
three F1.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

M = TypeVar("M", bound=Hashable)
Chain = frozenset[M]


@dataclass(slots=True)
class Tally:
    """Sums over documents of what precision and recall are made of."""

    found_right: float = 0.0
    found: float = 0.0
    gold_right: float = 0.0
    gold: float = 0.0

    def add(self, other: Tally) -> None:
        self.found_right += other.found_right
        self.found += other.found
        self.gold_right += other.gold_right
        self.gold += other.gold

    @property
    def precision(self) -> float:
        return self.found_right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.gold_right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"


@dataclass(slots=True)
class Scores:
    """The three figures over all documents so far."""

    muc: Tally = field(default_factory=Tally)
    b_cubed: Tally = field(default_factory=Tally)
    ceaf_e: Tally = field(default_factory=Tally)

    def add(self, gold: Sequence[Chain[M]], found: Sequence[Chain[M]]) -> None:
        """One document's chains. A mention stands in one chain of a side at most."""
        self.muc.add(muc(gold, found))
        self.b_cubed.add(b_cubed(gold, found))
        self.ceaf_e.add(ceaf_e(gold, found))

    @property
    def conll(self) -> float:
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def muc(gold: Sequence[Chain[M]], found: Sequence[Chain[M]]) -> Tally:
    return Tally(*_links(found, gold), *_links(gold, found))


def _links(chains: Sequence[Chain[M]], others: Sequence[Chain[M]]) -> tuple[float, float]:
    """How many of the links that hold each chain together the others keep, and how many there are."""
    where = _home(others)
    kept = sum(len(chain) - _parts(chain, where) for chain in chains)
    return kept, sum(len(chain) - 1 for chain in chains)


def _parts(chain: Chain[M], where: dict[M, int]) -> int:
    homes = [where.get(mention) for mention in chain]
    return len({h for h in homes if h is not None}) + sum(h is None for h in homes)


def b_cubed(gold: Sequence[Chain[M]], found: Sequence[Chain[M]]) -> Tally:
    return Tally(*_from_each(found, gold), *_from_each(gold, found))


def _from_each(chains: Sequence[Chain[M]], others: Sequence[Chain[M]]) -> tuple[float, float]:
    where = _home(others)
    right = 0.0
    for chain in chains:
        shares = Counter(h for mention in chain if (h := where.get(mention)) is not None)
        right += sum(n * n for n in shares.values()) / len(chain)
    return right, sum(map(len, chains))


def ceaf_e(gold: Sequence[Chain[M]], found: Sequence[Chain[M]]) -> Tally:
    where = _home(found)
    alike: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for at, chain in enumerate(gold):
        for home, n in Counter(h for mention in chain if (h := where.get(mention)) is not None).items():
            alike[at][home] = 2 * n / (len(chain) + len(found[home]))
    best = best_pairs(alike)
    return Tally(best, len(found), best, len(gold))


def _home(chains: Iterable[Chain[M]]) -> dict[M, int]:
    return {mention: at for at, chain in enumerate(chains) for mention in chain}


def best_pairs(alike: dict[int, dict[int, float]]) -> float:
    """The largest sum of likeness when each row is paired with one column at most: the shortest-paths form of the Hungarian method.

    Rows and columns without any likeness are left out, so that the square it works on stays small.
    """
    rows = sorted(alike)
    columns = sorted({column for row in alike.values() for column in row})
    size = max(len(rows), len(columns))
    cost = [[0.0] * (size + 1) for _ in range(size + 1)]
    for i, row in enumerate(rows, 1):
        for j, column in enumerate(columns, 1):
            cost[i][j] = -alike[row].get(column, 0.0)
    owner = _assigned(cost, size)
    return -sum(cost[owner[j]][j] for j in range(1, size + 1))


def _assigned(cost: Sequence[Sequence[float]], size: int) -> list[int]:
    """Which row (from 1 on) each column (from 1 on) goes to, at the lowest cost."""
    of_row, of_column, owner = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        owner[0], column = row, 0
        least, back, used = [float("inf")] * (size + 1), [0] * (size + 1), [False] * (size + 1)
        while owner[column]:
            used[column] = True
            here, delta, following = owner[column], float("inf"), 0
            for j in range(1, size + 1):
                if used[j]:
                    continue
                if (reduced := cost[here][j] - of_row[here] - of_column[j]) < least[j]:
                    least[j], back[j] = reduced, column
                if least[j] < delta:
                    delta, following = least[j], j
            for j in range(size + 1):
                if used[j]:
                    of_row[owner[j]] += delta
                    of_column[j] -= delta
                else:
                    least[j] -= delta
            column = following
        while column:
            owner[column], column = owner[back[column]], back[column]
    return owner

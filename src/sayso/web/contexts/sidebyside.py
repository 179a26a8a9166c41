"""Two texts put side by side: blocks that hold the same words in one row, what stands between them beside each other."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence

from sayso.spans import Span

Rows = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
"""Row by row the numbers of the blocks of either text; every block stands in one row, in the order of its text."""


def rows(a: Sequence[Span], b: Sequence[Span], shared: Iterable[tuple[Span, Span]]) -> Rows:
    """The rows of two texts with the blocks `a` and `b`, which share these stretches.

    Where the order of the texts differs, what they share most of keeps its row, and the rest stays where its text has it.
    """
    out: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    at_a = at_b = 0
    for i, j in (*_in_step(_weights(a, b, shared)), (len(a), len(b))):
        if at_a < i or at_b < j:
            out.append((tuple(range(at_a, i)), tuple(range(at_b, j))))
        if i < len(a) and j < len(b):
            out.append(((i,), (j,)))
        at_a, at_b = i + 1, j + 1
    return tuple(out)


def _weights(a: Sequence[Span], b: Sequence[Span], shared: Iterable[tuple[Span, Span]]) -> Mapping[tuple[int, int], float]:
    """How many characters each two blocks have in common; a stretch over many blocks is spread over both evenly."""
    weights: dict[tuple[int, int], float] = {}
    for one, other in shared:
        scale = len(other) / max(1, len(one))
        for i in _touched(a, one):
            seen = a[i].common(one)
            start = other.start + round((seen.start - one.start) * scale) if seen else other.start
            end = other.start + round((seen.end - one.start) * scale) if seen else other.start
            there = Span(min(start, end), max(start, end))
            for j in _touched(b, there):
                common = b[j].common(there)
                if common:
                    weights[i, j] = weights.get((i, j), 0) + len(common)
    return weights


def _touched(blocks: Sequence[Span], span: Span) -> range:
    """Which of the blocks, in order and apart, the span may reach into."""
    first = max(0, bisect(blocks, span.start, key=lambda block: block.start) - 1)
    return range(first, bisect(blocks, span.end, key=lambda block: block.start))


def _in_step(weights: Mapping[tuple[int, int], float]) -> Sequence[tuple[int, int]]:
    """Pairs that rise on both sides, the heaviest first chosen."""
    taken: list[tuple[int, int]] = []
    for pair in sorted(weights, key=lambda pair: (-weights[pair], pair)):
        place = bisect(taken, pair)
        before = taken[place - 1] if place else (-1, -1)
        after = taken[place] if place < len(taken) else None
        if _rises(before, pair) and (after is None or _rises(pair, after)):
            taken.insert(place, pair)
    return taken


def _rises(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[0] and one[1] < other[1]

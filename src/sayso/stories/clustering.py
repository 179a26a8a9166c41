"""Stories out of likenesses: groups are joined while the mean likeness of all pairs between them holds, so that no chain forms.

A chain (A like B, B like C, C not like A) would draw a month of an affair into one story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from heapq import heapify, heappop, heappush


def grouped(count: int, scores: Mapping[tuple[int, int], float], threshold: float) -> list[list[int]]:
    """The numbers 0 … count-1 in groups, each sorted, in order of their first members.

    Joins the two groups whose pairs have the highest mean score, until none reaches the threshold; pairs without a score count 0.
    Equal means are taken in order of the groups' first members.
    """
    members = {place: [place] for place in range(count)}
    between: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), score in scores.items():
        between[a][b] = between[b][a] = score
    heap = [(-score, a, b, 1, 1) for (a, b), score in scores.items() if score >= threshold]
    heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heappop(heap)
        if a not in members or b not in members or (len(members[a]), len(members[b])) != (size_a, size_b):
            continue
        members[a] = sorted(members[a] + members.pop(b))
        _join(between, a, b)
        for other, total in sorted(between[a].items()):
            mean = round(total / (len(members[a]) * len(members[other])), 6)
            if mean >= threshold:
                low, high = min(a, other), max(a, other)
                heappush(heap, (-mean, low, high, len(members[low]), len(members[high])))
    return [members[place] for place in sorted(members)]


def _join(between: dict[int, dict[int, float]], a: int, b: int) -> None:
    """Adds the total scores of `b` to those of `a` and forgets `b`."""
    for other, total in between.pop(b, {}).items():
        between[other].pop(b, None)
        if other != a:
            between[a][other] = between[other][a] = between[a].get(other, 0.0) + total

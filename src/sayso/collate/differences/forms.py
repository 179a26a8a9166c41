"""Forms of one word: "rule" and "ruled", "stop" and "stopping"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

SHORTEST = 3
"""Letters that two forms must have in common from the first."""

ENDINGS = frozenset(("", "e", "s", "es", "d", "ed", "ing", "n", "en", "y", "ies", "ied", "ying"))
"""What may follow them, in either; irregular forms ("sell", "sold") are two words here."""


def same_words(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two runs of folded words are the same, each in some form."""
    return len(ours) == len(theirs) and all(map(_of_one_word, ours, theirs))


def _of_one_word(one: str, other: str) -> bool:
    if one == other:
        return True
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    ends = (word[same:] for word in (one, other))
    return same >= SHORTEST and all(end in ENDINGS or (end[:1] == one[same - 1] and end[1:] in ENDINGS) for end in ends)

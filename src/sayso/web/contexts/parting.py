"""Which words of two or more accounts part: the smallest stretches that one has and another has not."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations

from sayso.folding import Word, words
from sayso.spans import Span, Spans, merged

MOST_WORDS = 400


def parting(texts: Sequence[str]) -> tuple[Spans, ...]:
    """For each text the spans in it that are not word for word in all of the others; the whole text where it shares nothing.

    Case, accents and the look of quotation marks do not count as parting. Texts of more than 400 words are not compared.
    """
    read = [words(text) for text in texts]
    if any(len(found) > MOST_WORDS for found in read):
        return tuple(() for _ in texts)
    lone: list[set[int]] = [set() for _ in texts]
    for (i, ours), (j, theirs) in combinations(enumerate(read), 2):
        matcher = SequenceMatcher(None, [w.text for w in ours], [w.text for w in theirs], autojunk=False)
        for same, a_start, a_end, b_start, b_end in matcher.get_opcodes():
            if same != "equal":
                lone[i].update(range(a_start, a_end))
                lone[j].update(range(b_start, b_end))
    return tuple(_stretches(found, places) for found, places in zip(read, lone, strict=True))


def _stretches(found: Sequence[Word], places: set[int]) -> Spans:
    """Neighbouring words as one stretch."""
    runs: list[Span] = []
    last = -2
    for place in sorted(places):
        span = found[place].span
        if runs and place == last + 1:
            runs[-1] = runs[-1].hull(span)
        else:
            runs.append(span)
        last = place
    return merged(runs)

"""The verbs of a statement, as far as the forms of its words show them: two statements of one theme differ in what is done."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sayso.collate.wording import lists, stem
from sayso.folding import Word

ENDINGS = {"ed": 4, "ing": 5}
"""A verb's endings, with the letters that a word has at the least which they show to be one: "red" and "king" are none."""

SHORTEST = 3
"""Letters of a word that its place shows to be a verb."""


def predicates(said: Sequence[Word]) -> frozenset[str]:
    """The stems of words that have a verb's ending, are known as verbs, or follow an auxiliary or "to".

    A participle beside a noun is among them, which does no harm where two statements are laid beside each other.
    """
    known, small = lists().finite | lists().pasts, lists().small
    verbs = [word.text for word in said[:1] if word.text in known]
    verbs += [word.text for before, word in pairwise(said) if word.text in known or _is_verb(before.text, word.text)]
    return frozenset(stem(word) for word in verbs if word not in small)


def _is_verb(before: str, word: str) -> bool:
    if any(word.endswith(ending) and len(word) >= letters for ending, letters in ENDINGS.items()):
        return True
    auxiliary = before == "to" or (before in lists().finite and before in lists().small)
    return auxiliary and len(word) >= SHORTEST and word.isalpha()

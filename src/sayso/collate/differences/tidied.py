"""What copy editors, stenographers and house style make of one utterance: no other words."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.collate.differences.forms import same_words
from sayso.collate.differences.laid import Slot
from sayso.collate.differences.phrases import phrases
from sayso.collate.wording import lists
from sayso.folding import Word

LEFT_TO_EDITORS = ("a", "an", "the", "that", "and")

SHORTENED = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'s": "is", "'d": "would"}
"""The endings of contractions, by what is said with them most."""


def tidied(slot: Slot, at_start: bool, at_end: bool) -> bool:
    """Whether the words that part are the same when written out: "we've" and "we have", "2 in 3" and "two-in-three", "gonna"; or an
    article or a title more or less. Where the quotation begins or ends with them, one report may also begin later or end earlier.
    """
    if all(word.text in LEFT_TO_EDITORS for word in (*slot.a, *slot.b)):
        return True
    if not (slot.a and slot.b):
        return all(word.text in lists().titles for word in (*slot.a, *slot.b))
    if len(slot.a) == len(slot.b) == 1 and _shortens(slot.a[0].text, slot.b[0].text):
        return True
    ours, theirs = _written_out(slot.a), _written_out(slot.b)
    if "".join(ours) == "".join(theirs):
        return True
    short, long = sorted((ours, theirs), key=len)
    return (at_start and same_words(long[-len(short) :], short)) or (at_end and long[: len(short)] == short)


def _written_out(said: Sequence[Word]) -> list[str]:
    return [part for word in said for whole in word.text.split("-") for part in _parts(whole)]


def _parts(word: str) -> list[str]:
    if word in phrases().written_out:
        return list(phrases().written_out[word])
    for ending, whole in SHORTENED.items():
        if word.endswith(ending) and (ending != "'s" or word.removesuffix("'s") in phrases().contracted):
            return [word.removesuffix(ending), whole]
    return [word]


def _shortens(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return {short, long} <= lists().titles and long.startswith(short)

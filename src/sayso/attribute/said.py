"""A cue as it was used: its words and lemmas, who stands before it, and what negates, delays or withholds it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from sayso.attribute import cues
from sayso.attribute.raw import Raw
from sayso.attribute.words import listed
from sayso.spans import words_of

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

NEAR = 25
"""Characters between a source and its cue that can hold a negation of the cue and nothing else."""

LAST = 3
"""Words before a cue among which its negation stands."""

AFTER = 11
"""Characters after a cue that can turn it: "pleaded | not guilty"."""

NOBODY = ("no ", "nobody", "none ", "neither ", "few ", "hardly any")
COMING = re.compile(
    r"\b(?:expected|due|set|scheduled|likely|poised|preparing|planning|going|about) to\b|(?<!\bthe )(?<!\bhis )(?<!\bher )\bwill\b"
)
POSSIBLY = re.compile(r"\b(?:may|might) (?:\w+ )?(?:have|be)\b")


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a cue in lower case, those between its source and it, what is said, and what stands right after the cue."""

    words: tuple[str, ...]
    before: tuple[str, ...]
    content: str
    after: str
    source: str

    @property
    def lemmas(self) -> set[str]:
        return {cue.lemma if (cue := cues.verb(word)) else word for word in self.words}

    @property
    def negated(self) -> bool:
        denied = is_negated(self.words) or is_negated(self.before) or self.source.lower().startswith(NOBODY)
        return denied or ("failed" in (*self.before, *self.words) and "to" in self.words) or self.stops_short

    @property
    def stops_short(self) -> bool:
        return any(pair == ("short", "of") for pair in pairwise(self.words))

    @property
    def is_to_come(self) -> bool:
        """Whether it is not said yet: "is expected to say", "will tell the inquiry"."""
        return COMING.search(" ".join((*self.before, *self.words))) is not None

    @property
    def is_perhaps_said(self) -> bool:
        return POSSIBLY.search(" ".join((*self.before, *self.words))) is not None

    @property
    def is_passive(self) -> bool:
        """Whether nobody is named who says it: "is said to", "has been accused of"."""
        first = self.words[:2]
        return not self.source and (not listed("be").isdisjoint(first[:1]) or first[1:] == ("been",))

    def does(self, *lemmas: str) -> bool:
        return not self.lemmas.isdisjoint(lemmas)

    def follows(self, first: str, second: str) -> bool:
        """Whether the cue, or it with what stands after it, has a verb with its particle: "ruled out", "has pointed out"."""
        lemmas = [cue.lemma if (cue := cues.verb(word)) else word for word in (*self.words, *WORD.findall(self.after.lower())[:1])]
        return any(pair == (first, second) for pair in pairwise(lemmas))


def said_in(text: str, raw: Raw) -> Said:
    """The cue of an attribution as it was used."""
    words = words_of(raw.cue, text, " ")
    return Said(
        tuple(_word(w) for w in WORD.findall(words)),
        words_before(text, raw),
        words_of(raw.content[:1], text),
        text[raw.cue[-1].end :][:AFTER].strip() if raw.cue else "",
        words_of(raw.source, text, " "),
    )


def words_before(text: str, raw: Raw) -> tuple[str, ...]:
    """The last words before the cue, from its source on: "the port had not yet", where the cue was read without them. What stands
    between commas belongs to the source.
    """
    if not raw.cue or not raw.source or raw.source[-1].end > raw.cue[0].start or raw.cue[0].start - raw.source[-1].end > NEAR:
        return ()
    between = text[raw.source[-1].start : raw.cue[0].start].rpartition(",")[2]
    return tuple(map(_word, WORD.findall(between)[-LAST:]))


def _word(word: str) -> str:
    return word.lower().replace("’", "'")


def is_negated(words: tuple[str, ...]) -> bool:
    """Whether words of a cue deny it: "has never said", but not "has not only said"."""
    return not {"only", "just"} & set(words) and any(word in listed("negation") or word.endswith("n't") for word in words)

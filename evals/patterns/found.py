"""An attribution while it is still places of words in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from evals.patterns.phrases import Stretch


@dataclass(frozen=True, slots=True)
class Found:
    """`pattern` says how it was found and `word` by which cue word, before what.

    `opens_quote` and `closes_quote` are places of quotation marks: the whole quotation there belongs to the content, even where
    it reaches beyond the sentence.
    """

    source: Stretch | None
    cue: Stretch
    content: tuple[Stretch, ...]
    pattern: str
    word: str
    opens_quote: int | None = None
    closes_quote: int | None = None

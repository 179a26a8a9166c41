"""Where a report says that a quotation is a translation, in its sentence or beside it."""

from __future__ import annotations

import re
from functools import cache

from sayso.collate.differences.phrases import phrases
from sayso.collate.told import Told
from sayso.spans import Span


def translated(told: Told) -> str | None:
    """The words that say it ("through an interpreter", "said in Mandarin"), outside quotation marks; None where there are none."""
    match = next((m for m in _signs().finditer(told.reading.text, *_beside(told)) if not _is_quoted(told, m.span())), None)
    return " ".join(match[0].split()) if match else None


def _beside(told: Told) -> tuple[int, int]:
    """From the beginning of the sentence before to the end of the sentence after, within its paragraph."""
    sentences = told.reading.annotation.sentences
    first, last = (sentences[min(max(0, i), len(sentences) - 1)].span for i in (told.sentence - 1, told.sentence + 1))
    text, place = told.reading.text, told.place
    above, below = text.rfind("\n", 0, place.start) + 1, text.find("\n", place.end)
    return max(first.start, above), min(last.end, below if below >= 0 else len(text))


def _is_quoted(told: Told, found: tuple[int, int]) -> bool:
    return any(q.inner.contains(Span(*found)) for q in told.reading.annotation.quotations)


@cache
def _signs() -> re.Pattern[str]:
    """The phrases of the list, and any word of speaking or writing with the name of a language close behind."""
    said = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases().translating)
    spoken, tongues = ("|".join(sorted(words)) for words in (phrases().uttering, phrases().tongues))
    return re.compile(rf"\b(?:{said}|(?:{spoken})\b[^.!?\n“”\"]{{0,40}}?\bin\s+(?:{tongues}))\b", re.IGNORECASE)

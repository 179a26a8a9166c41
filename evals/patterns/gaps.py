"""Clauses whose subject stands before their source: "the men, who POLICE said were armed" says that the men were armed."""

from __future__ import annotations

from evals.patterns.phrases import Stretch
from evals.patterns.subjects import subject_before
from evals.patterns.words import Line, Part, listed

FINITE = (Part.AUXILIARY, Part.MODAL, Part.VERB, Part.PAST)
ASIDE = (Part.COMMA, Part.DASH)


def said_across(line: Line, source: Stretch, start: int, end: int) -> tuple[Stretch, tuple[Stretch, ...]]:
    """The source and the content that begins at word `start`, with the content's subject if that stands before the source."""
    place = start
    while place < end and line[place].part is Part.ADVERB:
        place += 1
    plain = source, ((start, end),)
    if place >= end or line[place].part not in FINITE or line[place].quoted:
        return plain
    opens = line[source[0] - 1] if source[0] else None
    if opens is not None and opens.text == "what" and line[place].text in listed("be") and place + 1 < end:
        return source, ((place + 1, end),)
    if opens is not None and opens.part is Part.RELATIVE and source[0] > 1:
        aside = line[source[0] - 2].part in ASIDE
        before = source[0] - (2 if aside else 1)
        subject = _after_verb(line, subject_before(line, before)) if before else None
        if subject is not None and subject[0] and line[subject[0] - 1].part is Part.JOINS:
            subject = (source[0] - 1, source[0])
        closes = next((p for p in range(place + 1, end - 1) if _closes(line, p)), end) if aside else end
        return (source, (subject, (start, closes))) if subject else plain
    head = source[1] - 1
    if line[source[0]].text in ("a", "an") and head > source[0] + 1 and line[head].text.endswith("s"):
        return (head, head + 1), ((source[0], head), (start, end))
    return plain


def _after_verb(line: Line, phrase: Stretch | None) -> Stretch | None:
    """"Four divers" of "the yard hired four divers"."""
    if phrase is None:
        return None
    verbs = (p for p in range(phrase[1] - 2, phrase[0], -1) if line[p].part in FINITE and line[p - 1].part is Part.NOUN)
    start = next((p + 1 for p in verbs if line[p + 1].part is not Part.PREPOSITION), phrase[0])
    return (start, phrase[1])


def _closes(line: Line, place: int) -> bool:
    """Whether an aside ends here: its comma stands before the verb of the clause around it."""
    return line[place].part in ASIDE and not line[place].quoted and line[place + 1].part in FINITE

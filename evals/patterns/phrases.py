"""Noun phrases: who or what it is, read forwards from a word."""

from __future__ import annotations

from evals.patterns.words import Line, Part, Word, is_time, listed

INSIDE = (Part.NOUN, Part.POSSESSIVE, Part.DETERMINER)
DESCRIBES = (Part.PAST, Part.PRESENT, Part.ADVERB)
PARTICIPLES = (Part.PAST, Part.VERB)
LEFT_OVER = (Part.PREPOSITION, Part.JOINS, Part.COMMA, Part.OPENS, Part.TO)
LONGEST_ASIDE = 30
LONGEST = 45

Stretch = tuple[int, int]
"""Places of words in a sentence, half-open."""


def phrase_after(line: Line, start: int, *, bare: bool = False, asides: bool = True) -> Stretch | None:
    """The noun phrase that begins at word `start` with its "of" and "for" phrases, or None where none begins.

    With its apposition, too, if `asides`; without that and without any other preposition if `bare`.
    """
    if start >= len(line):
        return None
    counted = start + 1 < len(line) and line[start + 1].text == "of"
    if line[start].part is Part.PRONOUN and not counted:
        return (start, start + 1)
    if line[start].part not in (*INSIDE, *DESCRIBES, Part.PRONOUN):
        return None
    end, nouns = start, 0
    while end < min(len(line), start + LONGEST) and ((end == start and counted) or _goes_on(line, end, nouns > 0, bare, asides)):
        nouns += line[end].part is Part.NOUN
        end += 1
    while end > start and line[end - 1].part in LEFT_OVER:
        end -= 1
    return (start, end) if nouns else None


def _goes_on(line: Line, place: int, named: bool, bare: bool, asides: bool) -> bool:
    """Whether the word at `place` belongs to the phrase before it; `named` tells that the phrase has a noun already."""
    part = line[place].part
    follows = line[place + 1] if place + 1 < len(line) else None
    if named and is_time(line, place):
        return follows is not None and follows.part is Part.NOUN and follows.capital
    if part in INSIDE or part in (Part.OPENS, Part.CLOSES):
        return True
    if follows is None:
        return False
    if part in DESCRIBES and not named:
        return follows.part in (Part.NOUN, Part.PAST, Part.PRESENT)
    if part in (Part.PREPOSITION, Part.TO):
        return named and _takes_phrase(line, place, follows, bare)
    if part is Part.VERB and follows.text == "of" and line[place - 1].part in INSIDE:
        return True
    if part in PARTICIPLES:
        return named and not bare and follows.text == "by"
    if part is Part.COMMA:
        return asides and not bare and says_who(follows) and _is_aside(line, place + 1)
    return part is Part.JOINS and follows.part in INSIDE


def _takes_phrase(line: Line, place: int, follows: Word, bare: bool) -> bool:
    """Whether a preposition says more of the phrase rather than when, where or how something was said."""
    if follows.part not in INSIDE and follows.part is not Part.PRONOUN:
        return False
    loose = line[place].text in listed("loose") and line[place - 1].part not in PARTICIPLES
    return not loose or not (bare or follows.text in listed("time") or _sets_scene(line, place + 1))


def says_who(word: Word) -> bool:
    """Whether a word can begin an apposition."""
    return word.part in (Part.NOUN, Part.DETERMINER, Part.RELATIVE)


def _sets_scene(line: Line, start: int) -> bool:
    """Whether the phrase at word `start` is where or how something was said rather than who said it."""
    return any(word.text in listed("scene") for word in line[start : start + 6])


def _is_aside(line: Line, start: int) -> bool:
    """Whether what begins at `start` is an apposition: no verb of its own up to the comma or end that closes it."""
    for place in range(start, min(len(line), start + LONGEST_ASIDE)):
        part = line[place].part
        if part in (Part.COMMA, Part.POINT, Part.DASH, Part.MARK):
            return True
        if part in (Part.AUXILIARY, Part.MODAL, Part.VERB) and line[start].part is not Part.RELATIVE:
            return False
    return True

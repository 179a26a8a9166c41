"""Who it is: the noun phrase before a verb, with what says more of it."""

from __future__ import annotations

from evals.patterns.phrases import DESCRIBES, INSIDE, LONGEST, LONGEST_ASIDE, Stretch, says_who
from evals.patterns.words import Line, Part, is_time, listed

BOUNDARY = (Part.COMMA, Part.COLON, Part.DASH, Part.MARK, Part.POINT, Part.JOINS, Part.SUBORDINATES, Part.RELATIVE, Part.QUESTION)
INSIDE_CLAUSE = (Part.VERB, Part.PAST, Part.PREPOSITION, Part.TO, Part.AUXILIARY, Part.MODAL)
BREAKS = (Part.COMMA, Part.COLON, Part.DASH, Part.MARK, Part.POINT)
LATEST_RELATIVE = 4
"""Words of an aside among which a relative pronoun opens its clause: "which", "a copy of which"."""


def subject_before(line: Line, end: int) -> Stretch | None:
    """The noun phrase that ends at word `end` (not included) with its title and apposition, or None where none stands there."""
    last = end - 1
    while last >= 0 and (line[last].part is Part.ADVERB or (last > 1 and _is_when(line, last))):
        last -= 1
    if last < 0:
        return None
    if line[last].part is Part.COMMA or (line[last].part is Part.DASH and last > 2):
        return _before_aside(line, last)
    if line[last].part is Part.RELATIVE and line[last].text in ("who", "which", "that"):
        return (last, last + 1)
    if line[last].part is Part.PRONOUN:
        related = last > 0 and line[last].text in ("both", "all") and line[last - 1].text == "who"
        return (last - 1, last) if related else (last, last + 1)
    start = _start_of_phrase(line, last)
    return None if start is None else (_with_list(line, _with_count(line, _with_clause(line, start)), last), last + 1)


def _with_list(line: Line, start: int, last: int) -> int:
    """"Norland, Sudland and the port said": the names before the comma are sources too."""
    joined = any(word.part is Part.JOINS and word.text == "and" for word in line[start:last])
    while joined and start > 1 and line[start - 1].part is Part.COMMA and line[start].part in INSIDE:
        earlier = _start_of_phrase(line, start - 2)
        if earlier is None or not _is_listed(line, earlier, start - 1):
            break
        start = earlier
    return start


def _is_listed(line: Line, start: int, end: int) -> bool:
    """Whether a phrase before a comma can be one of several names: no time, no place that a sentence opens with."""
    if is_time(line, end - 1) or not any(word.capital for word in line[start:end]):
        return False
    return start == 0 or line[start - 1].part is Part.COMMA or line[start - 1].text in ("that", "while", "but", "and")


def _with_count(line: Line, start: int) -> int:
    """"More than 20", "at least six": how many they are belongs to who they are."""
    if start < 2 or not (line[start].text[0].isdigit() or line[start].text in listed("quantifier")):
        return start
    before = line[start - 2].text, line[start - 1].text
    return start - 2 if before[1] == "than" or before in (("at", "least"), ("at", "most")) else start


def _is_when(line: Line, place: int) -> bool:
    """A time between subject and verb: "the minister on Monday said"."""
    if is_time(line, place) or (line[place].text.isdigit() and is_time(line, place - 1)):
        return line[place - 1].part is not Part.POSSESSIVE
    return line[place].text in ("on", "in", "late", "early", "last", "this") and place + 1 < len(line) and is_time(line, place + 1)


def _with_clause(line: Line, start: int) -> int:
    """"Many of those who back Smith said": where what seems the source only ends a clause about it, the source begins before."""
    if start < 3 or line[start - 1].part not in INSIDE_CLAUSE:
        return start
    for place in range(start - 1, max(0, start - LONGEST_ASIDE), -1):
        if line[place].part in BREAKS or line[place].part is Part.SUBORDINATES:
            return start
        if line[place].text == "who" and line[place - 1].part in (Part.NOUN, Part.PRONOUN):
            earlier = _start_of_phrase(line, place - 1)
            return place - 1 if earlier is None else earlier
    return start


def _before_aside(line: Line, closing: int) -> Stretch | None:
    """NAME, aside, VERB: the aside belongs to the source when it says who that is."""
    kind = line[closing].part
    for place in range(closing - 2, max(0, closing - LONGEST_ASIDE) - 1, -1):
        if line[place].part is kind and not line[place].quoted:
            start = _start_of_phrase(line, place - 1) if place else None
            if start is None and place and line[place - 1].part is Part.PRONOUN:
                start = place - 1
            if start is None or not _opens_clause(line, start) or not _is_aside(line, place + 1, closing):
                continue
            return (start, closing if says_who(line[place + 1]) else place)
    return None


def _is_aside(line: Line, start: int, end: int) -> bool:
    """Whether what stands between the commas only says more of what is before: it has no verb, or is a clause with "who"."""
    aside = line[start:end]
    if aside[0].part is Part.RELATIVE or any(word.text in ("which", "whom") for word in aside[:LATEST_RELATIVE]):
        return not any(word.part is Part.COMMA for word in aside)
    finite = (Part.VERB, Part.AUXILIARY, Part.MODAL)
    return aside[0].part is not Part.PAST and not any(word.part in finite and not word.quoted for word in aside)


def _opens_clause(line: Line, start: int) -> bool:
    """Whether a clause can begin at this word: nothing before it governs it."""
    return start == 0 or line[start - 1].part in (*BOUNDARY, Part.CLOSES) or is_time(line, start - 1)


def _start_of_phrase(line: Line, last: int) -> int | None:
    """Where the noun phrase that ends with word `last` begins; None when that word can end none."""
    place, nouns = last, 0
    limit = max(-1, last - LONGEST)
    while place > limit:
        part = line[place].part
        after = line[place + 1].part if place < last else None
        before = line[place - 1].part if place else None
        if part in INSIDE:
            nouns += part is Part.NOUN
            if part is Part.DETERMINER and before not in (Part.DETERMINER, Part.PREPOSITION, Part.PAST, Part.JOINS, Part.TO):
                place -= 1
                break
        elif part is Part.CLOSES:
            opening = _opening(line, place)
            apart = place < last and line[place].span.end < line[place + 1].span.start
            if opening is None or (apart and not opening):
                break
            place = opening
        elif part in DESCRIBES and after in (Part.NOUN, Part.PAST, Part.PRESENT) and _describes(line, place):
            pass
        elif nouns and part in (Part.PREPOSITION, Part.TO):
            if before not in (Part.NOUN, Part.CLOSES) and not _is_reduced(line, place - 1) and not _counts(line, place - 1):
                break
            if before is not None and before is not Part.NOUN and _is_reduced(line, place - 1):
                place -= 1
        elif nouns and part is Part.JOINS:
            if before not in (Part.NOUN, Part.CLOSES) or not _joins_subjects(line, place):
                break
        elif nouns and part is Part.PRONOUN and after is Part.PREPOSITION:
            place -= 1
            break
        else:
            break
        place -= 1
    start = _without_time(line, place + 1, last)
    return start if nouns and start <= last and any(w.part is Part.NOUN for w in line[start : last + 1]) else None


def _describes(line: Line, place: int) -> bool:
    """"The retired general": a participle inside a phrase, not the verb between "Smith" and "Jones"."""
    before = line[place - 1] if place else None
    if before is None or before.part in (Part.DETERMINER, Part.POSSESSIVE):
        return True
    return before.part in (Part.NOUN, Part.COMMA) and not before.capital and not line[place + 1].capital


def _counts(line: Line, place: int) -> bool:
    return place >= 0 and line[place].text in listed("quantifier")


def _opening(line: Line, closing: int) -> int | None:
    return next((p for p in range(closing - 1, max(-1, closing - LONGEST_ASIDE), -1) if line[p].part is Part.OPENS), None)


def _is_reduced(line: Line, place: int) -> bool:
    """A participle that only describes the noun before it: "people briefed on the matter"."""
    participle = line[place].part in (Part.PAST, Part.PRESENT) or line[place].text in listed("done_by")
    by = line[place].part is not Part.VERB or line[place + 1].text == "by"
    return place > 0 and participle and by and line[place - 1].part is Part.NOUN


def _joins_subjects(line: Line, place: int) -> bool:
    start = _start_of_phrase(line, place - 1)
    return start is not None and _opens_clause(line, start)


def _without_time(line: Line, start: int, last: int) -> int:
    """"Last week officials": a time at the head is no part of the source."""
    place = start
    if line[start].part is Part.DETERMINER:
        named = (p for p in range(start + 1, last) if line[p].text in listed("occasion") and line[p + 1].capital)
        place = next((p + 1 for p in named), start)
    while place < last and is_time(line, place):
        place += 1
        if place < last and line[place].text.isdigit():
            place += 1
    return place

"""Attributions by other words than verbs: "according to", nouns such as "claim", adverbs such as "allegedly"."""

from __future__ import annotations

from collections.abc import Iterator

from evals.patterns import clauses, cues
from evals.patterns.found import Found
from evals.patterns.groups import groups
from evals.patterns.phrases import Stretch, phrase_after
from evals.patterns.subjects import subject_before
from evals.patterns.words import Line, Part, listed

ENDS_THING = (Part.COMMA, Part.DASH, Part.AUXILIARY, Part.MODAL, Part.VERB, Part.RELATIVE, Part.POINT)
LONGEST_REFUSAL = 8
REFUSAL_PARTS = (Part.ADVERB, Part.AUXILIARY, Part.MODAL, Part.VERB, Part.PAST, Part.DETERMINER, Part.PRONOUN, Part.PREPOSITION)
BEFORE_VERB = (Part.ADVERB, Part.AUXILIARY, Part.MODAL)


def found_by_others(line: Line) -> Iterator[Found]:
    """Each attribution in the sentence whose cue is no verb, in order of the cues."""
    for place, word in enumerate(line):
        if word.quoted:
            continue
        if word.text == "according" and place + 1 < len(line) and line[place + 1].text == "to":
            found = _according(line, place)
        elif word.text == "comment":
            found = _comment(line, place)
        elif cues.noun(word.text) and word.part in (Part.NOUN, Part.VERB):
            found = _noun(line, place)
        elif cues.adverb(word.text):
            found = _adverb(line, place)
        else:
            found = None
        if found is not None:
            yield found


def _according(line: Line, place: int) -> Found | None:
    source = _source_of_according(line, place)
    if source is None:
        return None
    cue = (place, place + 2)
    before = place
    while before and line[before - 1].part in (Part.COMMA, Part.DASH, Part.SUBORDINATES, Part.JOINS, Part.RELATIVE):
        before -= 1
    after = source[1]
    content: list[Stretch] = []
    closes = opens = None
    if before > 1:
        content.append((clauses.after_dateline(line), before))
        closes = before - 1 if line[before - 1].part is Part.MARK else None
    if after < len(line) and line[after].part in (Part.COMMA, Part.COLON):
        after += 1
        if after < len(line) and line[after].part is Part.MARK:
            opens = after
        elif not content or (line[after - 1].part is Part.COMMA and _goes_on(line, after)):
            end = clauses.clause_end(line, after, None, ())
            if end > after:
                content.append((after, end))
    if not content:
        return None
    return Found(source, cue, tuple(content), "according to", "according to", opens, closes)


def _goes_on(line: Line, place: int) -> bool:
    return place < len(line) and line[place].part not in (
        Part.RELATIVE, Part.SUBORDINATES, Part.QUESTION, Part.PRESENT, Part.PREPOSITION, Part.JOINS, Part.DETERMINER,
    )


def _source_of_according(line: Line, place: int) -> Stretch | None:
    """With its apposition, if what follows the comma begins as one and, at the head of a sentence, ends as one."""
    whole, short = phrase_after(line, place + 2), phrase_after(line, place + 2, asides=False)
    if whole is None or short is None or short[1] + 1 >= len(line):
        return short
    opens = line[short[1] + 1]
    titled = opens.part is Part.NOUN and not opens.capital and not place
    if not titled and opens.text not in ("a", "an", "the", "who", "which"):
        return short
    after = line[whole[1] : whole[1] + 2]
    closed = len(after) == 2 and after[0].part is Part.COMMA and after[1].part is not Part.RELATIVE
    return whole if place or closed else short


def _noun(line: Line, place: int) -> Found | None:
    """HIS claim that CONTENT; allegations of CONTENT; the suggestion by SOURCE that CONTENT."""
    cue = cues.noun(line[place].text)
    assert cue is not None
    start = place
    while start and line[start - 1].part in (Part.NOUN, Part.PAST, Part.PRESENT, Part.ADVERB) and place - start < 4:
        start -= 1
    source: Stretch | None = None
    if start and line[start - 1].text in listed("owning"):
        source = (start - 1, start)
    elif start and line[start - 1].part is Part.POSSESSIVE:
        phrase = subject_before(line, start)
        source = phrase
    else:
        start = place
    after = place + 1
    if after < len(line) and line[after].text in ("by", "from"):
        phrase = phrase_after(line, after + 1, bare=True)
        if phrase:
            source, after = phrase, phrase[1]
    if after >= len(line):
        return None
    takes = line[after].text
    if takes not in cue.takes or (source is None and takes != "that"):
        return None
    begin = after if takes in ("that", "to") else after + 1
    end = clauses.clause_end(line, begin, None, groups(line))
    if takes not in ("that", "to"):
        end = next((p for p in range(begin + 1, end) if line[p].part in ENDS_THING), end)
    if end <= begin:
        return None
    cue_end = place + 1 if takes in ("that", "to") or after > place + 1 else after + 1
    return Found(source, (start, cue_end), ((begin, end),), "noun", f"{cue.lemma} {takes}")


def _adverb(line: Line, place: int) -> Found | None:
    """SUBJECT allegedly DID: the whole clause is what somebody alleges."""
    start = place
    while start and line[start - 1].part in BEFORE_VERB:
        start -= 1
    subject = subject_before(line, start)
    end = clauses.clause_end(line, place + 1, None, ())
    content: list[Stretch] = []
    if subject is not None:
        content.append((subject[0], place) if start < place else subject)
    if end > place + 1:
        content.append((place + 1, end))
    return Found(None, (place, place + 1), tuple(content), "adverb", line[place].text) if content else None


def _comment(line: Line, place: int) -> Found | None:
    """SOURCE had no comment; SOURCE could not be reached for comment."""
    start = place
    while start and place - start < LONGEST_REFUSAL and line[start - 1].part in REFUSAL_PARTS:
        start -= 1
    words = [word.text for word in line[start:place]]
    verb = next((start + n for n, word in enumerate(words) if word in ("had", "has", "have", "made", "offered", "reached")), None)
    if verb is None or ("no" not in words and "not" not in words):
        return None
    source = subject_before(line, start)
    return Found(source, (start, verb + 1), ((verb + 1, place + 1),), "comment", "comment") if source else None

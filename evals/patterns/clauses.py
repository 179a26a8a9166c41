"""Where the content of an attribution begins and ends in its sentence."""

from __future__ import annotations

from evals.patterns.groups import Group, Voice
from evals.patterns.phrases import phrase_after
from evals.patterns.subjects import subject_before
from evals.patterns.words import Line, Part, Word, is_time, listed

LONGEST = 200
LONGEST_DATELINE = 12
LEADS = ("while", "although", "though", "as", "after", "when", "whereas", "since", "because", "if")
PARTS_CLAUSES = ("and", "but", "while", "as", "although", "though", "when", "whereas")
ADDS = ("a", "an", "the", "but", "which", "who")
INTRODUCES = (Part.SUBORDINATES, Part.QUESTION, Part.PREPOSITION, Part.PAST, Part.PRESENT)
GOES_ON = (Part.VERB, Part.PAST, Part.AUXILIARY, Part.MODAL, Part.TO, Part.PREPOSITION, Part.NOUN)
CLOSING = (Part.POINT, Part.COMMA, Part.COLON, Part.MARK, Part.DASH)


def after_adjuncts(line: Line, place: int) -> int:
    """The first word after when, where and to whom it was said: after "said" in "said on Monday in London that …"."""
    while place < len(line):
        word = line[place]
        times = listed("time")
        if place + 1 < len(line) and counts(word, line[place + 1]) and line[place + 1].text in ("least", "most"):
            return place
        if is_time(line, place) or (word.part is Part.ADVERB and place + 1 < len(line)):
            place += 1
            while place < len(line) and line[place].text.isdigit():
                place += 1
            continue
        if word.text in ("by", "over") and place + 1 < len(line) and line[place + 1].text in listed("means"):
            place += 2
            continue
        if word.text not in listed("adjunct") or word.quoted:
            return place
        phrase = phrase_after(line, place + 1, bare=True)
        end = phrase[1] if phrase else place + 1
        timed = line[place + 1].text in times if place + 1 < len(line) else False
        while timed and end < len(line) and (line[end].text in times or line[end].text.isdigit()):
            end += 1
        if not phrase and not timed:
            return place
        scene = timed or any(w.text in listed("scene") for w in line[place:end])
        goes_on = end < len(line) and line[end].part not in CLOSING and line[end].text not in ("that", *listed("adjunct"))
        if goes_on and not scene:
            return place
        place = end
    return place


def after_dateline(line: Line) -> int:
    """The first word after "EASTPORT, Norland (Wire) —", or 0 where the sentence opens with none."""
    for place in range(1, min(len(line) - 1, LONGEST_DATELINE)):
        if line[place].part is Part.DASH:
            return place + 1 if line[place - 1].part is Part.CLOSES else 0
        if not line[place].capital and line[place].part not in (Part.COMMA, Part.OPENS, Part.CLOSES, Part.POINT):
            return 0
    return 0


def counts(word: Word, follows: Word) -> bool:
    """"At least", "about 40": a preposition that says how many begins a content rather than a circumstance."""
    return word.part is Part.PREPOSITION and (follows.text in ("least", "most") or follows.text[0].isdigit())


def clause_end(line: Line, start: int, group: Group | None, others: tuple[Group, ...]) -> int:
    """The place after the last word of a content that begins at word `start`, without the point that ends the sentence."""
    end = len(line)
    while end > start and line[end - 1].part is Part.POINT and line[end - 1].text in ".;,…":
        end -= 1
    for other in others:
        if other.head > start + 1 and other is not group:
            cut = _cut_by(line, start, other)
            if cut is not None and start < cut < end:
                return cut
    return end


def before_main_clause(line: Line, group: Group, start: int, end: int) -> int:
    """Where a content ends whose cue stands in the clause that leads a sentence: "While HE said it was safe, the port closed"."""
    if line[0].text not in LEADS or any(word.part is Part.COMMA for word in line[: group.start]):
        return end
    commas = (p for p in range(start + 1, min(end - 1, start + LONGEST)) if line[p].part is Part.COMMA and not line[p].quoted)
    return next((p for p in commas if line[p + 1].part in (Part.NOUN, Part.DETERMINER, Part.PRONOUN)), end)


def before_other_source(line: Line, start: int, end: int) -> int:
    """"HE vowed revenge, according to the agency": the content ends before who else is named for it."""
    for place in range(start + 2, min(end - 1, start + LONGEST)):
        named = line[place].text == "according" and line[place + 1].text == "to" and not line[place].quoted
        if named and line[place - 1].part is Part.COMMA:
            return place - 1
    return end


def goes_on_to_act(line: Line, place: int) -> bool:
    """"And" or "but" before what the subject did besides: "HE blamed the yard and closed the pier"."""
    if line[place].part is not Part.JOINS or place + 2 >= len(line):
        return False
    verb, after = line[place + 1], line[place + 2]
    if verb.text in ("has", "have", "had"):
        return after.part in (Part.PAST, Part.VERB, Part.ADVERB) or after.text in ("been", "never")
    thing = after.part in (Part.DETERMINER, Part.PRONOUN, Part.PREPOSITION, Part.TO) or after.named or after.text[0].isdigit()
    return verb.part is Part.PAST and thing


def object_end(line: Line, start: int, end: int, *, names: bool = False) -> int:
    """Where a content that is a thing rather than a clause ends: before what only adds to it. At most `end`.

    With `names` a thing after a comma may be what it is called: "called the fall of the pier in Eastport, Norland, a disgrace".

    In PolNeAR the gold content of such cues ends at these places in six cases of ten or more; that of clauses does not.
    """
    place = start
    while (place := place + 1) < end - 1:
        word, follows = line[place], line[place + 1]
        if word.quoted:
            continue
        closing = next((p for p in range(place + 1, end) if line[p].part is Part.DASH), None) if word.part is Part.DASH else None
        if closing is not None:
            place = closing
            continue
        if word.part is Part.DASH or word.text == ";" or (line[place - 1].part is not Part.COMMA and goes_on_to_act(line, place)):
            return place
        named = names and follows.text in ("a", "an", "the")
        if word.part is Part.COMMA and not named and (follows.text in ADDS or follows.part in (Part.RELATIVE, Part.PAST)):
            return place
    return end


def quotation_goes_on(line: Line, mark: int, group: Group, others: tuple[Group, ...]) -> tuple[tuple[int, int], ...]:
    """The whole clause that a quotation only begins: SOURCE said “the road” was closed. Empty where the quotation ends it."""
    closing = next((p for p in range(mark + 1, len(line)) if line[p].part is Part.MARK), len(line))
    after = closing + 1
    if after + 1 >= len(line) or line[closing - 1].part in CLOSING:
        return ()
    joined = line[after].part is Part.JOINS and line[after + 1].text == "that"
    if not joined and (line[after].part not in GOES_ON or after_adjuncts(line, after) > after):
        return ()
    return ((mark, clause_end(line, mark, group, others)),)


def _cut_by(line: Line, start: int, other: Group) -> int | None:
    """Where a later cue in the sentence ends the content before it, or None where it lies inside that content."""
    before = other.start - 1
    if before <= start:
        return None
    part = line[before].part
    if other.voice is Voice.PARTICIPLE:
        return before if part is Part.COMMA else _accompanied(line, start, other)
    if other.voice is not Voice.ACTIVE:
        return None
    if part is not Part.JOINS:
        subject = subject_before(line, other.start)
        if subject is None or subject[0] <= start + 1:
            return None
        before = subject[0] - 1
        closes = other.head + 1 >= len(line) or line[other.head + 1].part in (Part.COLON, Part.POINT)
        if line[before].part is Part.COMMA and (closes or line[0].part in INTRODUCES):
            return before
        parted = line[before - 1].part is Part.COMMA or (line[before - 1].part is Part.MARK and line[before - 2].part is Part.COMMA)
        if line[before].text not in PARTS_CLAUSES or not parted:
            return None
    return before - 1 if line[before - 1].part is Part.COMMA else before


def _accompanied(line: Line, start: int, other: Group) -> int | None:
    """The place of "with" in "… with SOURCE saying"."""
    subject = subject_before(line, other.start)
    places = range(other.start - 1, subject[0] - 2, -1) if subject else ()
    place = next((p for p in places if p > start and line[p].text == "with"), None)
    return place - 1 if place and line[place - 1].part is Part.COMMA else place

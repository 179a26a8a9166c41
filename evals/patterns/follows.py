"""What follows a cue verb: where the cue ends, where the content begins, and of which form it is."""

from __future__ import annotations

from dataclasses import dataclass

from evals.patterns.clauses import after_adjuncts, counts
from evals.patterns.groups import Group
from evals.patterns.phrases import phrase_after
from evals.patterns.words import Line, Part, Word, listed

IN_PAPERS = ("statement", "interview")
BARE_FORMS = {"nominal": ("clause", "object"), "that": ("clause", "that")}


@dataclass(frozen=True, slots=True)
class Following:
    """`form` is one of those that `Cue.takes` lists, "nominal" for a noun or pronoun, or "" when nothing fits follows."""

    cue_end: int
    start: int
    form: str

    def fits(self, group: Group) -> bool:
        return any(form in group.cue.takes for form in BARE_FORMS.get(self.form, (self.form,)))


def what_follows(line: Line, group: Group) -> Following:
    """What comes after the head of a group; form "after" when the content must stand before it."""
    end = place = group.head + 1
    if place < len(line) and _is_own_particle(line, place, group):
        return Following(place + 1, place + 1, line[place].text)
    if group.cue.lemma in listed("addressed"):
        place = _beyond_addressee(line, place, group)
    if place < len(line) and line[place].text == "to" and "to" in group.cue.takes:
        return Following(end, place, "to")
    start = after_adjuncts(line, _beyond_however(line, place))
    end = next((p + 1 for p in range(place, min(start, place + 4)) if line[p].text in IN_PAPERS), end)
    if start >= len(line):
        return Following(end, start, "after")
    follows = line[start + 1] if start + 1 < len(line) else None
    return Following(end, *_form(line[start], follows, start, group))


def _beyond_however(line: Line, place: int) -> int:
    """After "warns, however, that": an adverb between commas says nothing of what follows."""
    between = line[place : place + 3]
    held = len(between) == 3 and between[0].part is between[2].part is Part.COMMA and between[1].text in listed("connecting")
    return place + 3 if held else place


def _form(word: Word, follows: Word | None, start: int, group: Group) -> tuple[int, str]:
    quoted_next = follows is not None and follows.part is Part.MARK
    if word.part is Part.COMMA:
        if follows is not None and follows.text == "that":
            return start + 1, "that"
        return (start + 1, "quote") if quoted_next else (start, "after")
    if word.part is Part.COLON:
        return (start, "quote") if follows is None else (start + 1, "quote" if quoted_next else "clause")
    if word.part is Part.MARK:
        return start, "quote" if "quote" in group.cue.takes else "nominal"
    if word.part in (Part.POINT, Part.JOINS, Part.RELATIVE) and word.text != "that":
        return start, "after"
    if word.text == "that":
        return start, "that"
    if word.part is Part.QUESTION:
        return start, "after" if word.text == "when" else "question"
    if word.part is Part.SUBORDINATES:
        return start, "after"
    if word.part in (Part.TO, Part.PREPOSITION):
        return start, "nominal" if follows is not None and counts(word, follows) else word.text
    by_somebody = word.text == "by" or (word.part is Part.ADVERB and follows is not None and follows.text == "by")
    return start, "" if by_somebody or word.part in (Part.DASH, Part.CLOSES, Part.OPENS) else "nominal"


def _is_own_particle(line: Line, place: int, group: Group) -> bool:
    """"called for", "warned of": a preposition that belongs to the cue, unless it only tells when or where."""
    word = line[place].text
    if place + 1 < len(line) and counts(line[place], line[place + 1]):
        return False
    if word not in listed("particles") or word not in group.cue.takes or word in ("to", "as"):
        return False
    return word not in listed("adjunct") or after_adjuncts(line, place) == place


def _beyond_addressee(line: Line, place: int, group: Group) -> int:
    """After "told" in "told the inquiry on Monday that …": the place of "that"."""
    phrase = phrase_after(line, place, bare=True)
    if phrase is None:
        return place
    end = after_adjuncts(line, phrase[1])
    if end >= len(line) or group.cue.lemma in listed("always_addressed"):
        return end
    return end if line[end].text in ("that", "to", "if", "whether") else place

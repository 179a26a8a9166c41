"""Passive cues: "was accused by SOURCE of CONTENT", "CONTENT is said to CONTENT". The source is left open where none is named."""

from __future__ import annotations

from evals.patterns.clauses import clause_end
from evals.patterns.found import Found
from evals.patterns.groups import Group
from evals.patterns.phrases import Stretch, phrase_after
from evals.patterns.postposed import is_postposed, postposed
from evals.patterns.subjects import subject_before
from evals.patterns.words import Line, Part, listed

NEARBY = 12
ENDS_LINE = (Part.POINT, Part.COMMA, Part.MARK, Part.CLOSES)
ENDS = (Part.COMMA, Part.MARK, Part.RELATIVE)


def passive(line: Line, group: Group, others: tuple[Group, ...], left: int) -> Found | None:
    """The attribution of a passive group, or None where it is only a passive. What it says begins at word `left` or later."""
    cue_end = place = group.head + 1
    lemma = group.cue.lemma
    told = lemma in listed("addressed")
    if lemma in listed("made") or any(word.text in listed("negation") for word in line[group.start : group.head]):
        return None
    if lemma == "know" and (place >= len(line) or line[place].text not in ("to", "that")):
        return None
    saying = next((p for p in range(place, min(len(line), place + NEARBY)) if line[p].text == "saying"), None)
    if lemma == "quote" and saying is not None:
        return _quoted_as_saying(line, group, saying, left)
    source = _named_by(line, place)
    if source is None and not told and lemma not in listed("said_to"):
        return None
    if source is not None and source[0] == place + 1:
        place = source[1]
    if lemma in ("accuse", "charge", "suspect") and place < len(line) and line[place].text in ("of", "with"):
        cue_end, place = (place + 1, place + 1) if place == cue_end else (cue_end, place + 1)
    content: list[Stretch] = []
    if told and (place >= len(line) or line[place].text not in listed("told")):
        return None
    subject = None if told else subject_before(line, group.start)
    if subject is not None:
        content.append(subject)
    end = clause_end(line, place, group, others)
    if end > place:
        content.append((place, end))
    return Found(source, (group.start, cue_end), tuple(content), "passive", f"{lemma} passive") if content else None


def _quoted_as_saying(line: Line, group: Group, saying: int, left: int) -> Found | None:
    """CONTENT, SOURCE was quoted as saying by a paper. Where the content follows, "saying" is the cue of its own."""
    source, paper = subject_before(line, group.start), _named_by(line, saying)
    after = paper[1] if paper else saying + 1
    if source is None or not is_postposed(line, source, left) or (after < len(line) and line[after].part not in ENDS_LINE):
        return None
    return postposed(line, "quote", source, (group.start, saying + 1), left, after, "content, source, passive cue")


def _named_by(line: Line, start: int) -> Stretch | None:
    """The phrase after "by", where one follows near by in the same clause."""
    for place in range(start, min(len(line), start + NEARBY)):
        if line[place].text == "by" and not line[place].quoted:
            return phrase_after(line, place + 1, bare=True)
        if line[place].part in ENDS:
            return None
    return None

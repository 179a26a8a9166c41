"""Contents that stand before their cue: "CONTENT, said SOURCE" and "CONTENT, SOURCE said, CONTENT"."""

from __future__ import annotations

from evals.patterns.clauses import after_adjuncts, after_dateline, clause_end
from evals.patterns.found import Found
from evals.patterns.groups import Group, Voice
from evals.patterns.phrases import Stretch, phrase_after
from evals.patterns.words import Line, Part, listed

BREAKS = (Part.COMMA, Part.MARK, Part.DASH, Part.POINT)
HOLDS_VERB = (Part.VERB, Part.PAST, Part.AUXILIARY, Part.MODAL, Part.MARK, Part.PRONOUN)
SAYS_MORE = (Part.PRESENT, Part.RELATIVE, Part.SUBORDINATES, Part.QUESTION, Part.PREPOSITION)
ENDS_CLAUSE = (
    *(Part.COMMA, Part.POINT, Part.COLON, Part.DASH, Part.CLOSES, Part.PREPOSITION, Part.JOINS),
    *(Part.SUBORDINATES, Part.QUESTION, Part.RELATIVE, Part.TO, Part.ADVERB),
)


def inverted(line: Line, group: Group, left: int) -> Found | None:
    """CONTENT, said SOURCE. The content begins at word `left` or later."""
    if group.start == 0 or line[group.start - 1].part not in BREAKS:
        return None
    if "after" not in group.cue.takes or group.voice is not Voice.ACTIVE or group.cue.lemma in listed("always_addressed"):
        return None
    if any(word.part in (Part.AUXILIARY, Part.MODAL) for word in line[group.start : group.head]):
        return None
    start = group.head + 1
    if start >= len(line) or line[start].text in listed("time") or line[start].part in (Part.MARK, Part.COLON, Part.ADVERB):
        return None
    phrases = (phrase_after(line, start), phrase_after(line, start, asides=False))
    source = next((phrase for phrase in phrases if phrase and _is_complete(line, phrase[1])), None)
    if source is None:
        return None
    after = source[1] if source == phrases[0] else len(line)
    return postposed(line, group.cue.lemma, source, (group.start, group.head + 1), left, after, "content, cue, source")


def _is_complete(line: Line, place: int) -> bool:
    """Whether nothing that follows needs the phrase before it as its subject."""
    return place >= len(line) or line[place].part in ENDS_CLAUSE or line[place].text in listed("time")


def is_postposed(line: Line, source: Stretch, left: int) -> bool:
    """Whether a source with its cue after it stands behind a content: "CONTENT, SOURCE said"."""
    return source[0] > left + 1 and line[source[0] - 1].part in BREAKS


def as_said(line: Line, word: str, source: Stretch, cue: Stretch, after: int) -> Found | None:
    """As SOURCE said, CONTENT; CONTENT, as SOURCE said."""
    end = source[0] - 1
    while end and line[end - 1].part in (Part.COMMA, Part.DASH, Part.OPENS, Part.POINT):
        end -= 1
    if end > 1:
        inner = (p + 1 for p in range(end - 2, 0, -1) if line[p].text == "that" and line[p - 1].part in (Part.VERB, Part.PAST))
        begin = next((p for p in inner if not line[p].quoted), after_dateline(line))
        return Found(source, cue, ((begin, end),), "content, as source, cue", f"{word} as")
    start = after + 1
    end = clause_end(line, start, None, ()) if start < len(line) else start
    return Found(source, cue, ((start, end),), "as source, cue, content", f"{word} as") if end > start else None


def postposed(line: Line, word: str, source: Stretch, cue: Stretch, left: int, after: int, pattern: str) -> Found | None:
    """The content before source and cue, from word `left` on, and what goes on after word `after`."""
    end = min(source[0], cue[0])
    start = left
    while left and start < end and line[start].part in (Part.COMMA, Part.JOINS, Part.POINT, Part.DASH):
        start += 1
    if not any(word.part in HOLDS_VERB for word in line[start:end]):
        start = 0
    start = start or after_dateline(line)
    closes = end - 1 if line[end - 1].part is Part.MARK else None
    while end > start and line[end - 1].part in (Part.COMMA, Part.DASH):
        end -= 1
    if end - start < 2:
        return None
    content: tuple[Stretch, ...] = ((start, end),)
    opens = None
    place = after_adjuncts(line, after)
    if place + 1 < len(line) and line[place].part is Part.COMMA:
        if line[place + 1].part is Part.MARK:
            opens = place + 1
        elif line[place + 1].part not in SAYS_MORE and closes is None:
            rest = clause_end(line, place + 1, None, ())
            content = (*content, (place + 1, rest)) if rest > place + 1 else content
    return Found(source, cue, content, pattern, f"{word} after", opens, closes)

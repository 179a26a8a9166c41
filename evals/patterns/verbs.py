"""Attributions by verbs: each verb group with a cue word, its subject, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from evals.patterns.agents import LONGEST_QUOTED, agent, agrees
from evals.patterns.clauses import (
    before_main_clause,
    before_other_source,
    clause_end,
    goes_on_to_act,
    object_end,
    quotation_goes_on,
)
from evals.patterns.follows import Following, what_follows
from evals.patterns.found import Found
from evals.patterns.gaps import said_across
from evals.patterns.groups import Group, Voice, groups
from evals.patterns.passive import ENDS_LINE, passive
from evals.patterns.phrases import Stretch
from evals.patterns.postposed import as_said, inverted, is_postposed, postposed
from evals.patterns.subjects import subject_before
from evals.patterns.unsaid import is_unsaid
from evals.patterns.words import Line, Part, listed

TELLS = (Part.AUXILIARY, Part.MODAL, Part.VERB, Part.PAST, Part.MARK, Part.POSSESSIVE)
CLAUSES = ("that", "question", "clause", "to")


def found_by_verbs(line: Line) -> Iterator[Found]:
    """Each attribution in the sentence whose cue is a verb, in order of the cues."""
    all_groups = groups(line)
    subject: Stretch | None = None
    left = 0
    for group in all_groups:
        if group.voice is Voice.INFINITIVE:
            continue
        if group.voice is Voice.PASSIVE:
            found = passive(line, group, all_groups, left)
        elif group.cue.lemma == "ask" and _is_asked(line, group):
            found = _asked(line, group, all_groups)
        else:
            found = _in_order(line, group, all_groups, left, subject)
        if found is None:
            continue
        if found.source and group.voice is not Voice.PASSIVE:
            subject = found.source
        if found.content and found.content[0][0] < found.cue[0]:
            left = max(found.cue[1], found.source[1] if found.source else 0)
        yield found


def _in_order(line: Line, group: Group, others: tuple[Group, ...], left: int, subject: Stretch | None) -> Found | None:
    """CONTENT, said SOURCE, unless what stands before the verb is surely its subject: SOURCE, an aside, said CONTENT."""
    first = line[group.start - 1].part is Part.COMMA and line[group.start - 2].part is not Part.MARK if group.start > 1 else False
    active = _active(line, group, others, left, subject)
    if active and first and subject_before(line, group.start) and not _only_names_who(line, group, active):
        return active
    return inverted(line, group, left) or active


def _only_names_who(line: Line, group: Group, found: Found) -> bool:
    """Whether what stands after "said" is somebody rather than something said."""
    after = [word for start, end in found.content for word in line[start:end]]
    return group.cue.lemma == "say" and bool(after) and after[0].capital and not any(word.part in TELLS for word in after)


def _is_asked(line: Line, group: Group) -> bool:
    """"Asked whether …" or "when asked why …": a question that nobody is named for."""
    if group.start != group.head or line[group.head].text != "asked" or group.head + 1 >= len(line):
        return False
    opens = group.head == 0 or line[group.head - 1].text in ("when", "if", "repeatedly") or line[group.head - 1].part is Part.MARK
    return opens and line[group.head + 1].part is Part.QUESTION


def _asked(line: Line, group: Group, others: tuple[Group, ...]) -> Found | None:
    following = what_follows(line, group)
    end = clause_end(line, following.start, group, others)
    comma = next((p for p in range(following.start, end) if line[p].part is Part.COMMA and not line[p].quoted), end)
    cue = (group.start, following.cue_end)
    return Found(None, cue, ((following.start, comma),), "asked", "ask asked") if comma > following.start else None


def _active(line: Line, group: Group, others: tuple[Group, ...], left: int, subject: Stretch | None) -> Found | None:
    source = agent(line, group, subject)
    if source is None or not agrees(line, group, source) or line[source[1] - 1].part is Part.POSSESSIVE:
        return None
    if line[source[0]].part is Part.PREPOSITION and source[1] - source[0] > 1:
        source = (source[0] + 1, source[1])
    following = what_follows(line, group)
    cue = (group.start, following.cue_end)
    if following.form == "after" and "after" in group.cue.takes and source[0] and line[source[0] - 1].text == "as":
        return as_said(line, group.cue.lemma, source, cue, following.start)
    opens = following.form == "quote" and line[following.start - 1].part is not Part.COMMA
    if following.form != "that" and not opens and _behind_quotation(line, group, source, left):
        after = following.start if following.form == "after" else cue[1]
        return postposed(line, group.cue.lemma, source, cue, left, after, "quotation, source, cue")
    if group.cue.lemma in ("quote", "cite") and following.form == "nominal":
        found = _as_saying(line, group, source, left, following.start)
        if found is not None:
            return found
    if not following.fits(group):
        return None
    if following.form == "after":
        if group.voice is Voice.PARTICIPLE or not is_postposed(line, source, left):
            return None
        return postposed(line, group.cue.lemma, source, cue, left, following.start, "content, source, cue")
    return _with_content_after(line, group, others, source, following)


def _as_saying(line: Line, group: Group, paper: Stretch, left: int, start: int) -> Found | None:
    """CONTENT, a paper quoted SOURCE as saying."""
    near = range(start + 1, min(len(line) - 1, start + LONGEST_QUOTED))
    place = next((p for p in near if line[p].text == "as" and line[p + 1].text == "saying"), None)
    if place is None or not is_postposed(line, paper, left) or (place + 2 < len(line) and line[place + 2].part not in ENDS_LINE):
        return None
    cue = (place, place + 2)
    found = postposed(line, group.cue.lemma, paper, cue, left, place + 2, "content, paper, source, cue")
    return replace(found, source=(start, place)) if found else None


def _with_content_after(line: Line, group: Group, others: tuple[Group, ...], source: Stretch, following: Following) -> Found | None:
    """SOURCE said CONTENT."""
    cue, start = (group.start, following.cue_end), following.start
    word = f"{group.cue.lemma} {following.form}"
    if group.cue.lemma == "plead" and line[start - 1].text == "not":
        start -= 1
    naming = group.cue.lemma in listed("names") and line[source[0]].part is not Part.PRONOUN
    if following.form == "quote":
        if is_unsaid(line, group, source, "quote", ""):
            return None
        rest = quotation_goes_on(line, start, group, others)
        return None if naming else Found(source, cue, rest, "source, cue, quotation", word, opens_quote=start)
    end = _within_aside(line, source, start, clause_end(line, start, group, others))
    end = before_main_clause(line, group, start, before_other_source(line, start, end))
    if group.cue.lemma in ("decline", "refuse"):
        end = next((p for p in range(start, end) if line[p].part is Part.COMMA), end)
    if following.form == "to":
        end = next((p for p in range(start + 2, min(end, start + LONGEST_QUOTED)) if goes_on_to_act(line, p)), end)
    if following.form not in CLAUSES and "clause" not in group.cue.takes:
        end = object_end(line, start, end, names=group.cue.lemma in listed("names"))
    if end <= start or (naming and _only_names(line, start, end)):
        return None
    bare = group.cue.lemma in listed("needs_clause") and following.form == "nominal"
    if bare and not any(word.part in TELLS for word in line[start:end]):
        return None
    if is_unsaid(line, group, source, following.form, " ".join(word.text for word in line[start:end])):
        return None
    if following.form != "nominal":
        return Found(source, cue, ((start, end),), "source, cue, content", word)
    source, content = said_across(line, source, start, end)
    return Found(source, cue, content, "source, cue, content", word)


def _within_aside(line: Line, source: Stretch, start: int, end: int) -> int:
    """"SOMEBODY – who denies it – was …": the content ends with the aside that its source opens."""
    opening = line[source[0] - 1].part if source[0] else None
    if line[source[0]].part is not Part.RELATIVE or opening not in (Part.COMMA, Part.DASH):
        return end
    return next((p for p in range(start + 1, end) if line[p].part is opening and not line[p].quoted), end)


def _behind_quotation(line: Line, group: Group, source: Stretch, left: int) -> bool:
    """Whether the source stands right behind a closed quotation: then that is what was said, whatever follows the cue."""
    if source[0] < 2 or "after" not in group.cue.takes or not is_postposed(line, source, left):
        return False
    mark = source[0] - 1 if line[source[0] - 1].part is Part.MARK else source[0] - 2
    return line[mark].part is Part.MARK and line[mark - 1].quoted and group.voice is Voice.ACTIVE


def _only_names(line: Line, start: int, end: int) -> bool:
    """"A poison called Novichok" says what it is called, not that somebody calls it so."""
    named = line[start].part is Part.MARK and all(word.quoted or word.part in (Part.MARK, Part.POINT) for word in line[start:end])
    return named or end - start < 2

"""Who does what a verb group says: its subject, or that of the verb it belongs to."""

from __future__ import annotations

from evals.patterns import cues
from evals.patterns.groups import Group, Voice, is_past
from evals.patterns.phrases import Stretch, phrase_after
from evals.patterns.subjects import subject_before
from evals.patterns.words import Line, Part, listed

LONGEST_QUOTED = 25
FINITE = (Part.VERB, Part.PAST, Part.AUXILIARY, Part.MODAL)


def agent(line: Line, group: Group, subject: Stretch | None) -> Stretch | None:
    """The subject before the group; for "…, saying" and "… and said" that of the verb before."""
    if not group.start:
        return None
    before = line[group.start - 1].part
    if group.voice is Voice.PARTICIPLE:
        if before is Part.SUBORDINATES and line[group.start - 1].text == "that":
            return None
        near = _quoted_as(line, group) or _accompanying(line, group)
        reflexive = near is not None and line[near[0]].text.endswith(("self", "selves"))
        return (None if reflexive else near) or subject or _main_subject(line, group.start)
    phrase = subject_before(line, group.start)
    if phrase is not None or before is not Part.JOINS:
        return phrase
    is_base = group.start == group.head and not line[group.head].text.endswith(("ed", "s")) and not is_past(line[group.head].text)
    return None if is_base else subject or _main_subject(line, group.start)


def _quoted_as(line: Line, group: Group) -> Stretch | None:
    """SOURCE in "quoted SOURCE as saying" or "SOURCE was quoted by a paper as saying"."""
    if line[group.start - 1].text != "as":
        return None
    for place in range(group.start - 2, max(0, group.start - LONGEST_QUOTED), -1):
        if line[place].text in ("quoted", "quotes", "quoting", "cited", "cites", "citing"):
            helped = line[place - 1].part is Part.AUXILIARY
            return subject_before(line, place - 1) if helped else phrase_after(line, place + 1)
    return None


def _accompanying(line: Line, group: Group) -> Stretch | None:
    """SOURCE in "with SOURCE saying" or "a letter saying"."""
    phrase = subject_before(line, group.start)
    if phrase is None or line[group.start - 1].part not in (Part.NOUN, Part.CLOSES, Part.ADVERB):
        return None
    start = next((p + 1 for p in range(phrase[1] - 1, max(phrase[0] - 2, -1), -1) if line[p].text == "with"), phrase[0])
    governed = any(word.text in listed("where") for word in line[max(phrase[0] - 1, 0) : phrase[1]])
    speaks = line[phrase[1] - 1].text in listed("papers") | listed("shows")
    return (start, phrase[1]) if start > phrase[0] or not governed or speaks else None


def _main_subject(line: Line, limit: int) -> Stretch | None:
    """The subject of the first finite verb before the cue, leaving out a clause that only leads to the sentence."""
    leads = line[0].part in (Part.SUBORDINATES, Part.QUESTION) or line[0].text in ("after", "before")
    comma = next((p for p in range(1, limit) if line[p].part is Part.COMMA and not line[p].quoted), 0) if leads else 0
    verbs = (p for p in range(comma + 1, limit) if line[p].part in FINITE and not line[p].quoted)
    return next((phrase for p in verbs if (phrase := subject_before(line, p))), None)


def agrees(line: Line, group: Group, source: Stretch) -> bool:
    """"reports" after a plural, or "report" after a singular, is a noun and no verb."""
    head = line[group.head]
    if group.voice is not Voice.ACTIVE or group.start < group.head or head.text.endswith("ing") or is_past(head.text):
        return True
    last = line[source[1] - 1]
    single = source[1] - source[0] == 1 and source[0] and last.part is Part.NOUN and not last.capital
    if single and cues.noun(head.text) and not last.text.endswith("s"):
        return False
    plural = last.text in listed("pronoun_plural") or last.text in listed("plural")
    plural = plural or (last.part is not Part.PRONOUN and last.text.endswith("s"))
    single = last.text in listed("pronoun_singular")
    joined = any(word.text == "and" for word in line[source[0] : source[1]])
    if head.text.endswith("s"):
        return single or not plural or last.capital or last.text.endswith("ss")
    return plural or joined or last.text in ("who", "that", "which") or last.capital

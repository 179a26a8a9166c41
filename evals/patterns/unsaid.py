"""What a cue word tells of those who do not say it: refusals are acts of their own, other denials of a cue are no statement."""

from __future__ import annotations

from evals.patterns.groups import Group
from evals.patterns.phrases import Stretch
from evals.patterns.words import Line, Part, listed
from sayso.attribute.said import is_negated
from sayso.attribute.unsaid import COMMENT, QUESTIONED, UNNAMED

REACH = 7
"""Words before a subject among which its "no" can stand: "no one outside the city's police"."""

BREAKS = (Part.COMMA, Part.COLON, Part.DASH, Part.MARK, Part.POINT, Part.SUBORDINATES, Part.RELATIVE, Part.QUESTION, Part.AUXILIARY)


def is_by_nobody(line: Line, source: Stretch) -> bool:
    """Whether the subject is that nobody does it: "no one outside the firm", "neither company"."""
    start = source[0]
    while start > max(0, source[0] - REACH) and line[start - 1].part not in BREAKS:
        start -= 1
    return any(word.text in listed("nobody") and not word.quoted for word in line[start : min(source[1], source[0] + 1)])


def is_unsaid(line: Line, group: Group, source: Stretch, form: str, content: str) -> bool:
    """Whether the cue only tells that somebody did not say something, which neither is a statement nor a refusal."""
    lemma = group.cue.lemma
    if lemma in ("decline", "refuse"):
        return COMMENT.match(content) is None
    if lemma == "comment":
        return False
    nobody = is_by_nobody(line, source)
    helped = tuple(word.text for word in line[group.start : group.head])
    if lemma in listed("unanswered"):
        return form in ("to", "with") and not nobody and not is_negated(helped)
    if nobody or _is_avoided(line, group) or _is_many_who_disbelieve(line, lemma, source, helped):
        return True
    if _is_deed(line, group, source, form, content, helped):
        return True
    return is_negated(helped) and lemma not in listed("rejecting") and not _is_refusal(line, lemma, source, form, helped)


def _is_deed(line: Line, group: Group, source: Stretch, form: str, content: str, helped: tuple[str, ...]) -> bool:
    """Whether the cue tells what somebody did: asked not to be named, showed a card, called in the crew, questioned a driver."""
    lemma, follows = group.cue.lemma, line[group.head + 1].text if group.head + 1 < len(line) else ""
    if lemma in ("ask", "request"):
        return UNNAMED.match(content) is not None
    if lemma == "call":
        return follows in listed("called")
    if form != "nominal":
        return False
    shows = line[source[1] - 1].text in listed("shows")
    questioned = lemma == "question" and any(word in listed("questioned") for word in content.lower().split()[:QUESTIONED])
    return questioned or (lemma == "show" and not shows) or (lemma == "discuss" and not _is_unwilling(helped))


def _is_many_who_disbelieve(line: Line, lemma: str, source: Stretch, helped: tuple[str, ...]) -> bool:
    """"Students who don't believe it": the clause says which students are meant; it reports no words of theirs."""
    bare = source[1] - source[0] == 1 and line[source[0]].text in ("who", "that") and source[0] > 0
    return bare and line[source[0] - 1].part is Part.NOUN and lemma in listed("rejecting") and is_negated(helped)


def _is_refusal(line: Line, lemma: str, source: Stretch, form: str, helped: tuple[str, ...]) -> bool:
    """Whether not saying is an act: "would not say", "did not say whether"; nobody can say what they cannot, nor a paper refuse."""
    if lemma not in listed("withheld") or lemma == "deny" or any(word in listed("unable") for word in helped):
        return False
    return _is_unwilling(helped) or (form == "question" and line[source[1] - 1].text not in listed("papers"))


def _is_unwilling(helped: tuple[str, ...]) -> bool:
    return is_negated(helped) and any(word in listed("unwilling") for word in helped)


def _is_avoided(line: Line, group: Group) -> bool:
    """"Avoided saying", "avoided naming or blaming"."""
    place = group.start - 1
    if place > 1 and line[place].part is Part.JOINS and line[place - 1].text.endswith("ing"):
        place -= 2
    return place >= 0 and line[group.head].text.endswith("ing") and line[place].text in listed("avoiding")

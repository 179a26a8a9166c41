"""What a cue does: from the cue's word, with what negates or softens it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.attribute import cues
from sayso.attribute.cues import Cue
from sayso.attribute.raw import Raw
from sayso.attribute.said import WORD, Said, said_in
from sayso.attribute.unsaid import COMMENT
from sayso.attribute.words import listed
from sayso.findings import Stance
from sayso.spans import words_of

NO_COMMENT = re.compile(r"no\s+(?:\w+\s+)?comment\b", re.IGNORECASE)
ASKS_FOR = re.compile(r"^(?:\S+\s+){0,6}?(?:to|for)\b", re.IGNORECASE)
ASKS_WHETHER = re.compile(r"^(?:\S+\s+){0,6}?(?:if|whether|what|why|how|who|when|where|about)\b", re.IGNORECASE)
STATEMENT = re.compile(
    r"^(?:(?:the|a|an|his|her|its|their|that|this|these|those|\w+['’]s?)\s+)?(?:\w+\s+)?"
    r"(?P<noun>claims?|allegations?|accusations?|assertions?|charges?|statements?|comments?|remarks?|suggestions?|reports?)\b",
    re.IGNORECASE,
)
"""A content that begins with somebody's statement: "his claim that it sank"."""

SOFTENED = (Stance.ALLEGES, Stance.REVEALS, Stance.CONFIRMS, Stance.PROMISES)
"""Who does not allege, reveal, confirm or promise a thing only states something about it."""


def stance_of(text: str, raw: Raw) -> tuple[Stance, str]:
    """The stance of an attribution's cue, and the words that decided it."""
    words = words_of(raw.cue, text, " ")
    said = said_in(text, raw)
    found = _withheld(said) or _by_use(said)
    if found is not None:
        return found, f"“{words}” as used here: {found.value}"
    cue = _deciding(said)
    if cue is None:
        return Stance.STATES, f"“{words}”"
    if said.negated and cue.stance in SOFTENED:
        return Stance.STATES, f"“{cue.lemma}” negated"
    return cue.stance, f"“{cue.lemma}”: {cue.stance.value}"


def _withheld(said: Said) -> Stance | None:
    """Those who do not speak: who declines, who leaves a thing open, and who does not answer."""
    if (said.does("comment") and said.negated) or NO_COMMENT.match(said.content):
        return Stance.DECLINES
    if said.negated and (said.does(*listed("unanswered")) or "reached" in said.words):
        return Stance.NO_RESPONSE
    if said.does("decline", "refuse"):
        held_possible = said.does("rule") or said.content.lower().startswith(("to rule out", "rule out"))
        withheld = COMMENT.match(said.content) or said.does(*listed("withheld"))
        return Stance.DECLINES if withheld and not held_possible else Stance.STATES
    if said.negated and (said.stops_short or said.does(*listed("withheld"), *listed("checking"))):
        return Stance.DECLINES
    return None


def _by_use(said: Said) -> Stance | None:
    """Cues whose stance depends on what stands with them: what is denied, put off, taken back, or turned by a particle."""
    if said.negated and said.does(*listed("rejecting")):
        return Stance.CONFIRMS if said.does("dispute") else Stance.DENIES
    if said.follows("rule", "out"):
        return Stance.STATES if said.negated else Stance.DENIES
    if said.is_to_come:
        return Stance.PREDICTS
    if said.does("plead"):
        return _plea(said)
    taken_back = said.does(*listed("withdrawing")) or (said.does("take", "takes", "took", "taken") and "back" in said.words)
    if taken_back and (STATEMENT.match(said.content) or any(map(STATEMENT.match, said.words))):
        return Stance.DENIES
    return _of_others(said)


def _plea(said: Said) -> Stance | None:
    if "guilty" not in (*said.words, *WORD.findall(said.content[:20].lower()), *WORD.findall(said.after.lower())):
        return None
    denied = said.negated or "not" in (*WORD.findall(said.content[:12].lower()), *WORD.findall(said.after.lower()))
    return Stance.DENIES if denied else Stance.CONFIRMS


def _of_others(said: Said) -> Stance | None:
    """Cues that ask something of others, and those of nobody in particular."""
    if said.does("call"):
        return Stance.URGES if said.words[-1] in ("for", "on") or said.content.startswith(("to ", "for ")) else Stance.STATES
    if said.does("agree") and (said.content.startswith("to ") or said.words[-1:] == ("to",)):
        return Stance.PROMISES
    if said.does("offer") and not said.content.startswith("to ") and said.words[-1:] != ("to",):
        return Stance.STATES
    doubts = not {"questioned", "questioning"}.isdisjoint(said.words) or said.words[-2:] == ("to", "question")
    if doubts and not ASKS_WHETHER.match(said.content) and not said.is_passive:
        return Stance.STATES
    if said.does("press") and ASKS_WHETHER.match(said.content):
        return Stance.ASKS
    if said.does("recognise", "recognize") and "that" not in said.content.lower().split():
        return Stance.STATES
    if said.does("tell") and said.content.startswith("to "):
        return Stance.URGES
    asks = "?" in said.content or said.after.startswith(":")
    if said.does("ask") and ASKS_FOR.match(said.content) and not ASKS_WHETHER.match(said.content) and not asks:
        return Stance.URGES
    return Stance.ALLEGES if said.is_passive and said.does("say", "report", "claim", "rumour") else None


def _deciding(said: Said) -> Cue | None:
    """The last cue word, but a verb before the noun that it takes ("denied claims"), unless it only brings that ("voiced fears").
    After "according to" the first of the source's words, since only those tell what they are.
    """
    if said.words[:2] == ("according", "to"):
        nouns = (cues.noun(word) for word in WORD.findall(said.source.lower())[:3])
        return next((cue for cue in nouns if cue is not None and cue.stance is Stance.ALLEGES), None)
    words = _without_channel(said.words)
    first = next((place for place, word in enumerate(words) if cues.verb(word)), len(words))
    taken = [place for place, word in enumerate(words) if cues.noun(word) and (place > first or not cues.verb(word))]
    found = _last(cues.verb(word) or cues.adverb(word) for place, word in enumerate(words) if place not in taken)
    noun = _last(cues.noun(words[place]) for place in taken)
    if said.does(*listed("bringing")) and (statement := STATEMENT.match(said.content)):
        noun = cues.noun(statement["noun"].lower()) or noun
    decided = (noun or found) if found is None or said.does(*listed("bringing")) else found
    return decided or _last(cues.leaning(word) for word in words)


def _last(found: Iterable[Cue | None]) -> Cue | None:
    return next((cue for cue in reversed(list(found)) if cue is not None), None)


def _without_channel(words: tuple[str, ...]) -> tuple[str, ...]:
    """A cue without where it was said: "said at a press briefing", "responded on Monday, calling"."""
    verb = next((place for place, word in enumerate(words) if cues.verb(word)), len(words))
    at = next((place for place in range(verb, len(words)) if words[place] in listed("where_said")), len(words))
    then = next((place for place in range(at, len(words)) if words[place].endswith("ing") and cues.verb(words[place])), len(words))
    return words[:at] + words[then:]

"""What a cue does: from the cue's word, with what negates or softens it."""

from __future__ import annotations

import re

from sayso.attribute import cues
from sayso.attribute.raw import Raw
from sayso.attribute.words import listed
from sayso.findings import Stance
from sayso.spans import words_of

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
COMMENT = re.compile(
    r"^(?:to\s+)?(?:\w+ly\s+)?(?:comment|say|confirm|deny|discuss|answer|elaborate|identify|disclose|reveal|speak|respond|reply|name"
    r"|(?:provide|give|release)\s+(?:any|more|further|details?|comment|specifics|information|reasons?)|be\s+(?:drawn|named|identified|interviewed|quoted)|make\s+(?:a|any)\s+comment)\b",
    re.IGNORECASE,
)
ASKS_FOR = re.compile(r"^(?:\S+\s+){0,6}?(?:to|for)\b", re.IGNORECASE)
ASKS_WHETHER = re.compile(r"^(?:\S+\s+){0,6}?(?:if|whether|what|why|how|who|when|where|about)\b", re.IGNORECASE)


def stance_of(text: str, raw: Raw) -> tuple[Stance, str]:
    """The stance of an attribution's cue, and the words that decided it."""
    said = words_of(raw.cue, text, " ")
    content = words_of(raw.content[:1], text) if raw.content else ""
    words = [w.lower().replace("’", "'") for w in WORD.findall(said)]
    lemmas = [cue.lemma if (cue := cues.verb(w)) else w for w in words]
    if words[:2] == ["according", "to"]:
        return _of_source(text, raw, said)
    negated = any(w in listed("negation") or w.endswith("n't") for w in words)
    if "comment" in lemmas or re.match(r"no\s+(?:\w+\s+)?comment", content):
        return Stance.DECLINES, f"“{said}” with “comment”"
    if negated and (set(lemmas) & listed("unanswered") or "reached" in words):
        return Stance.NO_RESPONSE, f"“{said}”"
    if set(lemmas) & {"decline", "refuse"}:
        declines = "decline" in lemmas or COMMENT.match(content) or set(lemmas) & listed("withheld")
        return (Stance.DECLINES if declines else Stance.STATES), f"“{said}”"
    if negated and set(lemmas) & listed("withheld"):
        return Stance.DECLINES, f"“{said}” negated"
    after = text[raw.cue[-1].end :][:11].strip() if raw.cue else ""
    return _by_word(raw, said, words, lemmas, content, negated, after)


def _of_source(text: str, raw: Raw, said: str) -> tuple[Stance, str]:
    """According to whom says nothing; according to what may: "claims", "allegations"."""
    for word in WORD.findall(words_of(raw.source, text, " ").lower())[:3]:
        cue = cues.noun(word)
        if cue is not None and cue.stance is Stance.ALLEGES:
            return cue.stance, f"“{said} {word}”"
    return Stance.STATES, f"“{said}”"


def _by_word(
    raw: Raw, said: str, words: list[str], lemmas: list[str], content: str, negated: bool, after: str
) -> tuple[Stance, str]:
    if "plead" in lemmas and "guilty" in content[:20]:
        return (Stance.DENIES if after.startswith("not") else Stance.CONFIRMS), f"“{said} {after}”"
    if "called" in words or "call" in lemmas:
        urges = words[-1] in ("for", "on") or content.startswith("to ")
        return (Stance.URGES if urges else Stance.STATES), f"“{said}”"
    if "agree" in lemmas and content.startswith("to "):
        return Stance.PROMISES, f"“{said}” to do something"
    if "ask" in lemmas and ASKS_FOR.match(content) and not ASKS_WHETHER.match(content):
        return Stance.URGES, f"“{said}” somebody to do something"
    if "tell" in lemmas and content.startswith("to "):
        return Stance.URGES, f"“{said}” somebody to do something"
    if not raw.source and words[:1] and words[0] in listed("be") and set(lemmas) & {"say", "report", "claim", "rumour"}:
        return Stance.ALLEGES, f"“{said}” by nobody named"
    for word in reversed(words):
        cue = cues.verb(word) or cues.adverb(word) or cues.noun(word)
        if cue is not None:
            if negated and cue.stance in (Stance.ALLEGES, Stance.REVEALS, Stance.CONFIRMS, Stance.PROMISES):
                return Stance.STATES, f"“{said}” negated"
            return cue.stance, f"“{cue.lemma}” {cue.stance.value}"
    return Stance.STATES, f"“{said}”"
